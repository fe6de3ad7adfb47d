package org.shengmo.procurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Seals;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tenders in PostgreSQL. */
@Service
class PostgresTenders implements Tenders {

    private static final int POINTS_SCALE = 4;
    private static final int HUNDRED = 100;

    private final TenderRows rows;
    private final ProjectRows projects;
    private final RemedyRows remedies;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Organization organization;
    private final Kinships kinships;
    private final Docket docket;
    private final Seals seals;
    private final Words words;
    private final Clock clock;

    PostgresTenders(
            TenderRows rows,
            ProjectRows projects,
            RemedyRows remedies,
            ProcurementRules rules,
            Handling handling,
            Organization organization,
            Kinships kinships,
            Docket docket,
            Seals seals,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.projects = projects;
        this.remedies = remedies;
        this.rules = rules;
        this.handling = handling;
        this.organization = organization;
        this.kinships = kinships;
        this.docket = docket;
        this.seals = seals;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void list(Actor by, Expert expert) {
        by.require(Procurement.MANAGE);
        if (!expert.code().matches("[A-Za-z0-9-]{1,20}")) {
            throw Invalid.at("code", "procurement.fault.code");
        }
        if (expert.name().isBlank() || expert.specialty().isBlank()) {
            throw Invalid.at("name", "procurement.fault.blank");
        }
        try {
            rows.list(expert);
        } catch (DuplicateKeyException twice) {
            throw Invalid.at("code", "procurement.fault.code");
        }
        docket.record(Act.of(
                by.author(),
                "procurement.expert-listed",
                new Subject("procurement.expert", UUID.nameUUIDFromBytes(Sha256.of(expert.code()))),
                Map.of("code", expert.code(), "specialty", expert.specialty())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expert> experts() {
        return rows.experts();
    }

    @Override
    @Transactional
    public UUID publish(Actor by, UUID projectId, NewTender terms) {
        projects.lock(projectId);
        Project project = project(projectId);
        handling.require(by, project, Centre.TRADING);
        if (!(project instanceof Project.Tenderable tenderable)) {
            throw Refusal.of("procurement.refused.stage", project.details().title())
                    .at("/procurement/" + projectId)
                    .refused();
        }
        BigDecimal ceiling = tenderable.price().reviewed();
        new TenderTerms(rules).judge(project.details().category(), ceiling, terms);
        UUID id = UUID.randomUUID();
        int round = 1 + rows.of(projectId).size();
        rows.insert(id, projectId, round, terms, ceiling, rules.today());
        projects.stage(projectId, "TENDERING");
        Map<String, Object> payload = new TreeMap<>();
        payload.put("method", terms.method().name());
        payload.put("round", round);
        payload.put("ceiling", ceiling);
        payload.put("sale_until", terms.saleUntil());
        payload.put("deadline", terms.deadline());
        payload.put("deposit", terms.bidDeposit());
        docket.record(Act.of(
                by.author(),
                "procurement.published",
                project.details().asSubject(),
                payload,
                new Subject("procurement.tender", id)));
        return id;
    }

    @Override
    @Transactional
    public void holdKey(Actor by, UUID id, String publicKey) {
        Tender tender = locked(id);
        BidSeal.Holder holder = holder(by, project(tender));
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
        record(by.author(), "procurement.key-held", tender, Map.of("holder", holder.name(), "key", publicKey));
    }

    private BidSeal.Holder holder(Actor by, Project project) {
        Project.Assignment supervising = project.details().assignments().get(Centre.SUPERVISION);
        boolean supervision = supervising != null
                && supervising.person().equals(by.person())
                && supervising.post().equals(by.post());
        handling.require(by, project, supervision ? Centre.SUPERVISION : Centre.TRADING);
        return supervision ? BidSeal.Holder.SUPERVISION : BidSeal.Holder.TRADING;
    }

    @Override
    @Transactional
    public Receipt receive(UUID id, String envelope) {
        Tender tender = locked(id);
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
        long entry = record(
                new Author(null, null), "procurement.bid-received", tender, Map.of("bid", bid, "sha256", sha256));
        rows.receive(bid, id, now, envelope, entry);
        return new Receipt(bid, sha256, entry);
    }

    private void afterDeadline(Tender tender) {
        if (!clock.instant().isAfter(tender.details().terms().deadline())) {
            throw rules.refused("procurement.refused.early", "7");
        }
    }

    @Override
    @Transactional
    public void fixPool(Actor by, UUID id) {
        Tender tender = locked(id);
        handling.require(by, project(tender), Centre.TRADING);
        afterDeadline(tender);
        if (!(tender instanceof Tender.Sealed) || tender.details().pool().isPresent()) {
            throw rules.refused("procurement.refused.pool-stands", "8");
        }
        List<String> codes = rows.experts().stream()
                .filter(expert ->
                        expert.specialty().equals(tender.details().terms().specialty()))
                .map(Expert::code)
                .toList();
        if (codes.size() < tender.details().terms().experts()) {
            throw rules.refused("procurement.refused.pool-small", "8", codes.size());
        }
        long entry = record(
                by.author(),
                "procurement.pool-fixed",
                tender,
                Map.of(
                        "codes",
                        codes,
                        "sha256",
                        Draw.poolHash(codes),
                        "sealed",
                        !seals.verifierKeys().isEmpty()));
        rows.pool(id, codes, entry);
    }

    @Override
    @Transactional
    public Map<UUID, String> envelopes(Actor by, UUID id) {
        Tender tender = tender(id).orElseThrow();
        holder(by, project(tender));
        afterDeadline(tender);
        Map<UUID, String> envelopes = new LinkedHashMap<>();
        rows.sealed(id).forEach(bid -> envelopes.put(bid.id(), bid.envelope()));
        return envelopes;
    }

    @Override
    @Transactional
    public void giveShares(Actor by, UUID id, Map<UUID, byte[]> shares) {
        Tender tender = locked(id);
        BidSeal.Holder holder = holder(by, project(tender));
        afterDeadline(tender);
        if (!(tender instanceof Tender.Sealed)) {
            throw rules.refused("procurement.refused.opened", "7");
        }
        suspended(tender);
        enough(tender);
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
        record(
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

    /** Fewer than three: nothing is opened (Regulation art. 44). */
    private void enough(Tender tender) {
        Ruling fewest = fewest(tender);
        if (tender.details().received() < fewest.integer("value")) {
            throw ProcurementRules.refused(
                    "procurement.refused.too-few",
                    fewest,
                    Map.of("received", tender.details().received()),
                    tender.details().received());
        }
    }

    private Ruling fewest(Tender tender) {
        return rules.limit(tender.details().terms().method() == Method.OPEN ? "bidders" : "quotes");
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
                rows.opened(bid.id(), Tender.Bid.State.TAMPERED, say("procurement.bid.tampered"));
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
                        () -> rows.opened(bid.id(), Tender.Bid.State.UNREADABLE, say("procurement.bid.unreadable")));
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
            rows.opened(bid, Tender.Bid.State.DISQUALIFIED, say("procurement.bid.above-ceiling"));
        }
    }

    private String say(String key, Object... arguments) {
        return words.say(java.util.Locale.SIMPLIFIED_CHINESE, key, arguments);
    }

    @Override
    @Transactional
    public void draw(Actor by, UUID id, List<UUID> representatives) {
        Tender tender = locked(id);
        Project project = project(tender);
        handling.require(by, project, Centre.TRADING);
        if (!(tender instanceof Tender.Evaluating opened) || opened.drawn().isPresent()) {
            throw rules.refused("procurement.refused.not-drawable", "8");
        }
        NewTender terms = tender.details().terms();
        if (terms.method() != Method.OPEN || representatives.size() != terms.members() - terms.experts()) {
            throw Invalid.at("representatives", "procurement.fault.representatives", terms.members() - terms.experts());
        }
        Tender.Pool pool = tender.details().pool().orElseThrow();
        long size = seals.verifierKeys().isEmpty()
                ? 0
                : 1 + seals.index(pool.entry()).orElseThrow(() -> rules.refused("procurement.refused.unsealed", "8"));
        String root = size == 0 ? "" : rootAt(size);
        String seed = Draw.seed(
                root,
                opened.bids().stream()
                        .map(Tender.Bid::nonce)
                        .filter(nonce -> !nonce.isEmpty())
                        .toList());
        List<Tender.Member> members = new ArrayList<>(drawn(project, opened, pool, seed, terms.experts()));
        members.addAll(representatives(project, representatives));
        rows.drawn(id, size, root, seed, members);
        record(
                by.author(),
                "procurement.drawn",
                tender,
                Map.of(
                        "tree_size", size,
                        "root", root,
                        "seed", seed,
                        "members",
                                members.stream()
                                        .map(member -> Map.of(
                                                "code", member.code(),
                                                "name", member.name(),
                                                "passed_over", member.passedOver()))
                                        .toList()));
    }

    /** The root that the log had when the pool's entry was the last in it. */
    private String rootAt(long size) {
        try {
            return seals.rootAt(size).orElseThrow(() -> rules.refused("procurement.refused.unsealed", "8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Tender.Member> drawn(
            Project project, Tender.Evaluating opened, Tender.Pool pool, String seed, int wanted) {
        Map<String, Expert> experts = new HashMap<>();
        rows.experts().forEach(expert -> experts.put(expert.code(), expert));
        List<Tender.Member> members = new ArrayList<>();
        int seated = 0;
        for (String code : Draw.order(seed, pool.codes())) {
            if (seated == wanted) {
                return members;
            }
            Expert expert = experts.get(code);
            String conflict = conflict(project, opened.bids(), expert);
            members.add(new Tender.Member(code, expert.name(), true, conflict));
            seated += conflict.isEmpty() ? 1 : 0;
        }
        if (seated < wanted) {
            throw rules.refused("procurement.refused.pool-small", "8", seated);
        }
        return members;
    }

    private String conflict(Project project, List<Tender.Bid> bids, Expert expert) {
        for (Tender.Bid bid : bids) {
            if (!bid.firm().isEmpty()
                    && (bid.firm().equals(expert.employer())
                            || expert.interests().contains(bid.creditCode()))) {
                return say("procurement.conflict.bidder", bid.firm());
            }
        }
        if (expert.person() != null) {
            for (Independence.Hand hand : projects.hands(project.id())) {
                if (hand.person().equals(expert.person())
                        || kinships.between(expert.person(), hand.person(), rules.today())
                                .isPresent()) {
                    return say("procurement.conflict.hand");
                }
            }
        }
        return "";
    }

    private List<Tender.Member> representatives(Project project, List<UUID> representatives) {
        List<Tender.Member> members = new ArrayList<>();
        for (UUID id : representatives) {
            Post post = organization.post(id);
            Tenure holder = organization
                    .holderOf(id, rules.today())
                    .filter(tenure -> post.body().equals(project.details().owner()))
                    .orElseThrow(() -> Invalid.at("representatives", "procurement.fault.representatives", 1));
            boolean tied = projects.hands(project.id()).stream()
                    .anyMatch(hand -> hand.person().equals(holder.person())
                            || kinships.between(hand.person(), holder.person(), rules.today())
                                    .isPresent());
            if (tied) {
                throw rules.refused("procurement.refused.representative", "3", post.name());
            }
            members.add(new Tender.Member(
                    post.code(), organization.person(holder.person()).name(), false, ""));
        }
        return members;
    }

    @Override
    @Transactional
    public void evaluate(Actor by, UUID id, Map<String, Map<UUID, BigDecimal>> points, Map<UUID, String> disqualified) {
        Tender tender = locked(id);
        Project project = project(tender);
        handling.require(by, project, Centre.TRADING);
        boolean quotes = tender.details().terms().method() == Method.QUOTES;
        if (!(tender instanceof Tender.Evaluating opened)
                || (!quotes && opened.drawn().isEmpty())) {
            throw rules.refused("procurement.refused.not-evaluating", "8");
        }
        List<Tender.Bid> valid = new ArrayList<>();
        for (Tender.Bid bid : opened.bids()) {
            String reason = disqualified.getOrDefault(bid.id(), "").strip();
            if (bid.state() == Tender.Bid.State.VALID && reason.isEmpty()) {
                valid.add(bid);
            } else if (bid.state() == Tender.Bid.State.VALID) {
                rows.opened(bid.id(), Tender.Bid.State.DISQUALIFIED, reason);
            }
        }
        if (valid.isEmpty()) {
            throw ProcurementRules.refused("procurement.refused.none-valid", fewest(tender), Map.of("received", 0));
        }
        Map<UUID, BigDecimal> means = quotes ? Map.of() : means(opened, valid, points);
        if (!quotes) {
            points.forEach((code, given) -> valid.forEach(bid -> rows.points(id, code, bid.id(), given.get(bid.id()))));
        }
        List<Tender.Bid> ranking = valid.stream()
                .sorted(Comparator.<Tender.Bid, BigDecimal>comparing(
                                bid -> means.getOrDefault(bid.id(), BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(Tender.Bid::price)
                        .thenComparing(Tender.Bid::receivedAt)
                        .thenComparingInt(Tender.Bid::number))
                .toList();
        for (int i = 0; i < ranking.size(); i++) {
            rows.ranked(ranking.get(i).id(), means.get(ranking.get(i).id()), i + 1);
        }
        Ruling within = rules.limit("publish-within");
        UUID duty = quotes
                ? null
                : rules.owe(
                        "publish",
                        say("procurement.duty.publish", project.details().title()),
                        project.details().assignments().get(Centre.TRADING).post(),
                        project.details().owner(),
                        within,
                        rules.today().plusDays(within.integer("value")),
                        project.details().asSubject(),
                        "/procurement/" + project.id());
        rows.evaluated(id, rules.today(), duty);
        record(
                by.author(),
                "procurement.evaluated",
                tender,
                Map.of(
                        "ranking", ranking.stream().map(Tender.Bid::firm).toList(),
                        "numbers", ranking.size()));
    }

    /** Every seated member's points for every valid bid, none missing. */
    private static Map<UUID, BigDecimal> means(
            Tender.Evaluating opened, List<Tender.Bid> valid, Map<String, Map<UUID, BigDecimal>> points) {
        List<String> seated = opened.drawn().orElseThrow().members().stream()
                .filter(Tender.Member::sits)
                .map(Tender.Member::code)
                .toList();
        if (!points.keySet().equals(java.util.Set.copyOf(seated))) {
            throw Invalid.at("points", "procurement.fault.points");
        }
        Map<UUID, BigDecimal> means = new HashMap<>();
        for (Tender.Bid bid : valid) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String code : seated) {
                BigDecimal given = points.get(code).get(bid.id());
                if (given == null || given.signum() < 0 || given.compareTo(BigDecimal.valueOf(HUNDRED)) > 0) {
                    throw Invalid.at("points", "procurement.fault.points");
                }
                sum = sum.add(given);
            }
            means.put(bid.id(), sum.divide(BigDecimal.valueOf(seated.size()), POINTS_SCALE, RoundingMode.HALF_UP));
        }
        return means;
    }

    @Override
    @Transactional
    public void publishCandidates(Actor by, UUID id) {
        Tender tender = locked(id);
        handling.require(by, project(tender), Centre.TRADING);
        if (!(tender instanceof Tender.Ranked ranked) || ranked.publishedOn().isPresent()) {
            throw rules.refused("procurement.refused.not-publishable", "8");
        }
        LocalDate until = rules.today().plusDays(rules.days("publish-for"));
        rows.candidates(id, rules.today(), until);
        docket.record(Act.of(
                by.author(),
                "procurement.candidates-published",
                new Subject("procurement.project", tender.details().project()),
                Map.of(
                        "ranking",
                        ranked.bids().stream()
                                .filter(bid -> bid.rank() != null)
                                .limit(3)
                                .map(Tender.Bid::firm)
                                .toList(),
                        "until",
                        until),
                tender.details().asSubject()));
        rules.meet(by, rows.publishDuty(id), until.toString());
    }

    @Override
    @Transactional
    public void award(Actor by, UUID id) {
        Tender tender = locked(id);
        Project project = project(tender);
        handling.require(by, project, Centre.TRADING);
        if (!(tender instanceof Tender.Ranked ranked)) {
            throw rules.refused("procurement.refused.not-awardable", "8");
        }
        boolean quotes = tender.details().terms().method() == Method.QUOTES;
        if (!quotes
                && ranked.publishedUntil()
                        .filter(until -> rules.today().isAfter(until))
                        .isEmpty()) {
            throw ProcurementRules.refused(
                    "procurement.refused.not-published-long", rules.limit("publish-for"), Map.of());
        }
        suspended(tender);
        Tender.Bid winner = ranked.bids().getFirst();
        Ruling within = rules.limit("contract-within");
        UUID owner = project.details().owner();
        UUID duty = organization
                .headOf(owner)
                .map(head -> rules.owe(
                        "contract",
                        say("procurement.duty.contract", project.details().title(), winner.firm()),
                        head.id(),
                        owner,
                        within,
                        rules.today().plusDays(within.integer("value")),
                        project.details().asSubject(),
                        "/procurement/" + project.id()))
                .orElse(null);
        rows.awarded(id, winner.id(), rules.today(), duty);
        projects.stage(project.id(), "AWARDED");
        docket.record(Act.of(
                by.author(),
                "procurement.awarded",
                project.details().asSubject(),
                Map.of("firm", winner.firm(), "credit_code", winner.creditCode(), "price", winner.price()),
                tender.details().asSubject()));
    }

    /** An unanswered objection suspends the tender (Regulation arts. 22, 54). */
    private void suspended(Tender tender) {
        if (remedies.unanswered(tender.id())) {
            throw ProcurementRules.refused("procurement.refused.suspended", rules.limit("objection-answer"), Map.of());
        }
    }

    @Override
    @Transactional
    public void fail(Actor by, UUID id) {
        Tender tender = locked(id);
        Project project = project(tender);
        handling.require(by, project, Centre.TRADING);
        afterDeadline(tender);
        Ruling fewest = fewest(tender);
        boolean few = tender instanceof Tender.Sealed && tender.details().received() < fewest.integer("value");
        boolean none = tender instanceof Tender.Evaluating opened
                && opened.bids().stream().noneMatch(bid -> bid.state() == Tender.Bid.State.VALID);
        if (!few && !none) {
            throw ProcurementRules.refused("procurement.refused.enough", fewest, Map.of());
        }
        String reason = say("procurement.failure", tender.details().received());
        rows.failed(id, reason);
        projects.stage(project.id(), "TENDERABLE");
        docket.record(Act.of(
                by.author(),
                "procurement.failed",
                project.details().asSubject(),
                Map.of("reasons", reason),
                tender.details().asSubject()));
    }

    private Tender locked(UUID id) {
        rows.lock(id);
        return tender(id).orElseThrow();
    }

    private Project project(Tender tender) {
        return project(tender.details().project());
    }

    private Project project(UUID id) {
        return projects.projects("p.id = ?", id).getFirst();
    }

    private long record(Author author, String kind, Tender tender, Map<String, ?> payload) {
        return docket.record(Act.of(author, kind, tender.details().asSubject(), payload));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Tender> tender(UUID id) {
        return rows.tender(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Tender> of(UUID project) {
        return rows.of(project);
    }
}
