package org.shengmo.charter;

/** The three tiers of the responsibility lists. */
public enum Tier {
    /** 领导班子集体: the leading body as a whole; its head answers for it. */
    LEADING_BODY,
    /** 主要负责人: the principal, first answerable. */
    PRINCIPAL,
    /** 班子成员: each member within their portfolio. */
    MEMBER;

    /** The tier in addresses and bundles, such as {@code leading-body}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
