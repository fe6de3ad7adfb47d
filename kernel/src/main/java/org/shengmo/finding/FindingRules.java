package org.shengmo.finding;

import java.time.LocalDate;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;

/** The clauses that the procedure of findings rests on. */
final class FindingRules {

    private static final String DISTRICT = "accountability-measures";

    private FindingRules() {}

    /** Nobody is judged unheard. */
    static Citation hearing(Rulebook rulebook, LocalDate on) {
        return rulebook.cite(DISTRICT, "4", on);
    }

    /** Nobody decides their own matter, or what they stated themselves. */
    static Citation recusal(Rulebook rulebook, LocalDate on) {
        return rulebook.cite(DISTRICT, "5", on);
    }

    /** One fact is held against somebody once. */
    static Citation oneFactOnce(Rulebook rulebook, LocalDate on) {
        return rulebook.cite(DISTRICT, "6", on);
    }
}
