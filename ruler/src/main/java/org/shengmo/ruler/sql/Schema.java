package org.shengmo.ruler.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a source by name, in order. A column named as an input is that input; columns {@code Input.entry} are the entries of
 * an input that is a context.
 */
public record Schema(Map<String, SqlType> columns) {
    public Schema {
        columns = new LinkedHashMap<>(columns);
    }

    public List<String> names() {
        return List.copyOf(columns.keySet());
    }
}
