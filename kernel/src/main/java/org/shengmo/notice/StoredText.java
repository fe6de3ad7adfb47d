package org.shengmo.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shengmo.wording.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** A text kept until it is read, with its arguments as what they were. */
final class StoredText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredText() {}

    static String write(Text text) {
        return JSON.writeValueAsString(tree(text));
    }

    static Text read(String content) {
        return text(JSON.readValue(content, new TypeReference<Map<String, Object>>() {}));
    }

    private static Map<String, Object> tree(Text text) {
        return Map.of(
                "key",
                text.key(),
                "arguments",
                text.arguments().stream().map(StoredText::tree).toList());
    }

    private static Object tree(Object argument) {
        return switch (argument) {
            case Text inner -> tree(inner);
            case LocalDate date -> Map.of("date", date.toString());
            case BigDecimal number -> Map.of("decimal", number.toPlainString());
            case Integer number -> number;
            case Long number -> Map.of("long", number.toString());
            case CharSequence words -> words.toString();
            default -> throw new IllegalArgumentException("cannot be told: " + argument.getClass());
        };
    }

    private static Text text(Map<?, ?> tree) {
        List<?> arguments = (List<?>) tree.get("arguments");
        return Text.of(
                (String) tree.get("key"),
                arguments.stream().map(StoredText::argument).toArray());
    }

    private static Object argument(Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        if (map.get("date") instanceof String date) {
            return LocalDate.parse(date);
        }
        if (map.get("decimal") instanceof String number) {
            return new BigDecimal(number);
        }
        if (map.get("long") instanceof String number) {
            return Long.valueOf(number);
        }
        return text(map);
    }
}
