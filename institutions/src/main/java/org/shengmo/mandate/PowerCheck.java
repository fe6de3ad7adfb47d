package org.shengmo.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** Whether a proposed power says all that a power must say. */
final class PowerCheck {

    private PowerCheck() {}

    /** @throws Invalid with every fault by form field */
    static void check(String code, Power power, String reasons, Predicate<String> bodies) {
        List<Fault> faults = new ArrayList<>();
        if (!code.matches("[A-Za-z0-9-]{2,64}")) {
            faults.add(new Fault("code", Text.of("mandate.fault.code")));
        }
        blank(faults, "name", power.name());
        blank(faults, "reasons", reasons);
        for (String field : power.missing()) {
            faults.add(new Fault(field, Text.of("mandate.fault.missing")));
        }
        body(faults, "holder", power.holder(), bodies);
        body(faults, "responsible", power.responsible(), bodies);
        body(faults, "department", power.department(), bodies);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static void blank(List<Fault> faults, String field, String text) {
        if (text.isBlank()) {
            faults.add(new Fault(field, Text.of("mandate.fault.blank")));
        }
    }

    private static void body(List<Fault> faults, String field, String code, Predicate<String> bodies) {
        if (!code.isEmpty() && !bodies.test(code)) {
            faults.add(new Fault(field, Text.of("mandate.import.body", code)));
        }
    }
}
