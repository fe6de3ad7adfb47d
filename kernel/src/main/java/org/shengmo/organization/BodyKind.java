package org.shengmo.organization;

/** What sort of body a body is. */
public enum BodyKind {
    /** A Party committee. */
    COMMITTEE,
    /** A people's government. */
    GOVERNMENT,
    /** A commission for discipline inspection, with the supervisory commission it shares its offices with. */
    DISCIPLINE,
    /** A people's congress and its standing committee. */
    PEOPLES_CONGRESS,
    /** A committee of the political consultative conference. */
    CPPCC,
    /** A department of a committee or a government. */
    DEPARTMENT,
    /** A public institution under a department. */
    INSTITUTION,
    /** A township, town or subdistrict. */
    TOWNSHIP,
    /** A village or residents' community. */
    VILLAGE,
    /** A body that coordinates others: a leading group, a joint conference, a headquarters. */
    COORDINATING
}
