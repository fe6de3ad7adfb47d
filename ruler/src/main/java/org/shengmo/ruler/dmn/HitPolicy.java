package org.shengmo.ruler.dmn;

/** What a decision table gives when several of its rows match (DMN 1.5, 8.2.8). */
public enum HitPolicy {
    UNIQUE("U"),
    ANY("A"),
    PRIORITY("P"),
    FIRST("F"),
    RULE_ORDER("R"),
    OUTPUT_ORDER("O"),
    COLLECT("C"),
    COLLECT_SUM("C+"),
    COLLECT_MIN("C<"),
    COLLECT_MAX("C>"),
    COLLECT_COUNT("C#");

    private final String letter;

    HitPolicy(String letter) {
        this.letter = letter;
    }

    /** The letter in the corner of the table. */
    public String letter() {
        return letter;
    }

    /** The policy by DMN's attribute values; {@code aggregation} may be empty. */
    static HitPolicy of(String policy, String aggregation) {
        if (policy.isEmpty()) {
            return UNIQUE;
        }
        HitPolicy named = valueOf(policy.replace(' ', '_'));
        return named == COLLECT && !aggregation.isEmpty() ? valueOf("COLLECT_" + aggregation) : named;
    }

    /** Whether the result is a list of the matching rows' outputs. */
    public boolean lists() {
        return this == RULE_ORDER || this == OUTPUT_ORDER || this == COLLECT;
    }

    /** Whether the result is one value computed from all matching rows. */
    public boolean aggregates() {
        return this == COLLECT_SUM || this == COLLECT_MIN || this == COLLECT_MAX || this == COLLECT_COUNT;
    }
}
