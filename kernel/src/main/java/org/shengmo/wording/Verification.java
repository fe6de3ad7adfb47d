package org.shengmo.wording;

/** How far a rule's wording was checked against its source. Anything but {@link #VERIFIED} is shown to the reader. */
public enum Verification {
    /** Read article by article in the text of the statute. */
    VERIFIED,
    /** Read in an excerpt of the article, not in the whole text. */
    EXCERPT,
    /** Second hand or from memory: must be checked by a person before it is relied on. */
    UNVERIFIED
}
