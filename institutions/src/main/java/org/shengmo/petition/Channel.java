package org.shengmo.petition;

/** How a petition came in. */
public enum Channel {
    /** On the public pages. */
    WEB,
    /** Told on the phone, entered by a clerk. */
    PHONE,
    /** Told at the visit desk, entered by a clerk. */
    VISIT,
    /** Heard on site by officials who went there. */
    OUTREACH,
    /** From a workbook. */
    IMPORT,
    /** From another program, by Open311. */
    OPEN311
}
