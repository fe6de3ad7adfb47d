package org.shengmo.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.springframework.stereotype.Component;

/** What the committee found, who leads, and who is awarded. */
@Component
class Evaluation {

    private static final int POINTS_SCALE = 4;
    private static final int HUNDRED = 100;

    private final TenderRows rows;
    private final ProjectRows projects;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Organization organization;
    private final Docket docket;
    private final TenderDesk desk;

    Evaluation(
            TenderRows rows,
            ProjectRows projects,
            ProcurementRules rules,
            Handling handling,
            Organization organization,
            Docket docket,
            TenderDesk desk) {
        this.rows = rows;
        this.projects = projects;
        this.rules = rules;
        this.handling = handling;
        this.organization = organization;
        this.docket = docket;
        this.desk = desk;
    }

    void evaluate(Actor by, UUID id, Map<String, Map<UUID, BigDecimal>> points, Map<UUID, String> disqualified) {
        Tender tender = desk.locked(id);
        Project project = desk.project(tender);
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
            throw ProcurementRules.refused(
                    "procurement.refused.none-valid", desk.fewest(tender), Map.of("received", 0));
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
                        desk.say("procurement.duty.publish", project.details().title()),
                        project.details().assignments().get(Centre.TRADING).post(),
                        project.details().owner(),
                        within,
                        rules.today().plusDays(within.integer("value")),
                        project.details().asSubject(),
                        "/procurement/" + project.id());
        rows.evaluated(id, rules.today(), duty);
        desk.record(
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

    void publishCandidates(Actor by, UUID id) {
        Tender tender = desk.locked(id);
        handling.require(by, desk.project(tender), Centre.TRADING);
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

    void award(Actor by, UUID id) {
        Tender tender = desk.locked(id);
        Project project = desk.project(tender);
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
        desk.suspended(tender);
        Tender.Bid winner = ranked.bids().getFirst();
        Ruling within = rules.limit("contract-within");
        UUID owner = project.details().owner();
        UUID duty = organization
                .headOf(owner)
                .map(head -> rules.owe(
                        "contract",
                        desk.say("procurement.duty.contract", project.details().title(), winner.firm()),
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
}
