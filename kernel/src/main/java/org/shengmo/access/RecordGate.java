package org.shengmo.access;

import java.util.Optional;
import org.shengmo.docket.Subject;

/** Says who may read what entries about a subject say; a bean of each room that keeps its things closer than the scope. */
public interface RecordGate {

    /** Whether somebody may read it; empty for a subject that this room doesn't know. */
    Optional<Boolean> shows(Actor by, Subject about);
}
