package org.shengmo.rulebook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shengmo.rulebook.DecisionTable.Column;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** The facts of a question, checked against the columns of its table. */
final class Facts {

    private final List<Fault> faults = new ArrayList<>();

    private Facts() {}

    /**
     * The facts that a table asks for, each of its column's type; further facts are left out.
     *
     * @throws Invalid with every fact that is missing, of another type or not among the values allowed
     */
    static Map<String, Object> of(DecisionTable table, Map<String, ?> given) {
        Facts facts = new Facts();
        Map<String, Object> checked = new TreeMap<>();
        table.inputs().forEach(input -> checked.put(input.name(), facts.value(input, given.get(input.name()))));
        if (!facts.faults.isEmpty()) {
            throw new Invalid(facts.faults);
        }
        return checked;
    }

    private Object value(Column input, Object given) {
        if (given == null) {
            return fault(input, "rulebook.fact.missing");
        }
        Object value = switch (input.type()) {
            case "number" -> number(given);
            case "boolean" -> given instanceof Boolean ? given : null;
            case "date" -> given instanceof LocalDate ? given : null;
            default -> given instanceof CharSequence ? given.toString() : null;
        };
        if (value == null) {
            return fault(input, "rulebook.fact." + input.type());
        }
        boolean allowed = input.values().isEmpty()
                || input.values().stream().anyMatch(each -> each.code().equals(value));
        return allowed ? value : fault(input, "rulebook.fact.value");
    }

    private Object fault(Column input, String key) {
        faults.add(new Fault(input.name(), Text.of(key)));
        return null;
    }

    private static BigDecimal number(Object given) {
        return switch (given) {
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            default -> null;
        };
    }
}
