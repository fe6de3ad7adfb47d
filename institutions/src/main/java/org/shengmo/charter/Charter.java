package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * The responsibility list and the annual plan: drafted, circulated, endorsed, in force, replaced.
 *
 * <p>A version comes into force by itself with its last endorsement; {@link #enforce} does it before, once the issuer's
 * head has endorsed. Duties arise by themselves then.
 */
public interface Charter {

    /** Leave to draft, edit, import and amend. */
    Permission DRAFT = Permission.of("charter.draft");

    /** Leave to circulate a draft for endorsement. */
    Permission CIRCULATE = Permission.of("charter.circulate");

    /** Leave to bring a version into force before everybody has endorsed. */
    Permission ENFORCE = Permission.of("charter.enforce");

    /** The document of a kind and year. */
    Optional<UUID> document(CharterKind kind, int year);

    /** The years that have a document, latest first. */
    List<Integer> years();

    /** The draft of a document, while one is being worked on. */
    Optional<Draft> draft(UUID document);

    /** The versions of a document, latest first. */
    List<Version> versions(UUID document);

    /** @throws java.util.NoSuchElementException when there is none */
    Version version(UUID id);

    /** The version of a kind and year that was in force on a day. */
    Optional<Version> inForce(CharterKind kind, int year, LocalDate on);

    /** The versions that wait for a post's endorsement. */
    List<Version> waitingFor(UUID post);

    /** The versions that a person endorsed, the latest endorsement first. */
    List<Version> endorsedBy(UUID person);

    /**
     * Starts a draft, or replaces the one being worked on. Entry {@code charter.drafted}.
     *
     * @throws org.shengmo.wording.Invalid for a post or body that the organization does not know
     */
    Draft draft(Actor by, CharterText text);

    /** Starts a draft from a document's latest version; the one being worked on when there is one. */
    Draft amend(Actor by, UUID document);

    /**
     * Saves an edit made on a revision. Entry {@code charter.edited}.
     *
     * @throws org.shengmo.wording.Invalid for a post or body that the organization does not know
     * @throws org.shengmo.wording.Refused when the text belongs to another document
     */
    Edited edit(Actor by, UUID document, int revision, CharterText text);

    /**
     * Fixes the draft's text as the next version and asks its endorsers. Entry {@code charter.circulated}.
     *
     * @throws org.shengmo.wording.Invalid with everything that is incomplete
     * @throws org.shengmo.wording.Refused when the draft was changed since that revision, and when its text is the latest
     *     version's
     */
    Version circulate(Actor by, UUID document, int revision);

    /**
     * Endorses for the post one acts in. Entry {@code charter.endorsed}, then {@code charter.enforced} with the last one.
     *
     * @param sha256 the hash of the text that was seen
     * @param password the person's own, once more
     * @throws org.shengmo.wording.Refused when the password is wrong, the text is another than the one seen or was
     *     replaced, the post is not among its endorsers, it has endorsed before, or the person is not in the post today
     */
    Version endorse(Actor by, UUID version, String sha256, CharSequence password);

    /**
     * Brings a circulated version into force before everybody has endorsed. Entry {@code charter.enforced}.
     *
     * @throws org.shengmo.wording.Refused before the issuer's head has endorsed, and when it is not circulated
     */
    Version enforce(Actor by, UUID version);
}
