package org.shengmo.deliberation;

import java.util.Locale;

/** Kinds of business that the competence table tells apart. */
public enum Business {
    /** New spending (新增支出). */
    SPENDING,
    /** Disposal of assets (资产处置). */
    DISPOSAL,
    /** Public investment (政府投资). */
    INVESTMENT,
    /** Appointing and removing (干部任免). */
    PERSONNEL,
    /** Rules for the district (制度). */
    RULES,
    /** Plans for the district (规划). */
    PLAN;

    /** As the decision tables and the bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an amount belongs to it. */
    public boolean hasAmount() {
        return this == SPENDING || this == DISPOSAL || this == INVESTMENT;
    }
}
