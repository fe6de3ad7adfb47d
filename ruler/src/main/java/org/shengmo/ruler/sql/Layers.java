package org.shengmo.ruler.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns computed on the way: each layer of the query adds those that need only the layers below. */
final class Layers {
    private static final int WORTH_NAMING = 60;
    private static final int LONGEST = 4_000_000;

    private final Dialect dialect;
    private final List<Map<String, String>> layers = new ArrayList<>();
    private final Map<String, RowValue> named = new LinkedHashMap<>();
    private int count;
    private long length;

    Layers(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The value as a column of its own, unless it is short or bound to a lambda. */
    RowValue name(RowValue value) {
        return value.local() || value.text().length() < WORTH_NAMING ? value : column(value);
    }

    /** The value as a column of its own. */
    RowValue column(RowValue value) {
        if (value.local()) {
            return value;
        }
        RowValue known = named.get(value.text());
        if (known != null) {
            return known;
        }
        length += value.text().length();
        if (length > LONGEST) {
            throw new org.shengmo.ruler.evaluation.Refusal("SQL longer than " + LONGEST + " characters", "");
        }
        String name = "_" + ++count;
        while (layers.size() <= value.level()) {
            layers.add(new LinkedHashMap<>());
        }
        layers.get(value.level()).put(name, value.text());
        RowValue column = new RowValue(value.sqlType(), dialect.quote(name), value.level() + 1, Set.of());
        named.put(value.text(), column);
        return column;
    }

    /** The query that adds all columns to a source, innermost first. */
    String over(String source) {
        String query = source;
        for (Map<String, String> layer : layers) {
            StringBuilder select = new StringBuilder("SELECT *");
            layer.forEach((name, text) ->
                    select.append(",\n  ").append(text).append(" AS ").append(dialect.quote(name)));
            query = select + "\nFROM (" + query + ") AS " + dialect.quote("layer");
        }
        return query;
    }
}
