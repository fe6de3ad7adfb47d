package org.shengmo.discipline;

import java.util.Locale;

/** Where a lead comes from. */
public enum Origin {
    /** A complaint about an official. */
    PETITION,
    /** A hit of an audit or of a check over tables. */
    AUDIT,
    /** Supervision, inspection, a campaign. */
    SUPERVISION,
    /** A finding about a decision, a purchase or a public project. */
    DECISION,
    /** From above, from another district, from a court. */
    TRANSFERRED;

    /** As it stands in bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
