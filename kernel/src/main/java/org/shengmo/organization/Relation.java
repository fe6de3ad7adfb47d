package org.shengmo.organization;

/** The kinships between which avoidance applies (Civil Servants Law art. 74). */
public enum Relation {
    /** Husband and wife. */
    SPOUSE,
    /** Blood relatives in a straight line. */
    LINEAL,
    /** Collateral blood relatives within three generations. */
    COLLATERAL,
    /** Close relatives by marriage. */
    AFFINITY
}
