package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/** Tenders: sealed bids, opening by two, the draw, evaluation, award. */
public interface Tenders {

    /** Enters an expert on the list. Entry {@code procurement.expert-listed}. */
    void list(Actor by, Expert expert);

    /** The experts, by code. */
    List<Expert> experts();

    /**
     * An expert.
     *
     * @param person who they are in the organization; null for an outsider
     * @param interests credit codes of firms they have to do with
     */
    record Expert(String code, String name, String specialty, String employer, UUID person, List<String> interests) {
        public Expert {
            interests = List.copyOf(interests);
        }
    }

    /**
     * Publishes a tender of a reviewed project. Entry {@code procurement.published}.
     *
     * @throws org.shengmo.wording.Refused for quotes above the threshold, too few days, a deposit above its limit, a
     *     committee that is none
     */
    UUID publish(Actor by, UUID project, NewTender tender);

    /**
     * Clarifies or changes a tender's documents for everyone, while it receives bids. Entry {@code procurement.clarified}.
     *
     * @param deadline a later deadline; empty to keep the one that stands
     * @throws org.shengmo.wording.Refused where fewer than 15 days are left to the deadline for bidders to take it in
     *     (Regulation art. 21), and for an earlier deadline
     */
    void clarify(Actor by, UUID tender, String text, Optional<Instant> deadline);

    /**
     * Publishes one's half of an opening key; the other half stays with the holder. Entry {@code procurement.key-held}.
     *
     * @param publicKey base 64 of the uncompressed P-256 point
     */
    void holdKey(Actor by, UUID tender, String publicKey);

    /**
     * Takes a sealed bid; anyone may. Entry {@code procurement.bid-received} with its hash.
     *
     * @throws org.shengmo.wording.Refused after the deadline, and before both keys are there
     * @throws org.shengmo.wording.Invalid where it is no envelope for this tender
     */
    Receipt receive(UUID tender, String envelope);

    /**
     * What a bidder keeps: the hash of what was received, and the entry that holds it.
     *
     * @param code by which the bid can be taken back; told once
     */
    record Receipt(UUID bid, String sha256, long entry, String code) {}

    /**
     * Takes a bid back before the deadline (Law art. 29); another may be sent in its place. It is never opened. Entry
     * {@code procurement.bid-withdrawn}.
     *
     * @param code the one of the bid's receipt
     * @throws org.shengmo.wording.Refused after the deadline
     * @throws org.shengmo.wording.Invalid where no bid of this tender has the code
     */
    void withdraw(UUID tender, String code);

    /** Fixes the list that experts are drawn from, after the deadline. Entry {@code procurement.pool-fixed}. */
    void fixPool(Actor by, UUID tender);

    /** The envelopes, for the two holders once the deadline is over. */
    Map<UUID, String> envelopes(Actor by, UUID tender);

    /**
     * Gives one holder's shares; with the second holder's the bids open. Entries {@code procurement.shares-given},
     * {@code procurement.opened}.
     *
     * @param shares by bid; missing where the holder's key doesn't fit
     * @throws org.shengmo.wording.Refused before the deadline, for anyone but the two holders, and with fewer than three
     *     bids, when the tender fails
     */
    void giveShares(Actor by, UUID tender, Map<UUID, byte[]> shares);

    /**
     * Draws the committee's experts. Entry {@code procurement.drawn}.
     *
     * @param representatives of the owner, by post
     */
    void draw(Actor by, UUID tender, List<UUID> representatives);

    /**
     * Enters what the committee found. Entry {@code procurement.evaluated}.
     *
     * @param points by member's code and bid, 0 to 100; empty for quotes, where the price decides
     * @param disqualified reasons by bid
     */
    void evaluate(Actor by, UUID tender, Map<String, Map<UUID, BigDecimal>> points, Map<UUID, String> disqualified);

    /** Publishes the candidates. Entry {@code procurement.candidates-published}. */
    void publishCandidates(Actor by, UUID tender);

    /** Awards to the first candidate. Entry {@code procurement.awarded}. */
    void award(Actor by, UUID tender);

    /** Lets a tender fail that got too few bids, so that the project is tendered again. Entry {@code procurement.failed}. */
    void fail(Actor by, UUID tender);

    /** The tender of an identifier. */
    Optional<Tender> tender(UUID id);

    /** A project's tenders, latest round first. */
    List<Tender> of(UUID project);
}
