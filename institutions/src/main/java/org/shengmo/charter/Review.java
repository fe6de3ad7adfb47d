package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A session of the standing committee on integrity.
 *
 * @param quarter the quarter whose review it is; for a special session the quarter it was held in
 * @param special whether it is a special session, on what public evaluation showed
 * @param on the day it was held
 * @param topic what was on the agenda
 * @param decisions what was decided
 * @param entry the docket entry
 */
public record Review(
        UUID id,
        Quarter quarter,
        boolean special,
        LocalDate on,
        String topic,
        String decisions,
        List<UUID> attachments,
        long entry) {

    public Review {
        attachments = List.copyOf(attachments);
    }
}
