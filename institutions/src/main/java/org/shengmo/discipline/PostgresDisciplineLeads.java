package org.shengmo.discipline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Accusations;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads in PostgreSQL, behind row-level security. */
@Service
class PostgresDisciplineLeads implements Leads {

    private final JdbcClient database;
    private final DisciplineVault vault;
    private final DisciplineTerms terms;
    private final DisciplineCrews crews;
    private final DisciplineRecord record;
    private final DisciplineViewLog views;
    private final Accusations accusations;
    private final Organization organization;
    private final Clock clock;

    PostgresDisciplineLeads(
            JdbcClient database,
            DisciplineVault vault,
            DisciplineTerms terms,
            DisciplineCrews crews,
            DisciplineRecord record,
            DisciplineViewLog views,
            Accusations accusations,
            Organization organization,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.terms = terms;
        this.crews = crews;
        this.record = record;
        this.views = views;
        this.accusations = accusations;
        this.organization = organization;
        this.clock = clock;
    }

    // Coming in

    @Override
    @Transactional
    public UUID register(Actor by, NewLead lead) {
        if (!by.may(ABOVE) && !by.may(LEAD)) {
            by.require(KEEP);
        }
        if (lead.text().isBlank()) {
            throw Invalid.at("text", "discipline.fault.blank");
        }
        if (lead.receivedOn().isAfter(today())) {
            throw Invalid.at("receivedOn", "discipline.fault.future");
        }
        return put(by, lead, UUID.randomUUID());
    }

    private UUID put(Actor by, NewLead lead, UUID id) {
        List<UUID> bodies = new ArrayList<>(lead.bodies());
        boolean above = above(lead, bodies);
        int year = today().getYear();
        int number = record.number("lead", year);
        LocalDate due = terms.due("dispose", lead.receivedOn());
        vault.openForWork();
        int put = database.sql("""
                INSERT INTO discipline.lead (id, year, number, origin, source_type, source_id, received_on, text, accused,
                  people, bodies, above, state, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'registered', ?) ON CONFLICT DO NOTHING
                """)
                .params(
                        id,
                        year,
                        number,
                        lead.origin().name(),
                        lead.source() == null ? null : lead.source().type(),
                        lead.source() == null ? null : lead.source().id(),
                        lead.receivedOn(),
                        lead.text().strip(),
                        lead.accused().strip(),
                        lead.people().toArray(UUID[]::new),
                        bodies.toArray(UUID[]::new),
                        above,
                        due)
                .update();
        if (put == 0) {
            throw Refusal.of("discipline.source-taken")
                    .under(List.of(crews.clause("3")))
                    .refused();
        }
        if (!lead.informant().isBlank() || !lead.contact().isBlank()) {
            database.sql("INSERT INTO discipline.informant VALUES (?, ?, ?)")
                    .params(id, lead.informant().strip(), lead.contact().strip())
                    .update();
        }
        Subject about = new Subject("discipline.lead", id);
        record.sealed(
                by,
                "lead-registered",
                about,
                Map.of("origin", lead.origin().code(), "text", lead.text(), "accused", lead.accused()));
        terms.holder(above ? ABOVE : LEAD, by.person(), lead.people(), bodies).ifPresent(line -> {
            terms.start("dispose", id, "/discipline/leads/" + id, line, null, today(), latest(due));
            record.tell(List.of(line), "discipline.notice.registered", "/discipline/leads/" + id, about);
        });
        return id;
    }

    private LocalDate latest(LocalDate due) {
        return due.isBefore(today()) ? today() : due;
    }

    /** Whether it is about the discipline bodies' own people; their bodies are added to what it is about. */
    private boolean above(NewLead lead, List<UUID> bodies) {
        Directory directory = organization.directory();
        Stream.concat(
                        bodies.stream(),
                        lead.people().stream()
                                .flatMap(person -> DisciplineCrews.bodies(directory, person, today()).stream()))
                .filter(body -> directory.body(body).kind() == BodyKind.DISCIPLINE)
                .distinct()
                .toList()
                .forEach(body -> {
                    if (!bodies.contains(body)) {
                        bodies.add(body);
                    }
                });
        return bodies.stream().anyMatch(body -> directory.body(body).kind() == BodyKind.DISCIPLINE);
    }

    @Override
    @Transactional
    public UUID takeOver(Actor by, UUID accusation) {
        Accusations.Accusation found = accusations
                .find(by, accusation)
                .orElseThrow(() -> new NoSuchElementException("no complaint " + accusation));
        if (found.state().equals("RECEIVED")) {
            accusations.take(by, accusation);
        }
        return register(
                by,
                new NewLead(
                        Origin.PETITION,
                        found.receivedOn(),
                        found.text(),
                        found.accused(),
                        found.accusedPeople(),
                        found.accusedBodies(),
                        new Subject("petition.accusation", accusation),
                        found.name(),
                        found.phone()));
    }

    /** What an upheld finding gives, by the programme itself; a source that became a lead before is left. */
    void follow(NewLead lead) {
        vault.openForWork();
        boolean known = database.sql("SELECT count(*) FROM discipline.lead WHERE source_type = ? AND source_id = ?")
                        .params(lead.source().type(), lead.source().id())
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            put(Actor.CALENDAR, lead, UUID.randomUUID());
        }
    }

    // Into hands

    @Override
    @Transactional
    public void assign(Actor by, UUID id, UUID supervisor, List<UUID> handlers) {
        Lead lead = visible(by, id);
        requireLine(by, lead.details());
        if (!(lead instanceof Lead.Registered registered)) {
            throw refusal("discipline.assigned-before", lead);
        }
        crews.requireTwo(handlers);
        Lead.Details details = lead.details();
        handlers.forEach(each -> crews.require(each, HANDLE, id, details.people(), details.bodies()));
        crews.require(supervisor, HANDLE, id, details.people(), details.bodies());
        if (handlers.contains(supervisor)) {
            throw Refusal.of("discipline.two").under(List.of(crews.clause("3"))).refused();
        }
        vault.openForWork();
        database.sql(
                        "UPDATE discipline.lead SET state = 'assigned', supervisor = ?, handlers = ?, members = ? WHERE id = ?")
                .params(supervisor, array(handlers), members(supervisor, handlers), id)
                .update();
        begin("dispose", details, handlers.getFirst(), supervisor, registered.due());
        record.sealed(
                by,
                "assigned",
                details.asSubject(),
                Map.of("supervisor", record.name(supervisor), "handlers", record.names(handlers)));
        record.tell(
                Stream.concat(handlers.stream(), Stream.of(supervisor)).toList(),
                "discipline.notice.assigned",
                href(id),
                details.asSubject());
    }

    private void begin(String step, Lead.Details details, UUID owner, UUID supervisor, LocalDate due) {
        terms.done(details.id());
        terms.start(step, details.id(), href(details.id()), owner, supervisor, today(), latest(due));
    }

    private static String href(UUID id) {
        return "/discipline/leads/" + id;
    }

    private static UUID[] array(List<UUID> people) {
        return people.toArray(UUID[]::new);
    }

    private static UUID[] members(UUID supervisor, List<UUID> handlers) {
        return Stream.concat(Stream.of(supervisor), handlers.stream()).toArray(UUID[]::new);
    }

    @Override
    @Transactional
    public void recuse(Actor by, UUID id, UUID person, UUID replacement, String reasons) {
        Lead.Handled lead = handled(visible(by, id));
        boolean line = line(by, lead.details());
        if (!line && !person.equals(by.person())) {
            requireLine(by, lead.details());
        }
        requireText("reasons", reasons);
        if (!lead.crew().has(person)) {
            throw refusal("discipline.not-in-it", lead);
        }
        Lead.Details details = lead.details();
        crews.withdrawn(id, person, by.person(), reasons);
        if (lead.crew().has(replacement)) {
            throw Refusal.of("discipline.two").under(List.of(crews.clause("3"))).refused();
        }
        crews.require(replacement, HANDLE, id, details.people(), details.bodies());
        UUID supervisor = person.equals(lead.crew().supervisor())
                ? replacement
                : lead.crew().supervisor();
        List<UUID> handlers = lead.crew().handlers().stream()
                .map(each -> each.equals(person) ? replacement : each)
                .toList();
        vault.openForWork();
        database.sql("""
                UPDATE discipline.lead SET supervisor = ?, handlers = ?, members = ?,
                  state = CASE WHEN state = 'proposed' THEN 'assigned' ELSE state END,
                  proposed_way = NULL, proposed_by = NULL, countersigned = NULL
                WHERE id = ?
                """)
                .params(supervisor, array(handlers), members(supervisor, handlers), id)
                .update();
        begin(step(lead), details, handlers.getFirst(), supervisor, lead.due());
        record.sealed(
                by,
                "recused",
                details.asSubject(),
                Map.of("person", record.name(person), "replacement", record.name(replacement), "reasons", reasons));
        record.tell(List.of(replacement), "discipline.notice.assigned", href(id), details.asSubject());
    }

    private static String step(Lead lead) {
        return switch (lead) {
            case Lead.UnderWay underWay -> underWay.way() == Way.INTERVIEW ? "letter" : "check";
            case Lead.PutAside putAside -> "put-aside";
            default -> "dispose";
        };
    }

    // The way

    @Override
    @Transactional
    public void propose(Actor by, UUID id, Way way, String account) {
        Lead.Handled lead = handled(visible(by, id));
        requireHandler(by, lead);
        requireText("account", account);
        if (lead instanceof Lead.Proposed || !following(lead).contains(way)) {
            throw refusal("discipline.way-not-now", lead);
        }
        vault.openForWork();
        database.sql("""
                UPDATE discipline.lead SET state = 'proposed', proposed_way = ?, account = ?, proposed_by = ?, countersigned = NULL
                WHERE id = ?
                """).params(way.name(), account.strip(), by.person(), id).update();
        record.sealed(
                by, "proposed", lead.details().asSubject(), Map.of("way", way.code(), "account", account.strip()));
        record.tell(
                lead.crew().handlers().stream()
                        .filter(each -> !each.equals(by.person()))
                        .toList(),
                "discipline.notice.countersign",
                href(id),
                lead.details().asSubject());
    }

    /** The ways that can follow where a lead stands. */
    static Set<Way> following(Lead lead) {
        return switch (lead) {
            case Lead.Assigned assigned -> Set.of(Way.INTERVIEW, Way.CHECK, Way.PUT_ASIDE, Way.CLOSE);
            case Lead.UnderWay underWay ->
                underWay.way() == Way.INTERVIEW
                        ? Set.of(Way.CHECK, Way.PUT_ASIDE, Way.CLOSE, Way.TALK)
                        : Set.of(Way.FILE, Way.PUT_ASIDE, Way.CLOSE, Way.TALK, Way.INTERVIEW);
            default -> Set.of();
        };
    }

    @Override
    @Transactional
    public void countersign(Actor by, UUID id) {
        Lead.Proposed lead = proposed(by, id);
        requireHandler(by, lead);
        if (lead.proposal().by().equals(by.person())) {
            throw Refusal.of("discipline.two").under(List.of(crews.clause("3"))).refused();
        }
        vault.openForWork();
        database.sql("UPDATE discipline.lead SET countersigned = ? WHERE id = ?")
                .params(by.person(), id)
                .update();
        record.sealed(
                by,
                "countersigned",
                lead.details().asSubject(),
                Map.of("way", lead.proposal().way().code()));
        record.tell(
                List.of(lead.crew().supervisor()),
                "discipline.notice.approve",
                href(id),
                lead.details().asSubject());
    }

    @Override
    @Transactional
    public void approve(Actor by, UUID id) {
        Lead.Proposed lead = proposed(by, id);
        requireApprover(by, lead);
        Way way = lead.proposal().way();
        if (way == Way.FILE) {
            throw refusal("discipline.file-instead", lead);
        }
        vault.openForWork();
        switch (way) {
            case INTERVIEW, CHECK -> {
                String step = way == Way.INTERVIEW ? "letter" : "check";
                LocalDate due = terms.due(step, today());
                move(id, "under-way", due, way);
                begin(
                        step,
                        lead.details(),
                        lead.crew().handlers().getFirst(),
                        lead.crew().supervisor(),
                        due);
            }
            case PUT_ASIDE -> {
                LocalDate due = terms.due("put-aside", today());
                move(id, "put-aside", due, way);
                begin(
                        "put-aside",
                        lead.details(),
                        lead.crew().handlers().getFirst(),
                        lead.crew().supervisor(),
                        due);
            }
            default -> {
                terms.done(id);
                database.sql(
                                "UPDATE discipline.lead SET state = 'closed', way = ?, closed_on = ?, due = NULL, form = ? WHERE id = ?")
                        .params(way.name(), today(), way == Way.TALK ? "first" : "none", id)
                        .update();
            }
        }
        record.sealed(by, "disposed", lead.details().asSubject(), Map.of("way", way.code()));
        record.tell(
                lead.crew().handlers(),
                "discipline.notice.approved",
                href(id),
                lead.details().asSubject());
    }

    private void move(UUID id, String state, LocalDate due, Way way) {
        database.sql("UPDATE discipline.lead SET state = ?, due = ?, way = ? WHERE id = ?")
                .params(state, due, way.name(), id)
                .update();
    }

    @Override
    @Transactional
    public void sendBack(Actor by, UUID id, String reasons) {
        Lead.Proposed lead = proposed(by, id);
        requireApprover(by, lead);
        requireText("reasons", reasons);
        vault.openForWork();
        database.sql("""
                UPDATE discipline.lead SET state = CASE WHEN way IS NULL OR way = 'PUT_ASIDE' THEN 'assigned' ELSE 'under-way' END,
                  proposed_way = NULL, proposed_by = NULL, countersigned = NULL WHERE id = ?
                """).param(id).update();
        record.sealed(by, "sent-back", lead.details().asSubject(), Map.of("reasons", reasons));
        record.tell(
                lead.crew().handlers(),
                "discipline.notice.sent-back",
                href(id),
                lead.details().asSubject());
    }

    @Override
    @Transactional
    public void takeUp(Actor by, UUID id) {
        if (!(visible(by, id) instanceof Lead.PutAside lead)) {
            throw refusal("discipline.way-not-now", visible(by, id));
        }
        if (!line(by, lead.details()) && !lead.crew().has(by.person())) {
            requireLine(by, lead.details());
        }
        vault.openForWork();
        LocalDate due = terms.due("dispose", today());
        move(id, "assigned", due, Way.PUT_ASIDE);
        begin(
                "dispose",
                lead.details(),
                lead.crew().handlers().getFirst(),
                lead.crew().supervisor(),
                due);
        record.sealed(by, "taken-up", lead.details().asSubject(), Map.of());
    }

    /** Marks a lead on which a case was filed. */
    void filed(UUID id) {
        vault.openForWork();
        terms.done(id);
        database.sql("UPDATE discipline.lead SET state = 'filed', way = 'FILE', closed_on = ?, due = NULL WHERE id = ?")
                .params(today(), id)
                .update();
    }

    // Who may

    /** The lead, where it is there for the actor. */
    Lead visible(Actor by, UUID id) {
        vault.openFor(by);
        return byId(id).orElseThrow(() -> new NoSuchElementException("no lead " + id));
    }

    boolean line(Actor by, Lead.Details details) {
        return by.may(details.above() ? ABOVE : LEAD);
    }

    void requireLine(Actor by, Lead.Details details) {
        if (!line(by, details)) {
            throw Refusal.of("discipline.not-line")
                    .under(List.of(crews.clause("3")))
                    .refused();
        }
    }

    private void requireHandler(Actor by, Lead.Handled lead) {
        if (!lead.crew().handlers().contains(by.person())) {
            throw refusal("discipline.handlers-only", lead);
        }
    }

    void requireApprover(Actor by, Lead.Proposed lead) {
        boolean may = line(by, lead.details()) || by.person().equals(lead.crew().supervisor());
        if (!may || lead.crew().handlers().contains(by.person())) {
            throw refusal("discipline.approver-only", lead);
        }
        if (lead.proposal().countersigned().isEmpty()) {
            throw refusal("discipline.not-countersigned", lead);
        }
    }

    private Lead.Handled handled(Lead lead) {
        if (lead instanceof Lead.Handled handled) {
            return handled;
        }
        throw refusal("discipline.way-not-now", lead);
    }

    private Lead.Proposed proposed(Actor by, UUID id) {
        Lead lead = visible(by, id);
        if (lead instanceof Lead.Proposed proposed) {
            return proposed;
        }
        throw refusal("discipline.nothing-proposed", lead);
    }

    private org.shengmo.wording.Refused refusal(String key, Lead lead) {
        return Refusal.of(key, lead.details().year(), lead.details().number())
                .under(List.of(crews.clause("3")))
                .refused();
    }

    static void requireText(String place, String text) {
        if (text.isBlank()) {
            throw Invalid.at(place, "discipline.fault.blank");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    // Reading

    @Override
    @Transactional(readOnly = true)
    public List<Lead> readableBy(Actor reader) {
        vault.openFor(reader);
        return database.sql("SELECT * FROM discipline.lead ORDER BY due NULLS LAST, year DESC, number DESC")
                .query(PostgresDisciplineLeads::lead)
                .list();
    }

    @Override
    @Transactional
    public Optional<Lead> open(Actor reader, UUID id) {
        vault.openFor(reader);
        Optional<Lead> found = byId(id);
        found.ifPresent(lead -> views.viewed(reader, "lead", id, role(reader, lead)));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(Actor reader, UUID id) {
        vault.openFor(reader);
        return byId(id).isPresent();
    }

    private static String role(Actor reader, Lead lead) {
        Lead.Crew crew = crew(lead);
        if (crew.handlers().contains(reader.person())) {
            return "handler";
        }
        if (reader.person().equals(crew.supervisor())) {
            return "supervisor";
        }
        return reader.may(LEAD) || reader.may(ABOVE) ? "line" : "keeper";
    }

    /** Who handles or handled a lead; nobody while it is only registered. */
    static Lead.Crew crew(Lead lead) {
        return switch (lead) {
            case Lead.Registered registered -> new Lead.Crew(null, List.of());
            case Lead.Handled handled -> handled.crew();
            case Lead.Closed closed -> closed.crew();
            case Lead.Filed filed -> filed.crew();
        };
    }

    private Optional<Lead> byId(UUID id) {
        return database.sql("SELECT * FROM discipline.lead WHERE id = ?")
                .param(id)
                .query(PostgresDisciplineLeads::lead)
                .optional();
    }

    private static Lead lead(ResultSet row, int number) throws SQLException {
        Lead.Details details = new Lead.Details(
                Columns.id(row, "id"),
                row.getInt("year"),
                row.getInt("number"),
                Origin.valueOf(row.getString("origin")),
                Columns.day(row, "received_on"),
                row.getString("text"),
                row.getString("accused"),
                Columns.ids(row, "people"),
                Columns.ids(row, "bodies"),
                row.getBoolean("above"));
        Lead.Crew crew = new Lead.Crew(Columns.id(row, "supervisor"), Columns.ids(row, "handlers"));
        LocalDate due = Columns.day(row, "due");
        return switch (row.getString("state")) {
            case "registered" -> new Lead.Registered(details, due);
            case "assigned" -> new Lead.Assigned(details, crew, due);
            case "proposed" -> new Lead.Proposed(details, crew, proposal(row), due);
            case "under-way" -> new Lead.UnderWay(details, crew, Way.valueOf(row.getString("way")), due);
            case "put-aside" -> new Lead.PutAside(details, crew, due);
            case "filed" -> new Lead.Filed(details, crew, Columns.day(row, "closed_on"));
            default ->
                new Lead.Closed(
                        details,
                        crew,
                        Columns.day(row, "closed_on"),
                        row.getString("account"),
                        "TALK".equals(row.getString("way")));
        };
    }

    private static Lead.Proposal proposal(ResultSet row) throws SQLException {
        return new Lead.Proposal(
                Way.valueOf(row.getString("proposed_way")),
                row.getString("account"),
                Columns.id(row, "proposed_by"),
                Optional.ofNullable(Columns.id(row, "countersigned")));
    }
}
