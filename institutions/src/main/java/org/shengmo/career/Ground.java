package org.shengmo.career;

import java.util.Locale;

/** Why somebody is selected. */
public enum Ground {
    /** A post is to be filled. */
    ORDINARY,
    /** Results in urgent, hard work (急难险重), on evidence. */
    FRONTLINE;

    /** The ground in bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
