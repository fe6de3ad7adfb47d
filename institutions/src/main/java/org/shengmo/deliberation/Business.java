package org.shengmo.deliberation;

/** Kinds of business that the competence table tells apart. */
public enum Business {
    /** New spending (新增支出). */
    SPENDING("new-spending"),
    /** Disposal of assets (资产处置). */
    DISPOSAL("asset-disposal"),
    /** Public investment (政府投资). */
    INVESTMENT("public-investment"),
    /** Appointing and removing (干部任免). */
    PERSONNEL("personnel"),
    /** Rules for the district (制度). */
    RULES("rules"),
    /** Plans for the district (规划). */
    PLAN("plan");

    private final String code;

    Business(String code) {
        this.code = code;
    }

    /** As the decision tables and the bundles write it. */
    public String code() {
        return code;
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException for a code that none has
     */
    public static Business of(String code) {
        for (Business kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of business " + code);
    }

    /** Whether an amount belongs to it. */
    public boolean hasAmount() {
        return this == SPENDING || this == DISPOSAL || this == INVESTMENT;
    }
}
