package org.shengmo.ruler.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table that checks read.
 *
 * @param name the file's name without its ending
 * @param columns each with DuckDB's name of its type, in the order of the description
 * @param optional columns that a file may leave out
 */
public record Register(String name, Map<String, String> columns, java.util.Set<String> optional) {

    /** {@code deaths: id_number VARCHAR, died_on DATE}; a question mark after a column's type makes it optional. */
    static Register of(String description) {
        var colon = description.indexOf(':');
        var columns = new LinkedHashMap<String, String>();
        var optional = new java.util.LinkedHashSet<String>();
        for (var column : description.substring(colon + 1).split(",(?![^(]*\\))", -1)) {
            var words = column.strip().split("\\s+", 2);
            columns.put(words[0], words[1].replace("?", ""));
            if (words[1].endsWith("?")) {
                optional.add(words[0]);
            }
        }
        return new Register(description.substring(0, colon).strip(), columns, optional);
    }

    /** The statement that makes it with no rows: a missing register says nothing about anybody. */
    String empty(String table) {
        return "CREATE OR REPLACE TEMP TABLE " + Setting.quoted(table) + " ("
                + columns.entrySet().stream()
                        .map(column -> Setting.quoted(column.getKey()) + " " + column.getValue())
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
