package org.shengmo.discipline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Cases as rows. Whether a row shows, the door says that was opened before. */
@Component
class DisciplineCaseRows {

    static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;

    DisciplineCaseRows(JdbcClient database) {
        this.database = database;
    }

    void insert(
            UUID id,
            Lead.Details lead,
            Cases.NewCase filed,
            Lead.Crew crew,
            List<UUID> bodies,
            int number,
            LocalDate on,
            LocalDate due) {
        UUID[] people = Stream.concat(lead.people().stream(), Stream.of(filed.person()))
                .distinct()
                .toArray(UUID[]::new);
        UUID[] closed = Stream.concat(lead.bodies().stream(), bodies.stream())
                .distinct()
                .toArray(UUID[]::new);
        UUID[] members = Stream.concat(Stream.of(crew.supervisor()), crew.handlers().stream())
                .toArray(UUID[]::new);
        database.sql("""
                INSERT INTO discipline.case_file (id, lead, year, number, person, level, eight_rules, matter, people, bodies, above,
                  members, handlers, filed_on, state, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'investigated', ?)
                """)
                .params(
                        id,
                        lead.id(),
                        on.getYear(),
                        number,
                        filed.person(),
                        filed.level().code(),
                        filed.eightRules(),
                        filed.matter().strip(),
                        people,
                        closed,
                        lead.above(),
                        members,
                        crew.handlers().toArray(UUID[]::new),
                        on,
                        due)
                .update();
    }

    UUID evidence(UUID caseFile, Cases.NewEvidence evidence, UUID by, UUID with) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO discipline.evidence (id, case_file, number, kind, title, obtained_on, obtained_by, with_person, files)
                SELECT ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ? FROM discipline.evidence WHERE case_file = ?
                """)
                .params(
                        id,
                        caseFile,
                        evidence.kind(),
                        evidence.title().strip(),
                        evidence.obtainedOn(),
                        by,
                        with,
                        evidence.files().toArray(UUID[]::new),
                        caseFile)
                .update();
        return id;
    }

    List<Evidence> evidence(UUID caseFile) {
        return database.sql("SELECT * FROM discipline.evidence WHERE case_file = ? ORDER BY number")
                .param(caseFile)
                .query((row, number) -> new Evidence(
                        Columns.id(row, "id"),
                        row.getInt("number"),
                        row.getString("kind"),
                        row.getString("title"),
                        Columns.day(row, "obtained_on"),
                        Columns.id(row, "obtained_by"),
                        Columns.id(row, "with_person"),
                        Columns.ids(row, "files")))
                .list();
    }

    void toTrial(UUID id, List<UUID> triers, LocalDate due) {
        database.sql("""
                UPDATE discipline.case_file SET state = 'on-trial', triers = ?, due = ?,
                  members = (SELECT array_agg(DISTINCT m) FROM unnest(members || ?) AS m)
                WHERE id = ?
                """)
                .params(triers.toArray(UUID[]::new), due, triers.toArray(UUID[]::new), id)
                .update();
    }

    void back(UUID id, LocalDate due) {
        database.sql("UPDATE discipline.case_file SET state = 'investigated', due = ? WHERE id = ?")
                .params(due, id)
                .update();
    }

    void heard(UUID id, CaseFile.Hearing hearing) {
        database.sql("""
                UPDATE discipline.case_file SET state = 'heard', due = NULL, told_on = ?, violations = ?, statement = ?, verified = ?
                WHERE id = ?
                """)
                .params(
                        hearing.on(),
                        JSON.writeValueAsString(hearing.violations()),
                        hearing.statement(),
                        hearing.verified(),
                        id)
                .update();
    }

    void member(UUID id, UUID person) {
        database.sql("UPDATE discipline.case_file SET members = members || ? WHERE id = ? AND ? <> ALL (members)")
                .params(person, id, person)
                .update();
    }

    void replace(UUID id, UUID person, UUID replacement, boolean handler) {
        String column = handler ? "handlers" : "triers";
        database.sql("UPDATE discipline.case_file SET " + column + " = array_replace(" + column
                        + ", ?, ?), members = array_replace(members, ?, ?) WHERE id = ?")
                .params(person, replacement, person, replacement, id)
                .update();
        database.sql("UPDATE discipline.term SET owner = ? WHERE matter = ? AND owner = ? AND done_on IS NULL")
                .params(replacement, id, person)
                .update();
    }

    void decided(UUID id, SanctionDecision decision) {
        database.sql("""
                UPDATE discipline.case_file SET state = 'decided', decision = ?, decided_on = ?, decided_by = ?, decided_post = ?
                WHERE id = ?
                """)
                .params(JSON.writeValueAsString(decision), decision.on(), decision.by(), decision.post(), id)
                .update();
    }

    void state(UUID id, String state) {
        database.sql("UPDATE discipline.case_file SET state = ? WHERE id = ?")
                .params(state, id)
                .update();
    }

    void dismissed(UUID id, LocalDate on, String reasons) {
        database.sql(
                        "UPDATE discipline.case_file SET state = 'dismissed', due = NULL, dismissed_on = ?, reasons = ? WHERE id = ?")
                .params(on, reasons, id)
                .update();
    }

    boolean above(UUID id) {
        return database.sql("SELECT above FROM discipline.case_file WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** The leader in charge, by its lead. */
    UUID supervisor(UUID id) {
        return database.sql("""
                SELECT l.supervisor FROM discipline.case_file c JOIN discipline.lead l ON l.id = c.lead WHERE c.id = ?
                """).param(id).query(UUID.class).optional().orElse(null);
    }

    /** Everyone who works or worked on a case. */
    List<UUID> members(UUID id) {
        return database.sql("SELECT members FROM discipline.case_file WHERE id = ?")
                .param(id)
                .query((row, number) -> Columns.ids(row, "members"))
                .optional()
                .orElse(List.of());
    }

    Optional<CaseFile> byId(UUID id) {
        return database.sql("SELECT * FROM discipline.case_file WHERE id = ?")
                .param(id)
                .query(DisciplineCaseRows::caseFile)
                .optional();
    }

    List<CaseFile> all() {
        return database.sql("SELECT * FROM discipline.case_file ORDER BY year DESC, number DESC")
                .query(DisciplineCaseRows::caseFile)
                .list();
    }

    private static CaseFile caseFile(ResultSet row, int number) throws SQLException {
        CaseFile.Details details = new CaseFile.Details(
                Columns.id(row, "id"),
                Columns.id(row, "lead"),
                row.getInt("year"),
                row.getInt("number"),
                Columns.id(row, "person"),
                Level.valueOf(row.getString("level").toUpperCase(java.util.Locale.ROOT)),
                row.getBoolean("eight_rules"),
                row.getString("matter"),
                Columns.ids(row, "handlers"),
                Columns.ids(row, "triers"),
                Columns.day(row, "filed_on"));
        return switch (row.getString("state")) {
            case "investigated" -> new CaseFile.Investigated(details, Columns.day(row, "due"));
            case "on-trial" -> new CaseFile.OnTrial(details, Columns.day(row, "due"));
            case "heard" -> new CaseFile.Heard(details, hearing(row));
            case "decided" -> new CaseFile.Decided(details, hearing(row), decision(row));
            case "in-effect" -> new CaseFile.InEffect(details, hearing(row), decision(row));
            default -> new CaseFile.Dismissed(details, Columns.day(row, "dismissed_on"), row.getString("reasons"));
        };
    }

    private static CaseFile.Hearing hearing(ResultSet row) throws SQLException {
        return new CaseFile.Hearing(
                Columns.day(row, "told_on"),
                Arrays.asList(JSON.readValue(row.getString("violations"), Violation[].class)),
                row.getString("statement"),
                row.getString("verified"));
    }

    private static SanctionDecision decision(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("decision"), SanctionDecision.class);
    }
}
