package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * A case in one of its states: investigated by two, tried by two others, told and heard, decided by who is competent,
 * announced.
 */
public sealed interface CaseFile {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Evidence is gathered. */
    record Investigated(Details details, LocalDate due) implements CaseFile {}

    /** Others than who investigated examine it. */
    record OnTrial(Details details, LocalDate due) implements CaseFile {}

    /** The person was told what is held against them and was heard (政务处分法 art. 43). */
    record Heard(Details details, Hearing hearing) implements CaseFile {}

    /** Decided, not announced yet: still secret. */
    record Decided(Details details, Hearing hearing, SanctionDecision decision) implements CaseFile {}

    /** Announced: the order is in effect. */
    record InEffect(Details details, Hearing hearing, SanctionDecision decision) implements CaseFile {}

    /** Nothing was proven. */
    record Dismissed(Details details, LocalDate on, String reasons) implements CaseFile {}

    /**
     * What a case is.
     *
     * @param person whom it is about
     * @param eightRules whether it breaks the eight rules on conduct
     * @param matter what it is about
     * @param handlers who investigates
     * @param triers who examines it after them; empty before
     */
    record Details(
            UUID id,
            UUID lead,
            int year,
            int number,
            UUID person,
            Level level,
            boolean eightRules,
            String matter,
            List<UUID> handlers,
            List<UUID> triers,
            LocalDate filedOn) {

        public Details {
            handlers = List.copyOf(handlers);
            triers = List.copyOf(triers);
        }

        /** As the subject of its entries, all in the compartment. */
        public Subject asSubject() {
            return new Subject("discipline.case", id);
        }
    }

    /**
     * What the person was told and what they said.
     *
     * @param violations what is held against them, with the sanctions in view
     * @param statement what they said
     * @param verified what was found when their facts and reasons were looked into
     */
    record Hearing(LocalDate on, List<Violation> violations, String statement, String verified) {
        public Hearing {
            violations = List.copyOf(violations);
        }
    }
}
