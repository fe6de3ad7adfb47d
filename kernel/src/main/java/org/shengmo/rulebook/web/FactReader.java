package org.shengmo.rulebook.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.shengmo.rulebook.DecisionTable;
import org.shengmo.rulebook.DecisionTable.Column;

/** Turns what was typed or sent into the types that a table's columns have; what does not fit stays, for the rulebook to name. */
final class FactReader {

    private FactReader() {}

    static Map<String, Object> read(DecisionTable table, Map<String, ?> sent) {
        Map<String, Object> facts = new TreeMap<>();
        for (Column input : table.inputs()) {
            Object value = sent.get(input.name());
            if (value != null && !value.toString().isBlank()) {
                facts.put(input.name(), value(input, value));
            }
        }
        return facts;
    }

    private static Object value(Column input, Object sent) {
        String text = sent.toString().strip();
        try {
            return switch (input.type()) {
                case "number" -> new BigDecimal(text.replace(",", ""));
                case "date" -> LocalDate.parse(text);
                case "boolean" -> truth(text);
                default -> sent instanceof String ? text : sent;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return text;
        }
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }
}
