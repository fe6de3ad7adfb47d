package org.shengmo.mandate;

import java.util.Locale;

/** Whose catalogue. */
public enum Catalogue {
    /** The Party committee's. */
    COMMITTEE,
    /** The government's and its departments'. */
    GOVERNMENT;

    /** As the database and files have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Catalogue of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
