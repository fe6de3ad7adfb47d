package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Matters as rows. */
@Component
class MatterRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;

    MatterRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, NewMatter matter, Competence competence, LocalDate on, UUID person, UUID post) {
        database.sql("""
                INSERT INTO deliberation.matter (id, kind, title, text, amount, project, supplier, place, body, decider,
                  steps, hear, quorum_numerator, quorum_denominator, clauses, open, proposed_on, proposed_by,
                  proposed_post, state)
                VALUES (:id, :kind, :title, :text, :amount, :project, :supplier, :place, :body, :decider,
                  :steps, :hear, :numerator, :denominator, :clauses, :open, :on, :person, :post, 'preparing')
                """)
                .param("id", id)
                .param("kind", matter.kind().name())
                .param("title", matter.title())
                .param("text", matter.text())
                .param("amount", matter.amount())
                .param("project", matter.project())
                .param("supplier", matter.supplier())
                .param("place", matter.place())
                .param("body", matter.body())
                .param("decider", competence.decider())
                .param("steps", competence.steps().stream().map(Step::code).toArray(String[]::new))
                .param("hear", competence.hear())
                .param("numerator", competence.quorum().numerator())
                .param("denominator", competence.quorum().denominator())
                .param("clauses", JSON.writeValueAsString(competence.clauses()))
                .param("open", matter.open())
                .param("on", on)
                .param("person", person)
                .param("post", post)
                .update();
        for (UUID concerned : matter.concerned()) {
            database.sql("INSERT INTO deliberation.concerned VALUES (:matter, :person)")
                    .param("matter", id)
                    .param("person", concerned)
                    .update();
        }
    }

    /** Locks a matter until the transaction ends. */
    void lock(UUID id) {
        database.sql("SELECT 1 FROM deliberation.matter WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query()
                .listOfRows();
    }

    void begin(UUID matter, Step step, LocalDate on) {
        database.sql("INSERT INTO deliberation.step (matter, step, begun_on) VALUES (:matter, :step, :on)")
                .param("matter", matter)
                .param("step", step.code())
                .param("on", on)
                .update();
    }

    void give(UUID matter, Step step, LocalDate on, boolean favourable, String account) {
        database.sql("""
                INSERT INTO deliberation.step (matter, step, begun_on, ended_on, favourable, account)
                VALUES (:matter, :step, :on, :on, :favourable, :account)
                ON CONFLICT (matter, step) DO UPDATE
                SET ended_on = EXCLUDED.ended_on, favourable = EXCLUDED.favourable, account = EXCLUDED.account
                """)
                .param("matter", matter)
                .param("step", step.code())
                .param("on", on)
                .param("favourable", favourable)
                .param("account", account)
                .update();
    }

    void exempt(UUID matter, Step step, LocalDate on, Citation clause, String reasons) {
        database.sql("""
                INSERT INTO deliberation.step (matter, step, begun_on, ended_on, account, exemption)
                VALUES (:matter, :step, :on, :on, :reasons, :clause)
                ON CONFLICT (matter, step) DO UPDATE
                SET ended_on = EXCLUDED.ended_on, account = EXCLUDED.account, exemption = EXCLUDED.exemption
                """)
                .param("matter", matter)
                .param("step", step.code())
                .param("on", on)
                .param("clause", JSON.writeValueAsString(clause))
                .param("reasons", reasons)
                .update();
    }

    void state(UUID matter, String state, LocalDate closedOn) {
        database.sql("UPDATE deliberation.matter SET state = :state, closed_on = :on WHERE id = :id")
                .param("id", matter)
                .param("state", state)
                .param("on", closedOn)
                .update();
    }

    /** @throws NoSuchElementException when there is none */
    Matter required(UUID id) {
        return byId(id).orElseThrow(() -> new NoSuchElementException("no matter " + id));
    }

    Optional<Matter> byId(UUID id) {
        return query("WHERE m.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Matter> all() {
        return query("", Map.of());
    }

    /** What was adopted of a kind and mentions something, newest first. */
    List<Matter.Decided> adopted(Business kind, String mentioned) {
        return query(
                        "WHERE m.kind = :kind AND m.state = 'adopted' AND position(:mentioned IN m.title || ' ' || m.text) > 0",
                        Map.of("kind", kind.name(), "mentioned", mentioned))
                .stream()
                .filter(Matter.Decided.class::isInstance)
                .map(Matter.Decided.class::cast)
                .toList();
    }

    private List<Matter> query(String where, Map<String, Object> parameters) {
        Map<UUID, Set<UUID>> concerned = new HashMap<>();
        database.sql(
                        "SELECT c.matter, c.person FROM deliberation.concerned c JOIN deliberation.matter m ON m.id = c.matter "
                                + where)
                .params(parameters)
                .query(row -> {
                    concerned
                            .computeIfAbsent(row.getObject("matter", UUID.class), key -> new HashSet<>())
                            .add(row.getObject("person", UUID.class));
                });
        Map<UUID, List<Evidence>> evidence =
                grouped("deliberation.step", "begun_on, step", where, parameters, MatterRows::evidence);
        Map<UUID, List<Matter.Task>> tasks =
                grouped("deliberation.task", "due, id", where, parameters, MatterRows::task);
        Map<UUID, List<Matter.Evaluation>> evaluations =
                grouped("deliberation.evaluation", "id", where, parameters, MatterRows::evaluation);
        return database.sql("""
                SELECT m.*, a.meeting, a.outcome FROM deliberation.matter m
                LEFT JOIN LATERAL (SELECT meeting, outcome FROM deliberation.agenda a
                  WHERE a.matter = m.id AND (a.progress <> 'CLOSED' OR a.outcome <> 'DEFERRED')) a ON true
                """ + where + " ORDER BY m.number DESC")
                .params(parameters)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Matter.Details details =
                            details(row, concerned.getOrDefault(id, Set.of()), evidence.getOrDefault(id, List.of()));
                    return matter(
                            row, details, tasks.getOrDefault(id, List.of()), evaluations.getOrDefault(id, List.of()));
                })
                .list();
    }

    private <T> Map<UUID, List<T>> grouped(
            String table, String order, String where, Map<String, Object> parameters, RowReader<T> reader) {
        Map<UUID, List<T>> grouped = new HashMap<>();
        database.sql("SELECT x.* FROM " + table + " x JOIN deliberation.matter m ON m.id = x.matter " + where
                        + " ORDER BY " + order)
                .params(parameters)
                .query(row -> {
                    grouped.computeIfAbsent(row.getObject("matter", UUID.class), key -> new java.util.ArrayList<>())
                            .add(reader.read(row));
                });
        return grouped;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static Matter matter(
            ResultSet row, Matter.Details details, List<Matter.Task> tasks, List<Matter.Evaluation> evaluations)
            throws SQLException {
        UUID meeting = row.getObject("meeting", UUID.class);
        LocalDate closed = row.getObject("closed_on", LocalDate.class);
        return switch (row.getString("state")) {
            case "preparing" -> new Matter.Preparing(details);
            case "tabled" -> new Matter.Tabled(details, meeting);
            case "withdrawn" -> new Matter.Withdrawn(details, closed);
            default ->
                new Matter.Decided(
                        details, meeting, Outcome.valueOf(row.getString("outcome")), closed, tasks, evaluations);
        };
    }

    private static Matter.Details details(ResultSet row, Set<UUID> concerned, List<Evidence> evidence)
            throws SQLException {
        NewMatter what = new NewMatter(
                Business.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                row.getObject("amount", BigDecimal.class),
                row.getString("project"),
                row.getString("supplier"),
                row.getString("place"),
                row.getObject("body", UUID.class),
                concerned,
                row.getBoolean("open"));
        Competence competence = new Competence(
                row.getObject("decider", UUID.class),
                java.util.Arrays.stream((String[]) row.getArray("steps").getArray())
                        .map(Step::of)
                        .toList(),
                row.getString("hear"),
                new Quorum(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                JSON.readValue(row.getString("clauses"), new TypeReference<List<Citation>>() {}));
        return new Matter.Details(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                what,
                competence,
                evidence,
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("proposed_by", UUID.class));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        Step step = Step.of(row.getString("step"));
        LocalDate begun = row.getObject("begun_on", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        String exemption = row.getString("exemption");
        if (exemption != null) {
            return new Evidence.Exempted(
                    step, begun, JSON.readValue(exemption, Citation.class), row.getString("account"));
        }
        return ended == null
                ? new Evidence.Begun(step, begun)
                : new Evidence.Given(step, begun, ended, row.getBoolean("favourable"), row.getString("account"));
    }

    private static Matter.Task task(ResultSet row) throws SQLException {
        return new Matter.Task(
                row.getString("title"),
                row.getObject("owner", UUID.class),
                row.getObject("due", LocalDate.class),
                row.getObject("duty", UUID.class));
    }

    private static Matter.Evaluation evaluation(ResultSet row) throws SQLException {
        return new Matter.Evaluation(
                row.getObject("evaluated_on", LocalDate.class), row.getBoolean("sound"), row.getString("account"));
    }

    void comment(UUID matter, LocalDate on, String text) {
        database.sql("INSERT INTO deliberation.comment (matter, given_on, text) VALUES (:matter, :on, :text)")
                .param("matter", matter)
                .param("on", on)
                .param("text", text)
                .update();
    }

    List<Matters.Comment> comments(UUID matter) {
        return database.sql("SELECT given_on, text FROM deliberation.comment WHERE matter = :matter ORDER BY id")
                .param("matter", matter)
                .query((row, number) ->
                        new Matters.Comment(row.getObject("given_on", LocalDate.class), row.getString("text")))
                .list();
    }

    void task(UUID matter, String title, UUID owner, LocalDate due, UUID duty) {
        database.sql("INSERT INTO deliberation.task VALUES (:id, :matter, :title, :owner, :due, :duty)")
                .param("id", UUID.randomUUID())
                .param("matter", matter)
                .param("title", title)
                .param("owner", owner)
                .param("due", due)
                .param("duty", duty)
                .update();
    }

    void evaluation(UUID matter, LocalDate on, boolean sound, String account) {
        database.sql("""
                INSERT INTO deliberation.evaluation (matter, evaluated_on, sound, account)
                VALUES (:matter, :on, :sound, :account)
                """)
                .param("matter", matter)
                .param("on", on)
                .param("sound", sound)
                .param("account", account)
                .update();
    }

    void interest(UUID person, String supplier, LocalDate since) {
        database.sql("INSERT INTO deliberation.interest VALUES (:person, :supplier, :since) ON CONFLICT DO NOTHING")
                .param("person", person)
                .param("supplier", supplier)
                .param("since", since)
                .update();
    }

    /** The firms a person has an interest in. */
    List<String> interests(UUID person) {
        return database.sql("SELECT supplier FROM deliberation.interest WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .list();
    }

    /** What earlier matters of the kind in the same project come to since a day, in yuan. */
    BigDecimal sumOfProject(Business kind, String project, LocalDate since) {
        return database.sql("""
                SELECT coalesce(sum(amount), 0) FROM deliberation.matter
                WHERE kind = :kind AND project = :project AND project <> '' AND state <> 'withdrawn'
                  AND state <> 'rejected' AND proposed_on >= :since
                """)
                .param("kind", kind.name())
                .param("project", project)
                .param("since", since)
                .query(BigDecimal.class)
                .single();
    }

    /** Who took which stand on a matter in the meeting that decided it, by person. */
    Map<UUID, Stance> stancesByPerson(UUID matter) {
        Map<UUID, Stance> stances = new HashMap<>();
        database.sql("""
                SELECT m.person, s.stance FROM deliberation.stand s
                JOIN deliberation.member m ON m.meeting = s.meeting AND m.post = s.post
                JOIN deliberation.agenda a ON a.meeting = s.meeting AND a.matter = s.matter
                WHERE s.matter = :matter AND a.outcome IN ('ADOPTED', 'REJECTED')
                """).param("matter", matter).query(row -> {
            stances.put(row.getObject("person", UUID.class), Stance.valueOf(row.getString("stance")));
        });
        return stances;
    }
}
