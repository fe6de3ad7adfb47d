package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Subject;

/** The power catalogue: versions with the days they are in force, and how they come to change. */
public interface Mandate {

    /** Leave to take lists in and to propose changes. */
    Permission MANAGE = Permission.of("mandate.manage");

    /** Leave to review whether a proposed change is lawful. */
    Permission REVIEW = Permission.of("mandate.review");

    /** Leave to put a change in force by a collective decision. */
    Permission DECIDE = Permission.of("mandate.decide");

    /** The document that the catalogue's own rules stand in. */
    String RULES = "power-catalogue-rules";

    /** Every item in force on a day, by catalogue and code. */
    List<ItemVersion> inForce(LocalDate day);

    /** The version of an item that is in force on a day. */
    Optional<ItemVersion> inForce(String code, LocalDate day);

    /** All versions of an item, newest first. */
    List<ItemVersion> versions(String code);

    /** The subject of entries about an item. */
    static Subject subject(UUID item) {
        return new Subject("mandate.item", item);
    }

    /**
     * Takes a list in: xlsx or csv, UTF-8 or GB18030; a province's list of six columns or the full layout. All of it or
     * nothing. What stands already with the same text stays; what differs becomes a new version. One entry
     * {@code mandate.item.listed} an item.
     *
     * @param from the day from which it is in force
     * @param decision the decision that it rests on; for what differs an adopted one that names each of those items
     * @throws org.shengmo.wording.Invalid with every fault by row and column
     * @throws org.shengmo.wording.Refused where an item that stands would change without such a decision
     */
    Imported importList(Actor by, byte[] file, LocalDate from, String decision, boolean dryRun);

    /**
     * What an import took in.
     *
     * @param read rows read
     * @param added items that were new
     * @param changed items that got a new version
     * @param unchanged items that stood so already
     * @param incomplete items that lack something
     */
    record Imported(int read, int added, int changed, int unchanged, int incomplete, boolean dryRun) {}

    /** The items in force on a day in the full layout, to be imported elsewhere. */
    byte[] exportWorkbook(LocalDate day);

    /** The same as csv, UTF-8 with a byte order mark. */
    byte[] exportCsv(LocalDate day);

    /**
     * Proposes a new item or a change. Entry {@code mandate.change.proposed}.
     *
     * @param chart the flowchart's BPMN file; null to keep the one in force
     * @throws org.shengmo.wording.Invalid with every fault of the text and of the chart
     */
    Proposal propose(Actor by, Catalogue catalogue, String code, Power power, byte[] chart, String reasons);

    /**
     * Gives the legality opinion. Entry {@code mandate.change.reviewed}.
     *
     * @throws org.shengmo.wording.Refused for the one who proposed, and when it was reviewed before
     */
    Proposal review(Actor by, UUID proposal, boolean lawful, String opinion);

    /**
     * Puts a lawful change in force by a collective decision, or rejects it. Entries {@code mandate.change.decided} and
     * {@code mandate.item.listed}.
     *
     * @param decision the collective decision that it rests on, looked up by {@link CollectiveDecisions}
     * @param from the first day in force
     * @throws org.shengmo.wording.Refused before the review, after an unlawful one, without an adopted decision that names the item, and when a version
     *     stands from that day on
     */
    Proposal decide(Actor by, UUID proposal, String decision, LocalDate from, boolean adopted);

    /**
     * Takes an item out of force. Entry {@code mandate.item.ended}.
     *
     * @param from the first day no more in force
     * @param decision an adopted collective decision that names the item
     */
    void end(Actor by, String code, LocalDate from, String decision);

    /** The adopted decisions by which an item could change today, newest first. */
    List<CollectiveDecisions.Adopted> decisionsNaming(String code);

    /** Proposals, newest first. */
    List<Proposal> proposals();

    /** The proposal of an identifier. */
    Optional<Proposal> proposal(UUID id);
}
