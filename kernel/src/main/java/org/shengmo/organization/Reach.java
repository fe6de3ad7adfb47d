package org.shengmo.organization;

/** How far a post's permissions reach, seen from the post. */
public enum Reach {
    /** The whole district. */
    ALL,
    /** Bodies named one by one. */
    CHOSEN_BODIES,
    /** Its own body and all below it. */
    OWN_BODY_AND_BELOW,
    /** Its own body. */
    OWN_BODY,
    /** What is the holder's own. */
    OWN_SELF
}
