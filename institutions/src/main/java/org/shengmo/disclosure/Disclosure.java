package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** What is public: one catalogue, filled by acts elsewhere ({@link org.shengmo.docket.Publishable}), masked before it is read. */
public interface Disclosure {

    /** Leave to publish what one's body owes, and to handle requests for information. */
    Permission PUBLISH = Permission.of("disclosure.publish");

    /** Leave to decide that something is not public, and to extend an answer: the head of the office of disclosure. */
    Permission LEAD = Permission.of("disclosure.lead");

    /** The regulation that all of it rests on. */
    String REGULATION = "information-disclosure-regulation";

    /**
     * Takes up what acts owe the public since: what is public at once is published, of the rest the duty arises. Idempotent.
     *
     * @return how many
     */
    int gather(LocalDate day);

    /**
     * Publishes what is owed, its words put right where need be. Entry {@code disclosure.published}.
     *
     * @throws org.shengmo.wording.Refused for any but the office that owes it, and a second time
     */
    Publication publish(Actor by, UUID id, String title, String text);

    /**
     * Decides that something owed is not public. Entry {@code disclosure.declined}; the duty is no longer owed.
     *
     * @param ground the article: {@code 14}, {@code 15}, {@code 16.1} or {@code 16.2}
     * @throws org.shengmo.wording.Refused without {@link #LEAD}
     */
    Publication decline(Actor by, UUID id, String ground, String reasons);

    /** Publishes something no act elsewhere brought about. Entry {@code disclosure.published}. */
    Publication add(Actor by, String title, String text);

    /** Puts right what is published; what stood there stays on record. Entry {@code disclosure.corrected}. */
    Publication correct(Actor by, UUID id, String title, String text, String reasons);

    /** What stands in the catalogue, in its table's order. */
    List<CatalogueItem> catalogue();

    /** What is published, newest first. */
    List<Publication.Published> published();

    /** The publication of an identifier, for whom it is: published for all, else for its office and above. */
    Optional<Publication> find(Actor reader, UUID id);

    /** What an office has to publish, soonest due first. */
    List<Publication.Owed> owedBy(Actor reader);

    /** What stood there before it was put right, newest first. */
    List<Revision> revisions(UUID id);

    /** Masks a text by the rule in force. */
    Masking.Masked masked(String text);

    /** What stood there until a day. */
    record Revision(LocalDate on, String title, String text, String reasons) {}
}
