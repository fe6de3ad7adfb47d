package org.shengmo.ruler.engine;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JDBC's arrays and structs as lists and maps. */
final class JdbcValues {
    private JdbcValues() {}

    static Object plain(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Array array -> list((Object[]) array.getArray());
            case Object[] array -> list(array);
            case org.duckdb.DuckDBStruct struct -> map(struct.getMap());
            case Struct struct -> list(struct.getAttributes());
            case Map<?, ?> map -> map(map);
            case java.sql.Date date -> date.toLocalDate();
            case java.sql.Timestamp timestamp -> timestamp.toLocalDateTime();
            case java.time.OffsetDateTime moment -> moment.withOffsetSameInstant(java.time.ZoneOffset.UTC);
            default -> value;
        };
    }

    private static List<Object> list(Object[] values) throws SQLException {
        List<Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(plain(value));
        }
        return list;
    }

    private static Map<String, Object> map(Map<?, ?> values) throws SQLException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            map.put((String) entry.getKey(), plain(entry.getValue()));
        }
        return map;
    }
}
