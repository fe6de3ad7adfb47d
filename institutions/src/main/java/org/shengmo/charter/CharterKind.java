package org.shengmo.charter;

/** The two sorts of charter document; each year has at most one of each. */
public enum CharterKind {
    /** 责任清单: who answers for what, in three tiers. */
    LIST,
    /** 年度计划: the year's items and sub-items with owners, measures and deadlines. */
    PLAN;

    /** The kind in addresses and bundles. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
