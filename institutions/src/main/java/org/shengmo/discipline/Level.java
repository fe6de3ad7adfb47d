package org.shengmo.discipline;

import java.util.Locale;

/** The level of whom a case is about: it says who may decide. */
public enum Level {
    /** 村（社区）: those who manage a self-governing body; they get no sanction above a major demerit (art. 22). */
    VILLAGE,
    /** 副科级以下. */
    STAFF,
    /** 乡科级. */
    SECTION,
    /** 县处级以上: not of this district. */
    COUNTY;

    /** As it stands in rule tables and bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
