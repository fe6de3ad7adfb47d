package org.shengmo.discipline;

import java.util.Locale;

/** What is done with a lead: the four ways (监督执纪工作规则 art. 21), and a case where a check found grounds for one. */
public enum Way {
    /** 谈话函询. */
    INTERVIEW,
    /** 初步核实. */
    CHECK,
    /** 暂存待查. */
    PUT_ASIDE,
    /** 予以了结. */
    CLOSE,
    /** 了结，并批评教育、谈话提醒等: closed with a talk, the first form. */
    TALK,
    /** 立案: a case is filed. */
    FILE;

    /** As it stands in bundles, addresses and forms, such as {@code put-aside}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The way of a code. */
    public static Way of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
