package org.shengmo.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Outcome;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects in PostgreSQL. */
@Service
class PostgresProcurement implements Procurement {

    private static final int SHARE_SCALE = 6;

    private final ProjectRows rows;
    private final TenderRows tenders;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Independence independence;
    private final Organization organization;
    private final Posts posts;
    private final Docket docket;
    private final Matters matters;
    private final Starts starts;

    PostgresProcurement(
            ProjectRows rows,
            TenderRows tenders,
            ProcurementRules rules,
            Handling handling,
            Independence independence,
            Organization organization,
            Posts posts,
            Docket docket,
            Matters matters,
            Starts starts) {
        this.rows = rows;
        this.tenders = tenders;
        this.rules = rules;
        this.handling = handling;
        this.independence = independence;
        this.organization = organization;
        this.posts = posts;
        this.docket = docket;
        this.matters = matters;
        this.starts = starts;
    }

    @Override
    @Transactional
    public void designate(Actor by, Centre centre, UUID body) {
        by.require(MANAGE);
        rows.centres().forEach((other, otherBody) -> {
            boolean leaders = centre != Centre.SUPERVISION && other != Centre.SUPERVISION;
            if (other != centre) {
                independence.judge(body, otherBody, leaders, rules.today()).ifPresent(refusal -> {
                    throw refusal.refused();
                });
            }
        });
        rows.designate(centre, body, rules.today());
        docket.record(Act.of(
                by.author(),
                "procurement.designated",
                Subject.body(body),
                Map.of("centre", centre.name(), "body", organization.body(body).name())));
    }

    @Override
    @Transactional
    public Project propose(Actor by, NewProject project) {
        check(project);
        posts.require(by, OWN, project.owner());
        UUID id = UUID.randomUUID();
        rows.insert(id, project, rules.today());
        Project proposed = project(id).orElseThrow();
        record(
                by,
                "procurement.proposed",
                proposed,
                Map.of(
                        "title", project.title().strip(),
                        "category", project.category().name(),
                        "amount", project.estimate(),
                        "number", proposed.details().number()));
        return proposed;
    }

    private static void check(NewProject project) {
        List<Fault> faults = new ArrayList<>();
        if (project.title().isBlank()) {
            faults.add(new Fault("title", Text.of("procurement.fault.blank")));
        }
        if (project.text().isBlank()) {
            faults.add(new Fault("text", Text.of("procurement.fault.blank")));
        }
        if (!isMoney(project.estimate())) {
            faults.add(new Fault("estimate", Text.of("procurement.fault.money")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static boolean isMoney(BigDecimal amount) {
        return amount != null && amount.signum() > 0 && amount.scale() <= 2 && amount.precision() <= 15;
    }

    private static void money(String place, BigDecimal amount) {
        if (!isMoney(amount)) {
            throw Invalid.at(place, "procurement.fault.money");
        }
    }

    private static void written(String place, String text) {
        if (text.isBlank()) {
            throw Invalid.at(place, "procurement.fault.blank");
        }
    }

    @Override
    @Transactional
    public void assign(Actor by, UUID id, Centre centre, UUID post) {
        Project project = locked(id);
        Post assigned = organization.post(post);
        UUID body = rows.centres().get(centre);
        if (body == null || !assigned.body().equals(body)) {
            throw rules.refused("procurement.refused.not-centre", "2", assigned.name());
        }
        posts.require(by, ASSIGN, body);
        if (project instanceof Project.UnderContract && centre != Centre.SUPERVISION) {
            throw wrongStage(project);
        }
        UUID person = organization
                .holderOf(post, rules.today())
                .map(Tenure::person)
                .orElseThrow(() -> rules.refused("procurement.refused.vacant", "2", assigned.name()));
        independence.judge(centre, person, body, rows.hands(id), rules.today()).ifPresent(refusal -> {
            throw refusal.refused();
        });
        rows.assign(id, centre, post, person, body, rules.today());
        record(
                by,
                "procurement.assigned",
                project,
                Map.of("centre", centre.name(), "post", assigned.name()),
                Subject.person(person),
                Subject.post(post));
    }

    @Override
    @Transactional
    public void budget(Actor by, UUID id, BigDecimal amount) {
        Project project = locked(id);
        handling.require(by, project, Centre.CONSTRUCTION);
        if (!(project instanceof Project.Proposed || project instanceof Project.Budgeted)) {
            throw wrongStage(project);
        }
        money("amount", amount);
        starts.require(project, amount);
        rows.budget(id, amount, rules.today());
        record(by, "procurement.budgeted", project, Map.of("amount", amount));
    }

    @Override
    @Transactional
    public void rest(Actor by, UUID id, UUID matter) {
        Project project = owned(by, id);
        if (!(project instanceof Project.Proposed)) {
            throw wrongStage(project);
        }
        Matter.Decided decided =
                starts.carrying(project, matter, project.details().estimate());
        rows.rest(id, matter);
        record(
                by,
                "procurement.rested",
                project,
                Map.of(
                        "title", decided.details().what().title(),
                        "decision", decided.details().number(),
                        "amount", decided.details().what().amount()),
                decided.subject());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean needsDecision(Project project) {
        return project instanceof Project.Proposed
                && project.details().decision().isEmpty()
                && starts.committeeDecides(project.details().estimate()).isPresent();
    }

    @Override
    @Transactional
    public void review(Actor by, UUID id, BigDecimal amount, String note) {
        Project project = locked(id);
        handling.require(by, project, Centre.REVIEW);
        if (!(project instanceof Project.Budgeted budgeted)) {
            throw wrongStage(project);
        }
        money("amount", amount);
        written("note", note);
        if (amount.compareTo(budgeted.budget()) > 0) {
            throw rules.refused("procurement.refused.above-budget", "4", budgeted.budget());
        }
        rows.review(id, amount, note.strip(), rules.today());
        record(
                by,
                "procurement.reviewed",
                project,
                Map.of("before", budgeted.budget(), "amount", amount, "note", note.strip()));
    }

    @Override
    @Transactional
    public void contract(Actor by, UUID id, BigDecimal amount, BigDecimal deposit) {
        Project project = owned(by, id);
        if (!(project instanceof Project.Awarded won)) {
            throw wrongStage(project);
        }
        Tender.Awarded awarded = (Tender.Awarded) tenders.of(id).getFirst();
        Tender.Bid winner = awarded.bids().stream()
                .filter(bid -> bid.id().equals(awarded.winner()))
                .findFirst()
                .orElseThrow();
        if (amount.compareTo(winner.price()) != 0) {
            throw ProcurementRules.refused(
                    "procurement.refused.other-price",
                    rules.limit("contract-within"),
                    Map.of("amount", amount, "price", winner.price()),
                    winner.price());
        }
        Ruling limit = rules.limit("performance-deposit");
        if (deposit.signum() < 0 || deposit.compareTo(amount.multiply(limit.number("value"))) > 0) {
            throw ProcurementRules.refused(
                    "procurement.refused.performance-deposit", limit, Map.of("amount", deposit), amount);
        }
        long entry = record(
                by,
                "procurement.contracted",
                project,
                Map.of(
                        "firm", winner.firm(),
                        "credit_code", winner.creditCode(),
                        "amount", amount,
                        "deposit", deposit,
                        "saved", won.price().reviewed().subtract(amount)));
        rows.contract(id, awarded.id(), winner, deposit, rules.today(), entry);
        rules.meet(by, tenders.contractDuty(awarded.id()), winner.firm());
    }

    @Override
    @Transactional
    public void change(Actor by, UUID id, BigDecimal amount, String reasons, Optional<UUID> decision) {
        Project project = owned(by, id);
        if (!(project instanceof Project.Contracted contracted)) {
            throw wrongStage(project);
        }
        written("reasons", reasons);
        if (amount.signum() == 0 || amount.scale() > 2) {
            throw Invalid.at("amount", "procurement.fault.change");
        }
        Project.Contract contract = contracted.contract();
        BigDecimal share = contract.changes().stream()
                .map(Project.Change::amount)
                .reduce(amount, BigDecimal::add)
                .abs()
                .divide(contract.amount(), SHARE_SCALE, RoundingMode.UP);
        Ruling ruling = rules.decide(CHANGE, Map.of("share", share));
        if (ruling.truth("again") && decision.filter(this::isAdopted).isEmpty()) {
            throw ProcurementRules.refused("procurement.refused.change", ruling, Map.of("share", share), share);
        }
        rows.change(id, amount, reasons.strip(), decision, rules.today());
        Map<String, Object> payload = new TreeMap<>(Map.of("amount", amount, "reasons", reasons.strip()));
        decision.ifPresent(matter -> payload.put("decision", matter.toString()));
        record(by, "procurement.changed", project, payload);
    }

    private boolean isAdopted(UUID matter) {
        return matters.byId(matter)
                .filter(each -> each instanceof Matter.Decided decided
                        && decided.outcome() == Outcome.ADOPTED
                        && (each.details().what().kind() == Business.INVESTMENT
                                || each.details().what().kind() == Business.SPENDING))
                .isPresent();
    }

    @Override
    @Transactional
    public void accept(Actor by, UUID id, String account) {
        Project project = owned(by, id);
        if (!(project instanceof Project.Contracted)) {
            throw wrongStage(project);
        }
        written("account", account);
        rows.accept(id, account.strip(), rules.today());
        record(by, "procurement.accepted", project, Map.of("account", account.strip()));
    }

    @Override
    @Transactional
    public void pay(Actor by, UUID id, BigDecimal amount, String purpose) {
        Project project = owned(by, id);
        if (!(project instanceof Project.UnderContract under) || project instanceof Project.Archived) {
            throw wrongStage(project);
        }
        money("amount", amount);
        written("purpose", purpose);
        BigDecimal left = under.contract().due().subtract(under.contract().paid());
        if (amount.compareTo(left) > 0) {
            throw rules.refused("procurement.refused.overpaid", "11", left);
        }
        rows.pay(id, amount, purpose.strip(), rules.today());
        record(by, "procurement.paid", project, Map.of("amount", amount, "purpose", purpose.strip()));
    }

    @Override
    @Transactional
    public void archive(Actor by, UUID id) {
        Project project = owned(by, id);
        if (!(project instanceof Project.Accepted accepted)) {
            throw wrongStage(project);
        }
        BigDecimal left = accepted.contract().due().subtract(accepted.contract().paid());
        if (left.signum() != 0) {
            throw rules.refused("procurement.refused.unpaid", "11", left);
        }
        List<Long> entries = rows.entries(id);
        String sha256 = Sha256.hex(entries.toString());
        rows.archive(id, sha256, rules.today());
        record(by, "procurement.archived", project, Map.of("sha256", sha256, "numbers", entries.size()));
    }

    private Project locked(UUID id) {
        rows.lock(id);
        return project(id).orElseThrow();
    }

    private Project owned(Actor by, UUID id) {
        Project project = locked(id);
        posts.require(by, OWN, project.details().owner());
        return project;
    }

    private Refused wrongStage(Project project) {
        return Refusal.of("procurement.refused.stage", project.details().title())
                .at("/procurement/" + project.id())
                .refused();
    }

    private long record(Actor by, String kind, Project project, Map<String, ?> payload, Subject... more) {
        List<Subject> concerns = new ArrayList<>(List.of(more));
        concerns.add(Subject.body(project.details().owner()));
        return docket.record(
                Act.of(by.author(), kind, project.details().asSubject(), payload, concerns.toArray(Subject[]::new)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Project> project(UUID id) {
        return rows.projects("p.id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Project> projects() {
        return rows.projects("true");
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Centre, UUID> centres() {
        return rows.centres();
    }

    @Override
    @Transactional(readOnly = true)
    public Savings savings(int year) {
        return rows.savings(year);
    }
}
