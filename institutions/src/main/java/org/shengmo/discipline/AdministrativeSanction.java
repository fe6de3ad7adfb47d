package org.shengmo.discipline;

import java.util.Locale;

/** 政务处分: the sanctions of art. 7 of the Law on Administrative Sanctions, from the lightest to the gravest. */
public enum AdministrativeSanction {
    /** 警告. */
    WARNING,
    /** 记过. */
    DEMERIT,
    /** 记大过. */
    MAJOR_DEMERIT,
    /** 降级. */
    DEMOTION,
    /** 撤职. */
    REMOVAL,
    /** 开除: ends the employment and has no period. */
    DISMISSAL;

    /** As it stands in rule tables, addresses and bundles, such as {@code major-demerit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it belongs to the third form: demotion and graver. */
    public boolean heavy() {
        return compareTo(DEMOTION) >= 0;
    }
}
