package org.shengmo.measurement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.ruler.check.CheckReport;
import org.shengmo.ruler.check.Family;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rows of datasets, runs and what they found. */
@Component
class MeasurementRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ASIDE = 1000;
    private static final int BATCH = 2000;

    private final JdbcClient database;
    private final JdbcTemplate template;

    MeasurementRows(JdbcClient database, JdbcTemplate template) {
        this.database = database;
        this.template = template;
    }

    void insert(UUID id, Family family, String title, LocalDate on, UUID person, UUID post) {
        database.sql("""
                INSERT INTO measurement.dataset (id, family, title, opened_on, opened_by, post) VALUES (?, ?, ?, ?, ?, ?)
                """).params(id, family.code(), title, on, person, post).update();
    }

    void put(UUID dataset, String name, String file, RegisterFile read, LocalDate on) {
        database.sql("""
                INSERT INTO measurement.register (dataset, name, file, ending, sha256, rows, aside, put_on, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (dataset, name) DO UPDATE SET file = excluded.file, ending = excluded.ending,
                  sha256 = excluded.sha256, rows = excluded.rows, aside = excluded.aside, put_on = excluded.put_on,
                  content = excluded.content
                """)
                .params(
                        dataset,
                        name,
                        file,
                        read.ending(),
                        read.sha256(),
                        read.looked().rows(),
                        read.looked().aside().size(),
                        on,
                        read.content())
                .update();
    }

    void insert(
            UUID id,
            UUID dataset,
            List<String> checks,
            String settings,
            LocalDate on,
            UUID person,
            UUID post,
            Instant at) {
        database.sql("""
                INSERT INTO measurement.run (id, dataset, state, checks, settings, measured_on, person, post, asked_at)
                VALUES (:id, :dataset, 'waiting', :checks, :settings, :on, :person, :post, :at)
                """)
                .param("id", id)
                .param("dataset", dataset)
                .param("checks", checks.toArray(String[]::new))
                .param("settings", settings)
                .param("on", on)
                .param("person", person)
                .param("post", post)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Moves a run on; false where it is in none of the states it may move from. */
    boolean move(UUID run, Run.State to, Run.State... from) {
        return database.sql("UPDATE measurement.run SET state = :to WHERE id = :id AND state = ANY (:from)")
                        .param("to", to.code())
                        .param("id", run)
                        .param("from", Arrays.stream(from).map(Run.State::code).toArray(String[]::new))
                        .update()
                == 1;
    }

    void reached(UUID run, int done, String check) {
        database.sql("UPDATE measurement.run SET done = ?, current = ? WHERE id = ?")
                .params(done, check, run)
                .update();
    }

    void ended(UUID run, Instant at, String failure) {
        database.sql("UPDATE measurement.run SET ended_at = ?, failure = ?, current = '' WHERE id = ?")
                .params(Timestamp.from(at), failure, run)
                .update();
    }

    void finished(UUID run, CheckReport report) {
        database.sql("""
                UPDATE measurement.run SET done = cardinality(checks), rows = :rows, put_aside = :aside,
                  households = :households, persons = :persons, at_stake = :stake
                WHERE id = :id
                """)
                .param("id", run)
                .param(
                        "rows",
                        report.rows().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .param("aside", report.putAside())
                .param("households", report.households())
                .param("persons", report.persons())
                .param("stake", report.atStake())
                .update();
        int position = 0;
        for (CheckReport.Outcome outcome : report.outcomes()) {
            outcome(run, position++, outcome.check().id(), outcome.judged(), outcome.findings(), List.of());
        }
        for (CheckReport.LeftOut left : report.leftOut()) {
            outcome(run, position++, left.check().id(), 0, 0, left.lacking());
        }
    }

    private void outcome(UUID run, int position, String check, long judged, long found, List<String> lacking) {
        database.sql("""
                INSERT INTO measurement.outcome (run, position, check_id, judged, found, lacking)
                VALUES (:run, :position, :check, :judged, :found, :lacking)
                """)
                .param("run", run)
                .param("position", position)
                .param("check", check)
                .param("judged", judged)
                .param("found", found)
                .param("lacking", lacking.toArray(String[]::new))
                .update();
    }

    void keep(UUID run, MeasuredFiles files) {
        List<Object[]> batch = new ArrayList<>();
        for (Map<String, Object> row : files.rows("SELECT * FROM finding")) {
            batch.add(new Object[] {
                run,
                row.get("check_id"),
                row.get("finding"),
                row.get("table_row"),
                text(row.get("clause")),
                text(row.get("source")),
                row.get("subject_kind"),
                row.get("subject"),
                row.get("household_id"),
                row.get("person_id"),
                row.get("township"),
                row.get("village"),
                row.get("at_stake"),
                row.get("facts")
            });
            if (batch.size() == BATCH) {
                insert(batch);
                batch.clear();
            }
        }
        insert(batch);
        files.rows("SELECT file, line, reason FROM put_aside LIMIT " + MOST_ASIDE)
                .forEach(row -> database.sql(
                                "INSERT INTO measurement.aside (run, file, line, reason) VALUES (?, ?, ?, ?)")
                        .params(
                                run,
                                text(row.get("file")),
                                Long.valueOf(text(row.get("line"))),
                                text(row.get("reason")))
                        .update());
    }

    private void insert(List<Object[]> batch) {
        template.batchUpdate("""
                INSERT INTO measurement.finding (run, check_id, finding, table_row, clause, source, subject_kind, subject,
                  household, person, township, village, at_stake, facts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, batch);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    int erase(UUID dataset, LocalDate on) {
        database.sql("UPDATE measurement.register SET content = NULL WHERE dataset = ?")
                .param(dataset)
                .update();
        database.sql("""
                UPDATE measurement.finding SET facts = NULL, person = NULL
                WHERE run IN (SELECT id FROM measurement.run WHERE dataset = ?)
                """).param(dataset).update();
        database.sql("DELETE FROM measurement.aside WHERE run IN (SELECT id FROM measurement.run WHERE dataset = ?)")
                .param(dataset)
                .update();
        return database.sql("UPDATE measurement.dataset SET erased_on = ? WHERE id = ? AND erased_on IS NULL")
                .params(on, dataset)
                .update();
    }

    /** A register's content with its ending. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(String name, String ending, byte[] bytes) {}

    List<Content> contents(UUID dataset) {
        return database.sql(
                        "SELECT name, ending, content FROM measurement.register WHERE dataset = ? AND content IS NOT NULL")
                .param(dataset)
                .query((row, number) ->
                        new Content(row.getString("name"), row.getString("ending"), row.getBytes("content")))
                .list();
    }

    List<Dataset> datasets(String where, Object parameter) {
        Map<UUID, List<Dataset.Put>> registers = new LinkedHashMap<>();
        database.sql("""
                SELECT dataset, name, file, sha256, rows, aside, put_on FROM measurement.register
                WHERE dataset IN (SELECT id FROM measurement.dataset WHERE %s) ORDER BY name
                """.formatted(where)).param(parameter).query(row -> {
            registers
                    .computeIfAbsent(row.getObject("dataset", UUID.class), id -> new ArrayList<>())
                    .add(new Dataset.Put(
                            row.getString("name"),
                            row.getString("file"),
                            row.getString("sha256"),
                            row.getLong("rows"),
                            row.getLong("aside"),
                            row.getObject("put_on", LocalDate.class)));
        });
        return database.sql("SELECT * FROM measurement.dataset WHERE " + where + " ORDER BY opened_on DESC, id")
                .param(parameter)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Dataset(
                            id,
                            family(row.getString("family")),
                            row.getString("title"),
                            row.getObject("opened_on", LocalDate.class),
                            row.getObject("post", UUID.class),
                            registers.getOrDefault(id, List.of()),
                            Optional.ofNullable(row.getObject("erased_on", LocalDate.class)));
                })
                .list();
    }

    List<Run> runs(String where, Object parameter) {
        Map<UUID, List<Run.Outcome>> outcomes = new LinkedHashMap<>();
        String from = " FROM measurement.run r JOIN measurement.dataset d ON d.id = r.dataset WHERE " + where;
        database.sql("SELECT o.* FROM measurement.outcome o WHERE o.run IN (SELECT r.id" + from
                        + ") ORDER BY o.position")
                .param(parameter)
                .query(row -> {
                    outcomes.computeIfAbsent(row.getObject("run", UUID.class), id -> new ArrayList<>())
                            .add(new Run.Outcome(
                                    row.getString("check_id"),
                                    row.getLong("judged"),
                                    row.getLong("found"),
                                    texts(row, "lacking")));
                });
        return database.sql("SELECT r.*, d.family, d.title" + from + " ORDER BY r.number DESC")
                .param(parameter)
                .query((row, number) -> run(row, outcomes))
                .list();
    }

    private static Run run(ResultSet row, Map<UUID, List<Run.Outcome>> outcomes) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Run(
                id,
                row.getLong("number"),
                row.getObject("dataset", UUID.class),
                family(row.getString("family")),
                row.getString("title"),
                Run.State.of(row.getString("state")),
                texts(row, "checks"),
                row.getObject("measured_on", LocalDate.class),
                row.getObject("person", UUID.class),
                row.getObject("post", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getInt("done"),
                row.getString("current"),
                row.getString("failure"),
                row.getLong("rows"),
                row.getLong("put_aside"),
                row.getLong("households"),
                row.getLong("persons"),
                row.getBigDecimal("at_stake"),
                outcomes.getOrDefault(id, List.of()));
    }

    String settings(UUID run) {
        return database.sql("SELECT settings FROM measurement.run WHERE id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    List<Run.Aside> aside(UUID run) {
        return database.sql("SELECT file, line, reason FROM measurement.aside WHERE run = ? ORDER BY file, line")
                .param(run)
                .query((row, number) ->
                        new Run.Aside(row.getString("file"), row.getLong("line"), row.getString("reason")))
                .list();
    }

    List<Found> found(String where, Object... parameters) {
        return database.sql("SELECT * FROM measurement.finding WHERE " + where)
                .params(parameters)
                .query((row, number) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        BigDecimal stake = row.getBigDecimal("at_stake");
        String clause = row.getString("clause");
        return new Found(
                row.getLong("id"),
                row.getObject("run", UUID.class),
                row.getString("check_id"),
                row.getString("finding"),
                row.getInt("table_row"),
                clause.isBlank() ? List.of() : List.of(clause.strip().split("\\s+", -1)),
                row.getString("source"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("household"),
                row.getString("person"),
                row.getString("township"),
                row.getString("village"),
                stake,
                facts == null ? Map.of() : withoutNulls(facts));
    }

    private static Map<String, Object> withoutNulls(String json) {
        Map<String, Object> facts = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        facts.values().removeIf(java.util.Objects::isNull);
        return facts;
    }

    private static Family family(String code) {
        return Family.valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
