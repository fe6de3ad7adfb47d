package org.shengmo.charter;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Text;

/** Values of charter texts: to maps for the canonical form, and the faults common to both documents. */
final class Contents {

    private Contents() {}

    static Map<String, Object> of(Named named) {
        return Map.of("code", named.code(), "name", named.name());
    }

    static Map<String, Object> of(Responsibility each) {
        return Map.of(
                "code", each.code(),
                "tier", each.tier().code(),
                "title", each.title(),
                "text", each.text(),
                "holder", of(each.holder()));
    }

    static Map<String, Object> of(LeadingBody each) {
        return Map.of(
                "body", of(each.body()),
                "principal", of(each.principal()),
                "members", each.members().stream().map(Contents::of).toList());
    }

    static Map<String, Object> of(PlanItem each) {
        return Map.of(
                "code", each.code(),
                "title", each.title(),
                "owner", of(each.owner()),
                "leadUnit", of(each.leadUnit()),
                "subItems", each.subItems().stream().map(Contents::of).toList());
    }

    static Map<String, Object> of(SubItem each) {
        return Map.of(
                "code", each.code(),
                "title", each.title(),
                "measure", each.measure(),
                "owner", of(each.owner()),
                "leadUnit", of(each.leadUnit()),
                "supportingUnits",
                        each.supportingUnits().stream().map(Contents::of).toList(),
                "deadline", each.deadline());
    }

    /** Notes codes that stand twice and texts that are blank. */
    static final class Check {

        private final List<Fault> faults;
        private final Set<String> codes = new HashSet<>();

        Check(List<Fault> faults) {
            this.faults = faults;
        }

        void code(String code) {
            if (code.isBlank()) {
                fault("?", "charter.text.code-missing");
            } else if (!codes.add(code)) {
                fault(code, "charter.text.code-twice", code);
            }
        }

        void filled(String code, String... texts) {
            for (String text : texts) {
                if (text.isBlank()) {
                    fault(code, "charter.text.blank", code);
                    return;
                }
            }
        }

        void inYear(String code, LocalDate day, int year) {
            if (day.getYear() != year) {
                fault(code, "charter.text.deadline-outside", code, day.toString(), Integer.toString(year));
            }
        }

        void fault(String place, String key, Object... arguments) {
            faults.add(new Fault(place, Text.of(key, arguments)));
        }
    }
}
