package org.shengmo.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * Citizen supervisors. One is a person in a post of a panel under the discipline body, for a term, whose scope is the bodies that the
 * appointment names: what they see and do ends with the term by itself.
 */
public interface Observations {

    /** The document that their work rests on. */
    String MEASURES = "supervisor-measures";

    /** Leave to appoint supervisors, and to read all they report. */
    Permission APPOINT = Permission.of("supervision.appoint");

    /** Leave to inspect and to report, within the post's scope: a supervisor's. */
    Permission OBSERVE = Permission.of("supervision.observe");

    /**
     * Appoints a citizen. Entry {@code supervision.appointed}.
     *
     * @param bodies the bodies they may look at
     * @param until the first day no more in office
     * @throws org.shengmo.wording.Invalid with every fault
     * @throws org.shengmo.wording.Refused for a term longer than the rule's years, with the clause
     */
    Supervisor appoint(Actor by, String name, Set<UUID> bodies, LocalDate from, LocalDate until);

    /**
     * Reports what was seen. The body's head owes an answer. Entry {@code supervision.observed}.
     *
     * @param photos PNG or JPEG; re-encoded, so that place, device and author are gone
     * @throws org.shengmo.wording.Refused for a body beyond the appointment
     */
    Observation report(Actor by, UUID body, String title, String text, List<byte[]> photos);

    /**
     * Answers. Entry {@code supervision.observation-answered}.
     *
     * @throws org.shengmo.wording.Refused for any but the body's head, and where no answer is owed
     */
    Observation answer(Actor by, UUID observation, String text);

    /**
     * Says whether the answer will do; one that will not is owed anew, once. What the second does not settle is registered as a hit. Entry {@code supervision.observation-judged}.
     *
     * @throws org.shengmo.wording.Refused for any but who reported it, and where no answer waits for it
     */
    Observation judge(Actor by, UUID observation, boolean satisfied, String remark);

    /** Everyone appointed, latest first. */
    List<Supervisor> supervisors();

    /** What a reader may see: a supervisor's own, a body's own, or all; newest first. */
    List<Observation> readableBy(Actor reader);

    /** One of those. */
    Optional<Observation> find(Actor reader, UUID id);
}
