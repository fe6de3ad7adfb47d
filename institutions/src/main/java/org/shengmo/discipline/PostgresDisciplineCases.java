package org.shengmo.discipline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases in PostgreSQL, behind row-level security. */
@Service
class PostgresDisciplineCases implements Cases {

    private final DisciplineCaseRows rows;
    private final PostgresDisciplineLeads leads;
    private final SealedOrders orders;
    private final DisciplineVault vault;
    private final DisciplineTerms terms;
    private final DisciplineCrews crews;
    private final SanctionRules rules;
    private final DisciplineRecord record;
    private final DisciplineViewLog views;
    private final Attachments attachments;
    private final Organization organization;
    private final Clock clock;

    PostgresDisciplineCases(
            DisciplineCaseRows rows,
            PostgresDisciplineLeads leads,
            SealedOrders orders,
            DisciplineVault vault,
            DisciplineTerms terms,
            DisciplineCrews crews,
            SanctionRules rules,
            DisciplineRecord record,
            DisciplineViewLog views,
            Attachments attachments,
            Organization organization,
            Clock clock) {
        this.rows = rows;
        this.leads = leads;
        this.orders = orders;
        this.vault = vault;
        this.terms = terms;
        this.crews = crews;
        this.rules = rules;
        this.record = record;
        this.views = views;
        this.attachments = attachments;
        this.organization = organization;
        this.clock = clock;
    }

    // Filing and investigating

    @Override
    @Transactional
    public UUID file(Actor by, UUID leadId, NewCase filed) {
        Lead lead = leads.visible(by, leadId);
        leads.requireLine(by, lead.details());
        PostgresDisciplineLeads.requireText("matter", filed.matter());
        boolean first =
                lead instanceof Lead.Proposed proposed && proposed.proposal().way() == Way.FILE;
        if (first) {
            leads.requireApprover(by, (Lead.Proposed) lead);
        } else if (!(lead instanceof Lead.Filed)) {
            throw Refusal.of("discipline.no-ground-to-file")
                    .under(List.of(crews.clause("3")))
                    .refused();
        }
        if (filed.level() == Level.COUNTY) {
            throw Refusal.of("discipline.not-this-level")
                    .under(List.of(crews.clause("7")))
                    .refused();
        }
        Lead.Crew crew = PostgresDisciplineLeads.crew(lead);
        List<UUID> bodies = DisciplineCrews.bodies(organization.directory(), filed.person(), today());
        Stream.concat(crew.handlers().stream(), Stream.of(crew.supervisor()))
                .forEach(each -> crews.require(each, Leads.HANDLE, leadId, List.of(filed.person()), List.of()));
        UUID id = UUID.randomUUID();
        LocalDate due = terms.due("investigate", today());
        int number = record.number("case", today().getYear());
        vault.openForWork();
        rows.insert(id, lead.details(), filed, crew, bodies, number, today(), due);
        if (first) {
            leads.filed(leadId);
        }
        CaseFile.Details details = rows.byId(id).orElseThrow().details();
        begin("investigate", details, crew.handlers().getFirst(), crew.supervisor(), due);
        record.sealed(
                by,
                "filed",
                details.asSubject(),
                Map.of(
                        "person", record.name(filed.person()),
                        "level", filed.level().code(),
                        "eight_rules", filed.eightRules(),
                        "matter", filed.matter()));
        record.tell(crew.handlers(), "discipline.notice.filed", href(id), details.asSubject());
        return id;
    }

    private void begin(String step, CaseFile.Details details, UUID owner, UUID supervisor, LocalDate due) {
        terms.done(details.id());
        terms.start(step, details.id(), href(details.id()), owner, supervisor, today(), due);
    }

    private static String href(UUID id) {
        return "/discipline/cases/" + id;
    }

    @Override
    @Transactional
    public UUID evidence(Actor by, UUID id, NewEvidence evidence, UUID with) {
        if (!(visible(by, id) instanceof CaseFile.Investigated found)) {
            throw refusal("discipline.case-not-now", id);
        }
        List<UUID> handlers = found.details().handlers();
        requireAmong(by, handlers, "discipline.handlers-only", found);
        if (!handlers.contains(with) || with.equals(by.person())) {
            throw Refusal.of("discipline.two").under(List.of(crews.clause("3"))).refused();
        }
        PostgresDisciplineLeads.requireText("title", evidence.title());
        if (!Evidence.KINDS.contains(evidence.kind())) {
            throw Invalid.at("kind", "discipline.fault.kind");
        }
        if (evidence.obtainedOn().isAfter(today())) {
            throw Invalid.at("obtainedOn", "discipline.fault.future");
        }
        attachments.attach(by.author(), evidence.files(), found.details().asSubject());
        UUID piece = rows.evidence(id, evidence, by.person(), with);
        record.sealed(
                by,
                "evidence",
                found.details().asSubject(),
                Map.of("title", evidence.title(), "with", record.name(with), "attachments", evidence.files()));
        return piece;
    }

    @Override
    @Transactional
    public void toTrial(Actor by, UUID id, List<UUID> triers) {
        if (!(visible(by, id) instanceof CaseFile.Investigated found)) {
            throw refusal("discipline.case-not-now", id);
        }
        CaseFile.Details details = found.details();
        requireLine(by, found);
        if (rows.evidence(id).isEmpty()) {
            throw refusal("discipline.no-evidence", id);
        }
        crews.requireTwo(triers);
        if (triers.stream().anyMatch(details.handlers()::contains)) {
            throw Refusal.of("discipline.trier-handled")
                    .under(List.of(crews.clause("6")))
                    .refused();
        }
        triers.forEach(each -> crews.require(
                each,
                Leads.HANDLE,
                id,
                List.of(details.person()),
                DisciplineCrews.bodies(organization.directory(), details.person(), today())));
        LocalDate due = terms.due("trial", today());
        UUID supervisor = rows.supervisor(id);
        vault.openForWork();
        rows.toTrial(id, triers, due);
        begin("trial", details, triers.getFirst(), supervisor, due);
        record.sealed(by, "to-trial", details.asSubject(), Map.of("triers", record.names(triers)));
        record.tell(triers, "discipline.notice.trial", href(id), details.asSubject());
    }

    @Override
    @Transactional
    public void sendBack(Actor by, UUID id, String reasons) {
        CaseFile found = visible(by, id);
        if (!(found instanceof CaseFile.OnTrial)) {
            throw refusal("discipline.case-not-now", id);
        }
        requireAmong(by, found.details().triers(), "discipline.triers-only", found);
        PostgresDisciplineLeads.requireText("reasons", reasons);
        LocalDate due = terms.due("investigate", today());
        UUID supervisor = rows.supervisor(id);
        vault.openForWork();
        rows.back(id, due);
        begin("investigate", found.details(), found.details().handlers().getFirst(), supervisor, due);
        record.sealed(by, "sent-back", found.details().asSubject(), Map.of("reasons", reasons));
        record.tell(
                found.details().handlers(),
                "discipline.notice.sent-back",
                href(id),
                found.details().asSubject());
    }

    // Trying and deciding

    @Override
    @Transactional
    public void hear(Actor by, UUID id, List<Violation> violations, String statement, String verified) {
        CaseFile found = visible(by, id);
        if (!(found instanceof CaseFile.OnTrial)) {
            throw refusal("discipline.case-not-now", id);
        }
        CaseFile.Details details = found.details();
        requireAmong(by, details.triers(), "discipline.triers-only", found);
        PostgresDisciplineLeads.requireText("statement", statement);
        PostgresDisciplineLeads.requireText("verified", verified);
        if (violations.isEmpty()
                || violations.stream().anyMatch(each -> each.text().isBlank())) {
            throw Invalid.at("violations", "discipline.fault.violations");
        }
        if (details.level() == Level.VILLAGE
                && violations.stream().map(Violation::administrative).anyMatch(each -> each != null && each.heavy())) {
            throw Refusal.of("discipline.not-for-village")
                    .under(List.of(crews.clause("public-officials-sanctions-law", "22")))
                    .refused();
        }
        vault.openForWork();
        terms.done(id);
        rows.heard(id, new CaseFile.Hearing(today(), violations, statement.strip(), verified.strip()));
        deciders(details, violations).forEach(person -> rows.member(id, person));
        record.sealed(
                by,
                "heard",
                details.asSubject(),
                Map.of(
                        "violations", violations.stream().map(Violation::text).toList(),
                        "statement", statement,
                        "verified", verified));
        record.tell(deciders(details, violations), "discipline.notice.decide", href(id), details.asSubject());
    }

    /** Who decides on what the person was told gets to see the case now. */
    private List<UUID> deciders(CaseFile.Details details, List<Violation> violations) {
        boolean heavy = violations.stream()
                .anyMatch(each ->
                        (each.administrative() != null && each.administrative().heavy())
                                || (each.party() != null && each.party().heavy()));
        SanctionRules.Competence competence = rules.competence(details.level(), heavy ? "heavy" : "light", today());
        return terms
                .holder(competence.permission(), details.handlers().getFirst(), List.of(details.person()), List.of())
                .stream()
                .toList();
    }

    @Override
    @Transactional
    public void decide(Actor by, UUID id, Sentence sentence, String reasons) {
        CaseFile found = visible(by, id);
        if (!(found instanceof CaseFile.Heard heard)) {
            throw refusal("discipline.not-heard", id);
        }
        CaseFile.Details details = found.details();
        PostgresDisciplineLeads.requireText("reasons", reasons);
        int months = rules.joined(heard.hearing().violations(), sentence, details.level(), today());
        SanctionDecision unformed = new SanctionDecision(
                sentence.administrative(),
                months,
                sentence.party(),
                sentence.transferred(),
                "none",
                reasons.strip(),
                today(),
                by.person(),
                by.post());
        SanctionRules.Competence competence = rules.competence(details.level(), unformed.weight(), today());
        boolean worked =
                details.handlers().contains(by.person()) || details.triers().contains(by.person());
        if (!by.may(competence.permission()) || worked) {
            throw Refusal.of("discipline.not-competent")
                    .under(List.of(competence.clause()))
                    .refused();
        }
        SanctionDecision decision = new SanctionDecision(
                unformed.administrative(),
                months,
                unformed.party(),
                unformed.transferred(),
                rules.form(sentence, unformed.weight(), today()),
                unformed.reasons(),
                today(),
                by.person(),
                by.post());
        vault.openForWork();
        rows.decided(id, decision);
        record.sealed(by, "decided", details.asSubject(), said(decision));
    }

    static Map<String, Object> said(SanctionDecision decision) {
        Map<String, Object> payload = new TreeMap<>();
        if (decision.administrative() != null) {
            payload.put("sanction", decision.administrative().code());
            payload.put("months", decision.months());
        }
        if (decision.party() != null) {
            payload.put("party_sanction", decision.party().code());
        }
        payload.put("transferred", decision.transferred());
        payload.put("form", decision.form());
        payload.put("reasons", decision.reasons());
        return payload;
    }

    @Override
    @Transactional
    public UUID announce(Actor by, UUID id) {
        CaseFile found = visible(by, id);
        if (!(found instanceof CaseFile.Decided decided)) {
            throw refusal("discipline.case-not-now", id);
        }
        if (!leadsLine(by, id) && !found.details().handlers().contains(by.person())) {
            requireLine(by, found);
        }
        vault.openForWork();
        rows.state(id, "in-effect");
        record.sealed(by, "closed", found.details().asSubject(), Map.of());
        return orders.announce(by, decided);
    }

    @Override
    @Transactional
    public void dismiss(Actor by, UUID id, String reasons) {
        CaseFile found = visible(by, id);
        if (found instanceof CaseFile.Decided
                || found instanceof CaseFile.InEffect
                || found instanceof CaseFile.Dismissed) {
            throw refusal("discipline.case-not-now", id);
        }
        requireLine(by, found);
        PostgresDisciplineLeads.requireText("reasons", reasons);
        vault.openForWork();
        terms.done(id);
        rows.dismissed(id, today(), reasons.strip());
        record.sealed(by, "dismissed", found.details().asSubject(), Map.of("reasons", reasons));
    }

    @Override
    @Transactional
    public void recuse(Actor by, UUID id, UUID person, UUID replacement, String reasons) {
        CaseFile found = visible(by, id);
        CaseFile.Details details = found.details();
        if (!person.equals(by.person())) {
            requireLine(by, found);
        }
        PostgresDisciplineLeads.requireText("reasons", reasons);
        boolean handler = details.handlers().contains(person);
        if (!handler && !details.triers().contains(person)) {
            throw refusal("discipline.not-in-case", id);
        }
        if (details.handlers().contains(replacement) || details.triers().contains(replacement)) {
            throw Refusal.of("discipline.two").under(List.of(crews.clause("3"))).refused();
        }
        crews.withdrawn(id, person, by.person(), reasons);
        crews.require(
                replacement,
                Leads.HANDLE,
                id,
                List.of(details.person()),
                DisciplineCrews.bodies(organization.directory(), details.person(), today()));
        vault.openForWork();
        rows.replace(id, person, replacement, handler);
        record.sealed(
                by,
                "recused",
                details.asSubject(),
                Map.of("person", record.name(person), "replacement", record.name(replacement), "reasons", reasons));
        record.tell(List.of(replacement), "discipline.notice.assigned", href(id), details.asSubject());
    }

    // Who may

    /** The case, where it is there for the actor. */
    CaseFile visible(Actor by, UUID id) {
        vault.openFor(by);
        return rows.byId(id).orElseThrow(() -> new NoSuchElementException("no case " + id));
    }

    private boolean leadsLine(Actor by, UUID id) {
        return by.may(rows.above(id) ? Leads.ABOVE : Leads.LEAD);
    }

    private void requireLine(Actor by, CaseFile found) {
        if (!leadsLine(by, found.id())) {
            throw Refusal.of("discipline.not-line")
                    .under(List.of(crews.clause("3")))
                    .refused();
        }
    }

    private void requireAmong(Actor by, List<UUID> people, String key, CaseFile found) {
        if (!people.contains(by.person())) {
            throw refusal(key, found.id());
        }
    }

    private Refused refusal(String key, UUID id) {
        CaseFile.Details details = rows.byId(id).orElseThrow().details();
        return Refusal.of(key, details.year(), details.number())
                .under(List.of(key.equals("discipline.not-heard") ? rules.hearing(today()) : crews.clause("6")))
                .refused();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    // Reading

    @Override
    @Transactional(readOnly = true)
    public List<CaseFile> readableBy(Actor reader) {
        vault.openFor(reader);
        return rows.all();
    }

    @Override
    @Transactional
    public Optional<CaseFile> open(Actor reader, UUID id) {
        vault.openFor(reader);
        Optional<CaseFile> found = rows.byId(id);
        found.ifPresent(each -> views.viewed(reader, "case", id, role(reader, each.details())));
        return found;
    }

    private static String role(Actor reader, CaseFile.Details details) {
        if (details.handlers().contains(reader.person())) {
            return "handler";
        }
        if (details.triers().contains(reader.person())) {
            return "trier";
        }
        return reader.may(Leads.LEAD) || reader.may(Leads.ABOVE) ? "line" : "supervisor";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(Actor reader, UUID id) {
        vault.openFor(reader);
        return rows.byId(id).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Evidence> evidence(Actor reader, UUID id) {
        vault.openFor(reader);
        return rows.evidence(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFile> awaitingDecisionOf(Actor actor) {
        if (!actor.may(DECIDE) && !actor.may(APPROVE)) {
            return List.of();
        }
        return readableBy(actor).stream()
                .filter(each -> each instanceof CaseFile.Heard heard
                        && !heard.details().handlers().contains(actor.person())
                        && !heard.details().triers().contains(actor.person()))
                .toList();
    }
}
