package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs checks over the inputs of a directory: gathers facts, judges all of them by the checks' tables, writes findings
 * ({@code findings.parquet}, {@code findings.csv}), totals, rows put aside and, for procurement, {@code results.json}.
 */
public final class CheckRun {

    private static final String FACTS = "check_facts";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CheckRequest request;
    private final List<Check> checks;
    private final CheckProgress progress;
    private final SettingValues values;
    private final List<CheckReport.Outcome> outcomes = new ArrayList<>();
    private final List<CheckReport.LeftOut> leftOut = new ArrayList<>();
    private final Map<Family, Long> rows = new EnumMap<>(Family.class);
    private Map<String, Object> totals = Map.of("households", 0L, "persons", 0L, "at_stake", BigDecimal.ZERO);
    private long putAside;
    private Optional<CheckReport.Changes> changes = Optional.empty();

    private CheckRun(CheckRequest request, List<Check> checks, CheckProgress progress) {
        this.request = request;
        this.checks = checks;
        this.progress = progress;
        this.values = new SettingValues(request.settings(), checks);
    }

    /**
     * Runs the checks; one whose registers aren't there is left out and reported.
     *
     * @throws CheckRefused where the inputs or settings can't be used, saying what to do
     */
    public static CheckReport run(CheckRequest request, List<Check> checks) {
        return run(request, checks, check -> {});
    }

    /**
     * Runs the checks and tells of each before it begins. What {@code progress} throws ends the run; scratch files are removed.
     *
     * @throws CheckRefused where the inputs or settings can't be used, saying what to do
     */
    public static CheckReport run(CheckRequest request, List<Check> checks, CheckProgress progress) {
        return new CheckRun(request, checks, progress).run();
    }

    private CheckReport run() {
        for (var family : Family.values()) {
            var members =
                    checks.stream().filter(check -> check.family() == family).toList();
            if (!members.isEmpty()) {
                run(family, members);
            }
        }
        return new CheckReport(
                request.on(),
                List.copyOf(outcomes),
                List.copyOf(leftOut),
                Map.copyOf(rows),
                putAside,
                ((Number) totals.get("households")).longValue(),
                ((Number) totals.get("persons")).longValue(),
                (BigDecimal) totals.get("at_stake"),
                changes);
    }

    private void run(Family family, List<Check> members) {
        var out = folder(request.out(), family);
        var previous = request.previous().map(folder -> folder(folder, family));
        var scratch = scratch(out);
        try (var session = CheckSession.open(reach(family, previous), out, scratch)) {
            session.run("SET VARIABLE checked_on = DATE '" + request.on() + "'");
            session.script("quantile.sql");
            session.script("identity.sql");
            var welfare =
                    family == Family.WELFARE ? new WelfareRun(session, request, members, previous, scratch) : null;
            var intake = welfare == null ? intake(session, family) : welfare.intake();
            rows.put(family, intake.rows());
            var findings = new Findings(session);
            var results = new ProcurementResults(session);
            for (var check : members) {
                progress.begins(check);
                var lacking = intake.lacking(check);
                if (lacking.isEmpty()) {
                    judge(session, check, findings, results);
                } else {
                    leftOut.add(new CheckReport.LeftOut(check, lacking));
                }
            }
            if (welfare != null) {
                totals = welfare.finish(findings, out);
                changes = welfare.changes();
                recount(session);
            } else {
                previous.map(CheckRun::findings).filter(Files::exists).ifPresent(earlier -> {
                    var differences = new Differences(session, earlier, "true");
                    differences.write(findings, out);
                    changes = Optional.of(differences.changes(OptionalLong.empty(), "check.again.family"));
                });
            }
            findings.write(out);
            putAside += session.count("put_aside");
            if (family == Family.PROCUREMENT) {
                results.write(out);
            }
        } finally {
            remove(scratch);
        }
    }

    static Path findings(Path out) {
        return out.resolve("findings.parquet");
    }

    private Path folder(Path out, Family family) {
        return families() == 1 ? out : out.resolve(family.code());
    }

    /** Findings that were carried over count like those made now. */
    private void recount(CheckSession session) {
        var found = session.rows("SELECT check_id, count(*) AS n FROM finding GROUP BY ALL").stream()
                .collect(Collectors.toMap(
                        row -> row.get("check_id").toString(), row -> ((Number) row.get("n")).longValue()));
        outcomes.replaceAll(outcome -> outcome.check().family() == Family.WELFARE
                ? new CheckReport.Outcome(
                        outcome.check(),
                        outcome.judged(),
                        found.getOrDefault(outcome.check().id(), 0L))
                : outcome);
    }

    private long families() {
        return checks.stream().map(Check::family).distinct().count();
    }

    private Intake intake(CheckSession session, Family family) {
        if (family == Family.PROCUREMENT) {
            values.give(session, ProcurementInputs.SETTINGS);
            return ProcurementInputs.load(session, request.data());
        }
        return new RegisterInputs(family).load(session, request.data());
    }

    private void judge(CheckSession session, Check check, Findings findings, ProcurementResults results) {
        values.give(session, check);
        session.run("CREATE OR REPLACE TEMP TABLE " + FACTS + " AS " + check.facts());
        var types = new LinkedHashMap<String, String>();
        session.rows("DESCRIBE " + FACTS)
                .forEach(row -> types.put(
                        row.get("column_name").toString(),
                        row.get("column_type").toString()));
        var judge = new Judge(check, types, noon());
        var columns = new ArrayList<>(types.keySet());
        judge.computed().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
        var found = findings.add(check, judge.query(FACTS), columns);
        if (check.family() == Family.PROCUREMENT) {
            results.describe(check, FACTS, columns);
        }
        outcomes.add(new CheckReport.Outcome(check, session.count(FACTS), found));
    }

    private Clock noon() {
        return Clock.fixed(request.on().atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
    }

    private List<Path> reach(Family family, Optional<Path> previous) {
        var files = new ArrayList<>(
                family == Family.PROCUREMENT
                        ? ProcurementInputs.files(request.data())
                        : new RegisterInputs(family).files(request.data()).toList());
        previous.ifPresent(folder -> files.addAll(Recheck.files(folder)));
        return files;
    }

    private static Path scratch(Path out) {
        try {
            Files.createDirectories(out);
            return Files.createTempDirectory(out, ".scratch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
