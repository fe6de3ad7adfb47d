package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tenders in PostgreSQL. */
@Service
class PostgresTenders implements Tenders {

    private final TenderRows rows;
    private final ProjectRows projects;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Docket docket;
    private final TenderDesk desk;
    private final Bidding bidding;
    private final Committee committee;
    private final Evaluation evaluation;

    PostgresTenders(
            TenderRows rows,
            ProjectRows projects,
            ProcurementRules rules,
            Handling handling,
            Docket docket,
            TenderDesk desk,
            Bidding bidding,
            Committee committee,
            Evaluation evaluation) {
        this.rows = rows;
        this.projects = projects;
        this.rules = rules;
        this.handling = handling;
        this.docket = docket;
        this.desk = desk;
        this.bidding = bidding;
        this.committee = committee;
        this.evaluation = evaluation;
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
        Project project = desk.project(projectId);
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
    public void clarify(Actor by, UUID id, String text, Optional<Instant> deadline) {
        Tender tender = desk.locked(id);
        Project project = desk.project(tender);
        handling.require(by, project, Centre.TRADING);
        if (text.isBlank()) {
            throw Invalid.at("text", "procurement.fault.blank");
        }
        if (!(tender instanceof Tender.Sealed)) {
            throw rules.refused("procurement.refused.opened", "7");
        }
        Instant before = tender.details().terms().deadline();
        Instant after = deadline.orElse(before);
        new TenderTerms(rules).judgeClarified(tender.details().terms().method(), before, after);
        rows.deadline(id, after);
        docket.record(Act.of(
                by.author(),
                "procurement.clarified",
                project.details().asSubject(),
                Map.of("text", text.strip(), "deadline", after),
                tender.details().asSubject()));
    }

    @Override
    @Transactional
    public void holdKey(Actor by, UUID id, String publicKey) {
        bidding.holdKey(by, id, publicKey);
    }

    @Override
    @Transactional
    public Receipt receive(UUID id, String envelope) {
        return bidding.receive(id, envelope);
    }

    @Override
    @Transactional
    public void withdraw(UUID id, String code) {
        bidding.withdraw(id, code);
    }

    @Override
    @Transactional
    public void fixPool(Actor by, UUID id) {
        committee.fixPool(by, id);
    }

    @Override
    @Transactional
    public Map<UUID, String> envelopes(Actor by, UUID id) {
        return bidding.envelopes(by, id);
    }

    @Override
    @Transactional
    public void giveShares(Actor by, UUID id, Map<UUID, byte[]> shares) {
        bidding.giveShares(by, id, shares);
    }

    @Override
    @Transactional
    public void draw(Actor by, UUID id, List<UUID> representatives) {
        committee.draw(by, id, representatives);
    }

    @Override
    @Transactional
    public void evaluate(Actor by, UUID id, Map<String, Map<UUID, BigDecimal>> points, Map<UUID, String> disqualified) {
        evaluation.evaluate(by, id, points, disqualified);
    }

    @Override
    @Transactional
    public void publishCandidates(Actor by, UUID id) {
        evaluation.publishCandidates(by, id);
    }

    @Override
    @Transactional
    public void award(Actor by, UUID id) {
        evaluation.award(by, id);
    }

    @Override
    @Transactional
    public void fail(Actor by, UUID id) {
        Tender tender = desk.locked(id);
        Project project = desk.project(tender);
        handling.require(by, project, Centre.TRADING);
        desk.afterDeadline(tender);
        Ruling fewest = desk.fewest(tender);
        boolean few = tender instanceof Tender.Sealed && tender.details().received() < fewest.integer("value");
        boolean none = tender instanceof Tender.Evaluating opened
                && opened.bids().stream().noneMatch(bid -> bid.state() == Tender.Bid.State.VALID);
        if (!few && !none) {
            throw ProcurementRules.refused("procurement.refused.enough", fewest, Map.of());
        }
        String reason = desk.say("procurement.failure", tender.details().received());
        rows.failed(id, reason);
        projects.stage(project.id(), "TENDERABLE");
        docket.record(Act.of(
                by.author(),
                "procurement.failed",
                project.details().asSubject(),
                Map.of("reasons", reason),
                tender.details().asSubject()));
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
