package org.shengmo.docket;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The payload of an act in the one JSON text that RFC 8785 gives it, so that the same content has the same hash. Integers
 * within 2^53 are numbers; decimals, dates, moments and identifiers are strings, for a double would not carry money exactly.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @param value a map with text keys, an iterable, text, boolean, integer, decimal, date, moment, identifier, enum or
     *     null
     * @throws IllegalArgumentException for any other type
     * @throws org.shengmo.ledger.MalformedException for an integer that a double does not hold exactly, and for text that
     *     isn't Unicode
     */
    public static String of(Object value) {
        return org.shengmo.ledger.CanonicalJson.write(plain(value));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> number;
            case BigInteger number -> number.longValueExact();
            case BigDecimal number -> number.toPlainString();
            case CharSequence text -> text.toString();
            case Temporal time -> time.toString();
            case UUID id -> id.toString();
            case Enum<?> constant -> constant.name();
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> array(items);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        };
    }

    private static Map<Object, Object> object(Map<?, ?> map) {
        Map<Object, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(key, plain(value)));
        return object;
    }

    private static List<Object> array(Iterable<?> items) {
        List<Object> array = new ArrayList<>();
        items.forEach(item -> array.add(plain(item)));
        return array;
    }
}
