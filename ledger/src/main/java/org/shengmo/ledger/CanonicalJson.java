package org.shengmo.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON, RFC 8785 (JCS): one text for one value, fit to be hashed and signed. Values are {@code Map} with
 * string keys, {@code List}, {@code String}, {@code Boolean}, {@code null} and numbers: {@code Double}, and
 * {@code Integer} or {@code Long} as far as an IEEE 754 double holds them exactly.
 */
public final class CanonicalJson {

    private static final long LARGEST_EXACT = 1L << 53;
    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String ESCAPES = "btnfr\"\\";

    private CanonicalJson() {}

    /** Writes a value; one that JSON or its canonical form doesn't have is refused. */
    public static String write(Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    /** Reads JSON text and writes it canonically. Numbers are read as doubles, as RFC 8785 section 3.2.2.3 asks. */
    public static String canonicalize(String json) {
        return write(JsonReader.read(json));
    }

    /** Reads JSON text into the values above; every number is a {@code Double}. Names that occur twice are refused. */
    public static Object read(String json) {
        return JsonReader.read(json);
    }

    private static void append(Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Boolean bool -> text.append(bool);
            case String string -> appendString(string, text);
            case Double number -> text.append(EcmaScriptNumber.format(number));
            case Integer number -> text.append(number);
            case Long number -> text.append(exact(number));
            case List<?> list -> appendList(list, text);
            case Map<?, ?> map -> appendMap(map, text);
            default ->
                throw new MalformedException(
                        "JSON has no value for a " + value.getClass().getName());
        }
    }

    private static long exact(long number) {
        if (number > LARGEST_EXACT || number < -LARGEST_EXACT) {
            throw new MalformedException("canonical JSON holds " + number + " only as text");
        }
        return number;
    }

    private static void appendList(List<?> list, StringBuilder text) {
        text.append('[');
        String separator = "";
        for (Object element : list) {
            text.append(separator);
            append(element, text);
            separator = ",";
        }
        text.append(']');
    }

    /** Names are ordered by their UTF-16 code units (section 3.2.3), which is how Java compares strings. */
    private static void appendMap(Map<?, ?> map, StringBuilder text) {
        TreeMap<String, Object> ordered = new TreeMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String string)) {
                throw new MalformedException("names in JSON are strings");
            }
            ordered.put(string, value);
        });
        text.append('{');
        String separator = "";
        for (Map.Entry<String, Object> member : ordered.entrySet()) {
            text.append(separator);
            appendString(member.getKey(), text);
            text.append(':');
            append(member.getValue(), text);
            separator = ",";
        }
        text.append('}');
    }

    /** Section 3.2.2.2: short escapes, then lower-case \\u for control characters; everything else as it is. */
    private static void appendString(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            int escape = ESCAPED.indexOf(c);
            if (escape >= 0) {
                text.append('\\').append(ESCAPES.charAt(escape));
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                checkSurrogate(string, i);
                text.append(c);
            }
        }
        text.append('"');
    }

    private static void checkSurrogate(String string, int i) {
        char c = string.charAt(i);
        boolean lone = Character.isHighSurrogate(c)
                ? i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
        if (lone) {
            throw new MalformedException("a string with half a surrogate pair isn't Unicode text");
        }
    }
}
