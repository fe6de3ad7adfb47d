package org.shengmo.deliberation;

import java.util.Locale;

/** What comes before a decision (Interim Regulations on Major Administrative Decisions arts. 14–26). */
public enum Step {
    /** Research (调查研究). */
    RESEARCH,
    /** Public comment (公开征求意见). */
    COMMENT,
    /** Expert argument (专家论证). */
    EXPERT,
    /** Risk assessment (风险评估). */
    RISK,
    /** Legality review (合法性审查). */
    LEGALITY;

    /** As the decision tables and the bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of a code. */
    public static Step of(String code) {
        return valueOf(code.strip().toUpperCase(Locale.ROOT));
    }
}
