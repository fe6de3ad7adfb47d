package org.shengmo.ruler.check;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A value that whoever runs a check may change: {@code threshold BIGINT = 15}. Lists are written {@code a|b}, maps {@code a=1|b=2};
 * nothing after the sign means that it isn't set.
 *
 * @param name as the check's facts read it
 * @param type DuckDB's name of its type
 * @param standard the value where none is given
 */
public record Setting(String name, String type, String standard) {

    /** The statement that gives it to the facts. The text is quoted and cast: it can't become SQL. */
    String statement(String value) {
        return "SET VARIABLE " + quoted(name) + " = " + literal(value);
    }

    private String literal(String value) {
        if (type.startsWith("MAP(")) {
            return "CAST(MAP {" + parts(value, this::entry) + "} AS " + type + ")";
        }
        if (type.endsWith("[]")) {
            return "CAST([" + parts(value, Setting::text) + "] AS " + type + ")";
        }
        return "CAST(" + (value.isEmpty() ? "NULL" : text(value)) + " AS " + type + ")";
    }

    private static String parts(String value, java.util.function.UnaryOperator<String> write) {
        return value.isEmpty()
                ? ""
                : Arrays.stream(value.split("\\|", -1)).map(write).collect(Collectors.joining(", "));
    }

    private String entry(String pair) {
        var at = pair.lastIndexOf('=');
        if (at < 0) {
            throw new CheckRefused("check.setting.map", name, pair);
        }
        return text(pair.substring(0, at)) + ": " + text(pair.substring(at + 1));
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
