package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * A lead to be registered.
 *
 * @param accused whom it is about, as it came
 * @param people those of them who are known
 * @param bodies bodies that it is about
 * @param source the fact it comes from; null where it stands for itself
 * @param informant who brought it forward; blank where unknown or nobody
 * @param contact how to reach them
 */
public record NewLead(
        Origin origin,
        LocalDate receivedOn,
        String text,
        String accused,
        List<UUID> people,
        List<UUID> bodies,
        Subject source,
        String informant,
        String contact) {

    public NewLead {
        people = List.copyOf(people);
        bodies = List.copyOf(bodies);
    }
}
