package org.shengmo.petition;

/** Whether somebody said who they are, and who may know it. */
public enum Naming {
    /** Those who handle the petition may know. */
    NAMED,
    /** Only the petition office may know. */
    CONFIDENTIAL,
    /** Nobody knows: nothing is kept about who it was. */
    ANONYMOUS
}
