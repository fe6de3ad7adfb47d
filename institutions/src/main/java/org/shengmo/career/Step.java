package org.shengmo.career;

import java.util.Locale;

/** The steps of a selection in their order (Selection Regulations); none is skipped. */
public enum Step {
    /** Proposed by who leads the personnel side (动议). */
    PROPOSAL,
    /** Recommended by those who work there (民主推荐). */
    RECOMMENDATION,
    /** Inspected, with evidence of merit (考察). */
    INSPECTION,
    /** Discussed and decided by the committee (讨论决定). */
    DECISION,
    /** Published before the appointment (任前公示). */
    PUBLICATION,
    /** Appointed, on trial (任职). */
    APPOINTMENT,
    /** The trial's end (试用期满). */
    TRIAL_END;

    /** The step in bundles and rule tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
