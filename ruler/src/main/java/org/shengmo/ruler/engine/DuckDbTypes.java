package org.shengmo.ruler.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shengmo.ruler.sql.SqlType;
import org.shengmo.ruler.sql.SqlType.Decimal;
import org.shengmo.ruler.sql.SqlType.Plain;

/** DuckDB's type names as column types. */
public final class DuckDbTypes {
    private final String text;
    private int position;

    private DuckDbTypes(String text) {
        this.text = text;
    }

    /** The column type of a name such as {@code DECIMAL(18,2)}; text where there is none nearer. */
    public static SqlType read(String type) {
        return new DuckDbTypes(type).type();
    }

    private SqlType type() {
        SqlType type = text.startsWith("STRUCT(", position) ? struct() : simple();
        while (position < text.length() && text.charAt(position) == '[') {
            position = text.indexOf(']', position) + 1;
            type = new SqlType.ListOf(type);
        }
        return type;
    }

    private SqlType struct() {
        position += "STRUCT(".length();
        Map<String, SqlType> fields = new LinkedHashMap<>();
        while (text.charAt(position) != ')') {
            String name = name();
            position++;
            fields.put(name, type());
            if (text.charAt(position) == ',') {
                position += 2;
            }
        }
        position++;
        return new SqlType.Struct(fields);
    }

    private String name() {
        if (text.charAt(position) != '"') {
            int end = text.indexOf(' ', position);
            String name = text.substring(position, end);
            position = end;
            return name;
        }
        StringBuilder name = new StringBuilder();
        position++;
        while (text.charAt(position) != '"' || text.startsWith("\"\"", position)) {
            position += text.charAt(position) == '"' ? 1 : 0;
            name.append(text.charAt(position++));
        }
        position++;
        return name.toString();
    }

    private SqlType simple() {
        int end = position;
        int depth = 0;
        while (end < text.length()) {
            char character = text.charAt(end);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && (character == ',' || character == '['))) {
                break;
            }
            end++;
        }
        String name = text.substring(position, end);
        position = end;
        return simple(name);
    }

    private static SqlType simple(String name) {
        if (name.startsWith("DECIMAL(")) {
            String[] digits = name.substring(8, name.length() - 1).split(",", -1);
            return new Decimal(Integer.parseInt(digits[0].strip()), Integer.parseInt(digits[1].strip()));
        }
        return switch (name) {
            case "TINYINT", "UTINYINT" -> new Decimal(3, 0);
            case "SMALLINT", "USMALLINT" -> new Decimal(5, 0);
            case "INTEGER", "UINTEGER" -> new Decimal(10, 0);
            case "BIGINT" -> new Decimal(19, 0);
            case "UBIGINT" -> new Decimal(20, 0);
            case "HUGEINT", "UHUGEINT" -> new Decimal(38, 0);
            case "FLOAT", "DOUBLE" -> Plain.APPROXIMATE;
            case "BOOLEAN" -> Plain.TRUTH;
            case "DATE" -> Plain.DATE;
            case "TIME" -> Plain.TIME;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Plain.MOMENT;
            case "TIMESTAMP WITH TIME ZONE" -> Plain.INSTANT;
            default -> Plain.TEXT;
        };
    }
}
