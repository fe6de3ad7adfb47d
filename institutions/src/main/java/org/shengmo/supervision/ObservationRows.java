package org.shengmo.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of citizen supervisors and of what they report. */
@Component
class ObservationRows {

    private final JdbcClient database;

    ObservationRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Supervisor supervisor) {
        database.sql("""
                INSERT INTO supervision.supervisor (id, person, post, name, bodies, from_day, until_day)
                VALUES (?, ?, ?, ?, ?::uuid[], ?, ?)
                """)
                .params(
                        supervisor.id(),
                        supervisor.person(),
                        supervisor.post(),
                        supervisor.name(),
                        supervisor.bodies().toArray(UUID[]::new),
                        supervisor.from(),
                        supervisor.until())
                .update();
    }

    List<Supervisor> supervisors() {
        return database.sql("SELECT * FROM supervision.supervisor ORDER BY from_day DESC, name, id")
                .query((row, number) -> new Supervisor(
                        uuid(row, "id"),
                        uuid(row, "person"),
                        uuid(row, "post"),
                        row.getString("name"),
                        uuids(row, "bodies"),
                        day(row, "from_day"),
                        day(row, "until_day")))
                .list();
    }

    void insert(Observation.Details details) {
        database.sql("""
                INSERT INTO supervision.observation
                  (id, supervisor, body, owner, title, text, reported_on, due, photos, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], 'OPEN')
                """)
                .params(
                        details.id(),
                        details.supervisor(),
                        details.body(),
                        details.owner(),
                        details.title(),
                        details.text(),
                        details.reportedOn(),
                        details.due(),
                        details.photos().toArray(UUID[]::new))
                .update();
    }

    void owed(UUID id, UUID duty, LocalDate due) {
        database.sql("UPDATE supervision.observation SET state = 'OPEN', duty = ?, due = ? WHERE id = ?")
                .params(duty, due, id)
                .update();
    }

    void answered(UUID id, int round, LocalDate on, String text) {
        database.sql(
                        "INSERT INTO supervision.observation_answer (observation, round, on_day, text) VALUES (?, ?, ?, ?)")
                .params(id, round, on, text)
                .update();
        database.sql("UPDATE supervision.observation SET state = 'ANSWERED' WHERE id = ?")
                .param(id)
                .update();
    }

    void closed(UUID id, boolean satisfied, String remark) {
        database.sql("UPDATE supervision.observation SET state = 'CLOSED', satisfied = ?, remark = ? WHERE id = ?")
                .params(satisfied, remark, id)
                .update();
    }

    /** The observation, held. */
    Observation lock(UUID id) {
        database.sql("SELECT id FROM supervision.observation WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .single();
        return find(id).orElseThrow();
    }

    Optional<Observation> find(UUID id) {
        return select("WHERE id = ?", List.of(id)).stream().findFirst();
    }

    /** What one person reported or one post owes an answer to, newest first. */
    List<Observation> of(UUID person, UUID post) {
        return select("WHERE supervisor = ? OR owner = ?", Arrays.asList(person, post));
    }

    List<Observation> all() {
        return select("", List.of());
    }

    private List<Observation> select(String where, List<?> parameters) {
        Map<UUID, List<Observation.Answer>> answers = answers(where, parameters);
        return database.sql("SELECT * FROM supervision.observation " + where + " ORDER BY number DESC")
                .params(parameters)
                .query((row, number) -> observation(row, answers.getOrDefault(uuid(row, "id"), List.of())))
                .list();
    }

    private Map<UUID, List<Observation.Answer>> answers(String where, List<?> parameters) {
        record Given(UUID observation, Observation.Answer answer) {}
        return database
                .sql(
                        "SELECT * FROM supervision.observation_answer WHERE observation IN (SELECT id FROM supervision.observation "
                                + where + ") ORDER BY observation, round")
                .params(parameters)
                .query((row, number) -> new Given(
                        uuid(row, "observation"),
                        new Observation.Answer(row.getInt("round"), day(row, "on_day"), row.getString("text"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Given::observation, Collectors.mapping(Given::answer, Collectors.toList())));
    }

    private static Observation observation(ResultSet row, List<Observation.Answer> answers) throws SQLException {
        Observation.Details details = new Observation.Details(
                uuid(row, "id"),
                row.getLong("number"),
                uuid(row, "supervisor"),
                uuid(row, "body"),
                uuid(row, "owner"),
                row.getString("title"),
                row.getString("text"),
                day(row, "reported_on"),
                day(row, "due"),
                uuid(row, "duty"),
                uuids(row, "photos"),
                answers);
        return switch (row.getString("state")) {
            case "ANSWERED" -> new Observation.Answered(details);
            case "CLOSED" -> new Observation.Closed(details, row.getBoolean("satisfied"), row.getString("remark"));
            default -> new Observation.Open(details);
        };
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
