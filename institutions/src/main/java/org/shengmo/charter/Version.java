package org.shengmo.charter;

import java.time.LocalDate;
import java.util.UUID;

/** A circulated text in one of its states. */
public sealed interface Version {

    /** What it is, in whatever state. */
    VersionDetails details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** A version that can be endorsed. */
    sealed interface Endorsable extends Version {}

    /** Circulated, and waiting for endorsements. */
    record Circulated(VersionDetails details) implements Endorsable {}

    /**
     * In force.
     *
     * @param from the first day
     */
    record InForce(VersionDetails details, LocalDate from) implements Endorsable {}

    /**
     * Replaced by a later version; stays readable.
     *
     * @param from the first day it was in force; null when it never was
     * @param on the day it was replaced
     */
    record Superseded(VersionDetails details, LocalDate from, LocalDate on) implements Version {}
}
