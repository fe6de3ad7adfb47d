package org.shengmo.docket;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * JSON in the one form that RFC 8785 gives it, so that the same content has the same hash. Keys are sorted by UTF-16 code
 * unit; integers within 2^53 are numbers; decimals, dates, moments and identifiers are strings, for a double would not
 * carry money exactly.
 */
public final class CanonicalJson {

    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @param value a map with text keys, an iterable, text, boolean, integer, decimal, date, moment, identifier, enum or
     *     null
     * @throws IllegalArgumentException for any other type, and for an integer that a double does not hold exactly
     */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            case Long number -> out.append(exact(number));
            case BigInteger number -> out.append(exact(number.longValueExact()));
            case BigDecimal number -> quote(number.toPlainString(), out);
            case CharSequence text -> quote(text.toString(), out);
            case Temporal time -> quote(time.toString(), out);
            case UUID id -> quote(id.toString(), out);
            case Enum<?> constant -> quote(constant.name(), out);
            case Map<?, ?> map -> object(map, out);
            case Iterable<?> items -> array(items.iterator(), out);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private static long exact(long number) {
        if (number > EXACT || number < -EXACT) {
            throw new IllegalArgumentException("not exact in JSON: " + number);
        }
        return number;
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        Iterator<Map.Entry<String, Object>> entries = sorted.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Object> entry = entries.next();
            quote(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            if (entries.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void array(Iterator<?> items, StringBuilder out) {
        out.append('[');
        while (items.hasNext()) {
            write(items.next(), out);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else if (Character.isSurrogate(c) && !paired(text, i)) {
                        throw new IllegalArgumentException("lone surrogate at " + i);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
