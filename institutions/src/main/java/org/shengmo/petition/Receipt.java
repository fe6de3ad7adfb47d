package org.shengmo.petition;

import java.time.LocalDate;

/**
 * What a sender takes away.
 *
 * @param code the sixteen digits that open the conversation; shown once, kept nowhere
 * @param due by when they will be told where it went
 * @param sealed whether it went to discipline intake
 */
public record Receipt(String code, LocalDate due, boolean sealed) {

    /** The code in groups of four, as it is read aloud. */
    public String grouped() {
        return code.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
