package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a version is, in whatever state: its text never changes.
 *
 * @param number 1 for the document's first
 * @param sha256 of the text's canonical form
 * @param endorsers the posts that must endorse it
 * @param endorsements those that did, oldest first
 */
public record VersionDetails(
        UUID id,
        UUID document,
        int number,
        CharterText text,
        String sha256,
        LocalDate circulatedOn,
        List<UUID> endorsers,
        List<Endorsement> endorsements) {

    public VersionDetails {
        endorsers = List.copyOf(endorsers);
        endorsements = List.copyOf(endorsements);
    }

    /** Whether a post has endorsed it. */
    public boolean endorsedBy(UUID post) {
        return endorsements.stream().anyMatch(each -> each.post().equals(post));
    }

    /** The posts whose endorsement is still missing. */
    public List<UUID> missing() {
        return endorsers.stream().filter(post -> !endorsedBy(post)).toList();
    }
}
