package org.shengmo.procurement;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.springframework.stereotype.Component;

/** Keys, sealed bids, and their opening by two. */
@Component
class Bidding {

    private static final int CODE_GROUPS = 4;
    private static final int CODE_GROUP = 100_000;

    private final TenderRows rows;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Docket docket;
    private final TenderDesk desk;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Bidding(TenderRows rows, ProcurementRules rules, Handling handling, Docket docket, TenderDesk desk, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.handling = handling;
        this.docket = docket;
        this.desk = desk;
        this.clock = clock;
    }

    void holdKey(Actor by, UUID id, String publicKey) {
        Tender tender = desk.locked(id);
        BidSeal.Holder holder = holder(by, desk.project(tender));
        Optional<String> held = holder == BidSeal.Holder.TRADING
                ? tender.details().keys().trading()
                : tender.details().keys().supervision();
        if (held.isPresent() || !(tender instanceof Tender.Sealed)) {
            throw rules.refused("procurement.refused.key-stands", "7");
        }
        try {
            BidSeal.key(publicKey);
        } catch (IllegalArgumentException malformed) {
            throw Invalid.at("publicKey", "procurement.fault.key");
        }
        rows.key(id, holder, publicKey);
        desk.record(by.author(), "procurement.key-held", tender, Map.of("holder", holder.name(), "key", publicKey));
    }

    private BidSeal.Holder holder(Actor by, Project project) {
        Project.Assignment supervising = project.details().assignments().get(Centre.SUPERVISION);
        boolean supervision = supervising != null
                && supervising.person().equals(by.person())
                && supervising.post().equals(by.post());
        handling.require(by, project, supervision ? Centre.SUPERVISION : Centre.TRADING);
        return supervision ? BidSeal.Holder.SUPERVISION : BidSeal.Holder.TRADING;
    }

    Tenders.Receipt receive(UUID id, String envelope) {
        Tender tender = desk.locked(id);
        Instant now = clock.instant();
        if (now.isAfter(tender.details().terms().deadline()) || !(tender instanceof Tender.Sealed)) {
            throw ProcurementRules.refused(
                    "procurement.refused.late",
                    rules.limit("bidders"),
                    Map.of("deadline", tender.details().terms().deadline(), "received", now));
        }
        if (!tender.details().keys().complete()) {
            throw rules.refused("procurement.refused.no-keys", "7");
        }
        if (envelope.length() > BidSeal.LONGEST || !BidSeal.isEnvelope(id, envelope)) {
            throw Invalid.at("envelope", "procurement.fault.envelope");
        }
        UUID bid = UUID.randomUUID();
        String sha256 = Sha256.hex(envelope);
        long entry = desk.record(
                new Author(null, null), "procurement.bid-received", tender, Map.of("bid", bid, "sha256", sha256));
        String code = code();
        rows.receive(bid, id, now, envelope, entry, Sha256.hex(code));
        return new Tenders.Receipt(bid, sha256, entry, code);
    }

    /** Twenty digits in groups of five: 66 bits that only the bidder holds. */
    private String code() {
        return random.ints(CODE_GROUPS, 0, CODE_GROUP)
                .mapToObj("%05d"::formatted)
                .collect(Collectors.joining("-"));
    }

    void withdraw(UUID id, String code) {
        Tender tender = desk.locked(id);
        Instant now = clock.instant();
        if (now.isAfter(tender.details().terms().deadline()) || !(tender instanceof Tender.Sealed)) {
            throw rules.refusedUnder(
                    "procurement.refused.withdraw-late",
                    "tendering-law",
                    "29",
                    Map.of("deadline", tender.details().terms().deadline(), "received", now));
        }
        TenderRows.SealedBid bid = rows.byCode(id, Sha256.hex(code.strip()))
                .orElseThrow(() -> Invalid.at("code", "procurement.fault.bid-code"));
        rows.opened(bid.id(), Tender.Bid.State.WITHDRAWN, desk.say("procurement.bid.withdrawn"));
        desk.record(
                new Author(null, null),
                "procurement.bid-withdrawn",
                tender,
                Map.of("bid", bid.id(), "sha256", Sha256.hex(bid.envelope())));
    }

    Map<UUID, String> envelopes(Actor by, UUID id) {
        Tender tender = rows.tender(id).orElseThrow();
        holder(by, desk.project(tender));
        desk.afterDeadline(tender);
        Map<UUID, String> envelopes = new LinkedHashMap<>();
        rows.sealed(id).forEach(bid -> envelopes.put(bid.id(), bid.envelope()));
        return envelopes;
    }

    void giveShares(Actor by, UUID id, Map<UUID, byte[]> shares) {
        Tender tender = desk.locked(id);
        BidSeal.Holder holder = holder(by, desk.project(tender));
        desk.afterDeadline(tender);
        if (!(tender instanceof Tender.Sealed)) {
            throw rules.refused("procurement.refused.opened", "7");
        }
        desk.suspended(tender);
        desk.enough(tender);
        if (tender.details().terms().method() == Method.OPEN
                && tender.details().pool().isEmpty()) {
            throw rules.refused("procurement.refused.no-pool", "8");
        }
        List<TenderRows.SealedBid> bids = rows.sealed(id);
        if (shares.isEmpty() || bids.stream().noneMatch(bid -> shares.containsKey(bid.id()))) {
            throw Invalid.at("shares", "procurement.fault.shares");
        }
        for (TenderRows.SealedBid bid : bids) {
            byte[] share = shares.get(bid.id());
            if (share != null && share.length > 0) {
                boolean untouched = isOnRecord(bid);
                if (untouched && !BidSeal.fits(holder, share, bid.envelope())) {
                    throw Invalid.at("shares", "procurement.fault.shares");
                }
                rows.share(bid.id(), holder, share);
            }
        }
        desk.record(
                by.author(),
                "procurement.shares-given",
                tender,
                Map.of("holder", holder.name(), "numbers", bids.size()));
        List<TenderRows.SealedBid> now = rows.sealed(id);
        boolean both = now.stream().anyMatch(bid -> bid.trading().isPresent())
                && now.stream().anyMatch(bid -> bid.supervision().isPresent());
        if (both) {
            open(by, tender, now);
        }
    }

    /** Whether the stored envelope has the hash that went on record when it came in. */
    private boolean isOnRecord(TenderRows.SealedBid bid) {
        return docket.entry(bid.entry(), List.of())
                .map(Entry::payload)
                .map(payload -> payload.get("sha256"))
                .filter(Sha256.hex(bid.envelope())::equals)
                .isPresent();
    }

    private void open(Actor by, Tender tender, List<TenderRows.SealedBid> bids) {
        List<Map<String, Object>> read = new ArrayList<>();
        for (TenderRows.SealedBid bid : bids) {
            Map<String, Object> line = new TreeMap<>(Map.of("number", bid.number()));
            if (!isOnRecord(bid)) {
                rows.opened(bid.id(), Tender.Bid.State.TAMPERED, desk.say("procurement.bid.tampered"));
                line.put("state", "TAMPERED");
            } else {
                Optional<BidContent> content = bid.trading()
                        .flatMap(one -> bid.supervision()
                                .flatMap(other -> BidSeal.open(
                                        tender.id(),
                                        bid.envelope(),
                                        Base64.getDecoder().decode(one),
                                        Base64.getDecoder().decode(other))));
                content.ifPresentOrElse(
                        opened -> {
                            rows.opened(bid.id(), opened);
                            line.put("firm", opened.firm());
                            line.put("credit_code", opened.creditCode());
                            line.put("price", opened.price());
                            line.put("nonce", opened.nonce());
                            aboveCeiling(tender, bid.id(), opened);
                        },
                        () -> rows.opened(
                                bid.id(), Tender.Bid.State.UNREADABLE, desk.say("procurement.bid.unreadable")));
                line.put("state", content.isPresent() ? "OPENED" : "UNREADABLE");
            }
            read.add(line);
        }
        rows.opened(tender.id(), clock.instant());
        docket.record(Act.of(
                by.author(),
                "procurement.opened",
                new Subject("procurement.project", tender.details().project()),
                Map.of("bids", read, "numbers", bids.size()),
                tender.details().asSubject()));
    }

    private void aboveCeiling(Tender tender, UUID bid, BidContent content) {
        if (content.price().compareTo(tender.details().ceiling()) > 0) {
            rows.opened(bid, Tender.Bid.State.DISQUALIFIED, desk.say("procurement.bid.above-ceiling"));
        }
    }
}
