package org.shengmo.procurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckRequest;
import org.shengmo.ruler.check.CheckRun;
import org.shengmo.ruler.check.Family;
import org.shengmo.wording.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Flags in PostgreSQL, found by the ruler over files that are gone afterwards. */
@Service
class PostgresRedFlags implements RedFlags {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;
    private final OpenContracting open;
    private final Procurement procurement;
    private final Findings findings;
    private final Rulebook rulebook;
    private final ProcurementRules rules;
    private final Docket docket;

    PostgresRedFlags(
            JdbcClient database,
            OpenContracting open,
            Procurement procurement,
            Findings findings,
            Rulebook rulebook,
            ProcurementRules rules,
            Docket docket) {
        this.database = database;
        this.open = open;
        this.procurement = procurement;
        this.findings = findings;
        this.rulebook = rulebook;
        this.rules = rules;
        this.docket = docket;
    }

    /** A row of what the ruler found. */
    private record Found(String check, String subject, String ocid, String finding, String facts, String source) {}

    @Override
    @Transactional
    public int measure(Actor by) {
        by.require(Procurement.JUDGE);
        List<Map<String, Object>> releases = open.compiled();
        if (releases.isEmpty()) {
            throw Invalid.at("releases", "procurement.fault.no-releases");
        }
        int flagged = 0;
        for (Found each : found(releases)) {
            flagged += database.sql("""
                    INSERT INTO procurement.flag (id, check_id, subject, finding, project, facts, source, flagged_on)
                    SELECT ?, ?, ?, ?, (SELECT id FROM procurement.project WHERE number = ?), ?, ?, ?
                    ON CONFLICT (check_id, subject, finding) DO NOTHING
                    """)
                    .params(
                            UUID.randomUUID(),
                            each.check(),
                            each.subject(),
                            each.finding(),
                            number(each.ocid()),
                            each.facts(),
                            each.source(),
                            rules.today())
                    .update();
        }
        docket.record(Act.of(
                by.author(),
                "procurement.measured",
                new Subject("procurement.flag", UUID.randomUUID()),
                Map.of("checked_rows", releases.size(), "numbers", flagged)));
        return flagged;
    }

    private static Long number(String ocid) {
        return ocid == null ? null : Long.valueOf(ocid.substring(ocid.lastIndexOf('-') + 1));
    }

    private List<Found> found(List<Map<String, Object>> releases) {
        try {
            Path directory = Files.createTempDirectory("shengmo-procurement");
            try {
                Path data = Files.createDirectory(directory.resolve("data"));
                Files.writeString(
                        data.resolve("releases.jsonl"),
                        releases.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")),
                        StandardCharsets.UTF_8);
                Path out = directory.resolve("out");
                CheckRun.run(
                        new CheckRequest(data, out, rules.today(), Map.of()),
                        CheckLibrary.packaged().find(List.of(Family.PROCUREMENT.code())));
                return read(out.resolve("findings.parquet"));
            } finally {
                remove(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Found> read(Path findings) {
        List<Found> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM read_parquet('"
                        + findings.toAbsolutePath().toString().replace("'", "''") + "')")) {
            while (row.next()) {
                String ocid = row.getString("ocid");
                String subject = row.getString("subject");
                found.add(new Found(
                        row.getString("check_id"),
                        subject,
                        "OCID".equals(row.getString("subject_kind")) ? subject : ocid,
                        row.getString("finding"),
                        row.getString("facts"),
                        Optional.ofNullable(row.getString("source")).orElse("")));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    @Transactional
    public UUID state(Actor by, UUID id) {
        by.require(Procurement.JUDGE);
        Flag flag = unjudged(id);
        Project project = flag.project()
                .flatMap(procurement::project)
                .orElseThrow(() -> rules.refused("procurement.refused.no-project", "10", flag.subject()));
        UUID finding = findings.state(
                by,
                new NewFinding(
                        Kind.of("procurement.flag"),
                        Subject.body(project.details().owner()),
                        null,
                        project.details().title() + "：" + flag.check(),
                        Map.of("subject", flag.subject(), "facts", flag.facts()),
                        List.of(),
                        List.of(),
                        rulebook.cite("three-centres-measures", "10", rules.today()),
                        new Subject("procurement.flag", id),
                        flag.check()));
        database.sql("UPDATE procurement.flag SET stated = ?, judged_on = ? WHERE id = ?")
                .params(finding, rules.today(), id)
                .update();
        record(by, "procurement.flag-stated", flag, Map.of("name", flag.check()));
        return finding;
    }

    @Override
    @Transactional
    public void setAside(Actor by, UUID id, String reasons) {
        by.require(Procurement.JUDGE);
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "procurement.fault.blank");
        }
        Flag flag = unjudged(id);
        database.sql("UPDATE procurement.flag SET set_aside = ?, judged_on = ? WHERE id = ?")
                .params(reasons.strip(), rules.today(), id)
                .update();
        record(by, "procurement.flag-set-aside", flag, Map.of("name", flag.check(), "reasons", reasons.strip()));
    }

    private void record(Actor by, String kind, Flag flag, Map<String, ?> payload) {
        docket.record(Act.of(by.author(), kind, new Subject("procurement.flag", flag.id()), payload));
    }

    private Flag unjudged(UUID id) {
        return flags("id = ? FOR UPDATE", id).stream()
                .filter(Flag::open)
                .findFirst()
                .orElseThrow(() -> rules.refused("procurement.refused.judged", "10"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Flag> flags() {
        return flags("true ORDER BY judged_on DESC NULLS FIRST, check_id, subject");
    }

    private List<Flag> flags(String where, Object... parameters) {
        return database.sql("SELECT * FROM procurement.flag WHERE " + where)
                .params(parameters)
                .query((row, number) -> new Flag(
                        row.getObject("id", UUID.class),
                        row.getString("check_id"),
                        row.getString("subject"),
                        row.getString("finding"),
                        row.getString("facts"),
                        row.getString("source"),
                        row.getObject("flagged_on", java.time.LocalDate.class),
                        Optional.ofNullable(row.getObject("project", UUID.class)),
                        Optional.ofNullable(row.getObject("stated", UUID.class)),
                        row.getString("set_aside")))
                .list();
    }
}
