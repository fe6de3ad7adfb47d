package org.shengmo.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/** Who is related to whom, as people declared it: what rules of avoidance are judged on. */
public interface Kinships {

    /**
     * Declares a kinship from a day on. Entry {@code organization.kinship-declared}.
     *
     * @param by one of the two, or {@code organization.manage}
     * @throws org.shengmo.wording.Refused for anyone else, and when it stands already
     * @throws org.shengmo.wording.Invalid when both are the same person
     */
    void declare(Actor by, UUID person, UUID relative, Relation relation, LocalDate from);

    /** Ends a kinship on a day (exclusive). Entry {@code organization.kinship-ended}. */
    void end(Actor by, UUID person, UUID relative, LocalDate until);

    /** A person's kinships on a day. */
    List<Kinship> of(UUID person, LocalDate on);

    /** How two people are related on a day. */
    Optional<Kinship> between(UUID person, UUID other, LocalDate on);

    /** Every kinship on a day, each once. */
    List<Kinship> all(LocalDate on);
}
