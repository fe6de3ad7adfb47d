package org.shengmo.rulebook;

import java.time.LocalDate;

/** Thrown where a rule is asked for that was not in force: a mistake of the asking code or of a rule pack. */
public final class NoSuchRule extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchRule(String rule, LocalDate on) {
        super("no rule " + rule + " in force on " + on);
    }
}
