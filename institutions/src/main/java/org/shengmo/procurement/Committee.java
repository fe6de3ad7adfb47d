package org.shengmo.procurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Seals;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Invalid;
import org.springframework.stereotype.Component;

/** The evaluation committee: drawn so that anyone can compute the draw again. */
@Component
class Committee {

    private final TenderRows rows;
    private final ProjectRows projects;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Organization organization;
    private final Kinships kinships;
    private final Seals seals;
    private final TenderDesk desk;

    Committee(
            TenderRows rows,
            ProjectRows projects,
            ProcurementRules rules,
            Handling handling,
            Organization organization,
            Kinships kinships,
            Seals seals,
            TenderDesk desk) {
        this.rows = rows;
        this.projects = projects;
        this.rules = rules;
        this.handling = handling;
        this.organization = organization;
        this.kinships = kinships;
        this.seals = seals;
        this.desk = desk;
    }

    void fixPool(Actor by, UUID id) {
        Tender tender = desk.locked(id);
        handling.require(by, desk.project(tender), Centre.TRADING);
        desk.afterDeadline(tender);
        if (!(tender instanceof Tender.Sealed) || tender.details().pool().isPresent()) {
            throw rules.refused("procurement.refused.pool-stands", "8");
        }
        List<String> codes = rows.experts().stream()
                .filter(expert ->
                        expert.specialty().equals(tender.details().terms().specialty()))
                .map(Tenders.Expert::code)
                .toList();
        if (codes.size() < tender.details().terms().experts()) {
            throw rules.refused("procurement.refused.pool-small", "8", codes.size());
        }
        long entry = desk.record(
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

    void draw(Actor by, UUID id, List<UUID> representatives) {
        Tender tender = desk.locked(id);
        Project project = desk.project(tender);
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
        desk.record(
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
        Map<String, Tenders.Expert> experts = new HashMap<>();
        rows.experts().forEach(expert -> experts.put(expert.code(), expert));
        List<Tender.Member> members = new ArrayList<>();
        int seated = 0;
        for (String code : Draw.order(seed, pool.codes())) {
            if (seated == wanted) {
                return members;
            }
            Tenders.Expert expert = experts.get(code);
            String conflict = conflict(project, opened.bids(), expert);
            members.add(new Tender.Member(code, expert.name(), true, conflict));
            seated += conflict.isEmpty() ? 1 : 0;
        }
        if (seated < wanted) {
            throw rules.refused("procurement.refused.pool-small", "8", seated);
        }
        return members;
    }

    private String conflict(Project project, List<Tender.Bid> bids, Tenders.Expert expert) {
        for (Tender.Bid bid : bids) {
            if (!bid.firm().isEmpty()
                    && (bid.firm().equals(expert.employer())
                            || expert.interests().contains(bid.creditCode()))) {
                return desk.say("procurement.conflict.bidder", bid.firm());
            }
        }
        if (expert.person() != null) {
            for (Independence.Hand hand : projects.hands(project.id())) {
                if (hand.person().equals(expert.person())
                        || kinships.between(expert.person(), hand.person(), rules.today())
                                .isPresent()) {
                    return desk.say("procurement.conflict.hand");
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
}
