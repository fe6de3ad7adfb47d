package org.shengmo.entitlement;

/** What somebody reads personal data for. */
public enum Purpose {
    /** To check what was found. */
    VERIFY,
    /** To serve a notice. */
    SERVE,
    /** To hear the household. */
    HEAR,
    /** To decide. */
    DECIDE,
    /** To recover what was paid wrongly. */
    RECOVER,
    /** To review a decision. */
    REVIEW;

    /** As entries and pages write it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
