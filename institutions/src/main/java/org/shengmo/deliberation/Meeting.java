package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * A meeting with its sitting.
 *
 * @param number its number in the district
 * @param body the deciding body
 * @param heldOn the day
 * @param place where
 * @param revision how many acts it has seen; another number means that something changed
 * @param sitting how it stands
 * @param minutes its minutes; empty until it is closed
 */
public record Meeting(
        UUID id,
        long number,
        UUID body,
        LocalDate heldOn,
        String place,
        long revision,
        Sitting sitting,
        Optional<Minutes> minutes) {

    /** A meeting as what a docket entry is about. */
    static Subject subject(UUID id) {
        return new Subject("deliberation.meeting", id);
    }

    /**
     * The minutes: canonical JSON of who was there, what was said in which order, and what was decided.
     *
     * @param content the canonical text
     * @param sha256 its SHA-256 in hex; what signatures are bound to
     * @param signatures who signed
     * @param missing posts that were in the room and have not signed
     */
    public record Minutes(String content, String sha256, List<Signature> signatures, List<UUID> missing) {
        public Minutes {
            signatures = List.copyOf(signatures);
            missing = List.copyOf(missing);
        }

        /** Whether everyone has signed who was there. */
        public boolean complete() {
            return missing.isEmpty();
        }
    }

    /**
     * A signature under minutes.
     *
     * @param reservation what the signer holds to be recorded otherwise; empty for nothing
     */
    public record Signature(UUID post, LocalDate on, String reservation) {}
}
