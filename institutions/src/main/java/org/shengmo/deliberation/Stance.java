package org.shengmo.deliberation;

/** What a member says to an item; it counts as the member's vote. */
public enum Stance {
    /** For the proposal (同意). */
    AGREE,
    /** Against it (不同意). */
    DISAGREE,
    /** For putting it off (缓议). */
    DEFER
}
