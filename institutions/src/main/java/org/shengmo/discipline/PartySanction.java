package org.shengmo.discipline;

import java.util.Locale;

/** 党纪处分: the sanctions of art. 8 of the Party's disciplinary regulations, from the lightest to the gravest. */
public enum PartySanction {
    /** 警告. */
    WARNING,
    /** 严重警告. */
    SERIOUS_WARNING,
    /** 撤销党内职务. */
    REMOVAL,
    /** 留党察看一年. */
    PROBATION_ONE,
    /** 留党察看二年. */
    PROBATION_TWO,
    /** 开除党籍. */
    EXPULSION;

    /** As it stands in rule tables, addresses and bundles, such as {@code serious-warning}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it belongs to the third form: removal and graver. */
    public boolean heavy() {
        return compareTo(REMOVAL) >= 0;
    }
}
