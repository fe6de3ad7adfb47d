package org.shengmo.ruler.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A welfare run that judges only the households that a change since an earlier run may concern: those with a changed row of the roster
 * or of a register about one of their members, and, on another day, those with a finding or with a date between the two days. Everybody
 * on the roster under the same number is read with them, so that they are judged as in a run of everything.
 */
final class Recheck {

    /** What the registers are called while they lie open. */
    static final String OPEN = "open_";

    private static final String AFFECTED = "affected";

    private final CheckSession session;
    private final List<Register> registers;
    private final Path previous;
    private final LocalDate on;
    private final LocalDate before;
    private final Traces traces;

    Recheck(CheckSession session, List<Register> registers, Path previous, LocalDate on, LocalDate before) {
        this.session = session;
        this.registers = registers;
        this.previous = previous;
        this.on = on;
        this.before = before;
        this.traces = new Traces(session, registers, OPEN);
    }

    /** The files of an earlier run's results that a later one reads. */
    static List<Path> files(Path previous) {
        List<Path> files = new ArrayList<>(List.of(CheckRun.findings(previous)));
        Path state = RunState.folder(previous);
        new Traces(null, Registers.of(Family.WELFARE), "")
                .all()
                .forEach(trace -> files.add(Traces.file(state, trace.name())));
        files.add(RunState.persons(previous));
        files.add(RunState.households(previous));
        return files.stream().filter(Files::exists).toList();
    }

    /** Narrows the registers to what has to be judged; false where a change concerns everybody. */
    boolean narrow() {
        traces.take();
        Path state = RunState.folder(previous);
        session.run("CREATE OR REPLACE TEMP TABLE changed_person (bucket INTEGER)");
        session.run("CREATE OR REPLACE TEMP TABLE changed_household (bucket INTEGER)");
        for (var trace : traces.all()) {
            if (trace.kind() == Traces.Kind.ANYBODY) {
                if (session.count("(" + traces.changed(trace, state) + ")") > 0) {
                    return false;
                }
            } else {
                String into = trace.kind() == Traces.Kind.PERSON ? "changed_person" : "changed_household";
                session.run("INSERT INTO " + into + " " + traces.changed(trace, state));
            }
        }
        if (!on.equals(before) && !passTime()) {
            return false;
        }
        keep();
        return true;
    }

    /** A day that passed concerns whoever has a finding, since its facts tell the time, and whoever has a date in between. */
    private boolean passTime() {
        session.run("INSERT INTO changed_household SELECT DISTINCT (hash(household_id) % " + Traces.BUCKETS
                + ")::INTEGER FROM " + previousFindings() + " WHERE household_id IS NOT NULL");
        for (var register : registers) {
            String crossed = register.columns().entrySet().stream()
                    .filter(column -> column.getValue().equals("DATE"))
                    .map(column -> Setting.quoted(column.getKey()) + " BETWEEN least(DATE '" + on + "', DATE '" + before
                            + "') - 1 AND greatest(DATE '" + on + "', DATE '" + before + "') + 1")
                    .collect(Collectors.joining(" OR "));
            String open = Setting.quoted(OPEN + register.name());
            if (crossed.isEmpty()) {
                continue;
            }
            if (register.columns().containsKey("id_number")) {
                session.run("INSERT INTO changed_person SELECT DISTINCT (hash(identity_mark(id_number)) % "
                        + Traces.BUCKETS + ")::INTEGER FROM " + open + " WHERE " + crossed);
            } else if (session.count(open + " WHERE " + crossed) > 0) {
                return false;
            }
        }
        return true;
    }

    private void keep() {
        session.run(
                "CREATE OR REPLACE TEMP TABLE " + AFFECTED + " AS SELECT household FROM roster_keys WHERE (household % "
                        + Traces.BUCKETS
                        + ")::INTEGER IN (FROM changed_household) UNION SELECT household FROM roster_keys WHERE (person % "
                        + Traces.BUCKETS + ")::INTEGER IN (FROM changed_person)");
        session.run(
                "CREATE OR REPLACE TEMP TABLE near_person AS SELECT DISTINCT person FROM roster_keys SEMI JOIN affected"
                        + " USING (household)");
        session.run(
                "CREATE OR REPLACE TEMP TABLE near AS SELECT DISTINCT household FROM roster_keys SEMI JOIN near_person"
                        + " USING (person)");
        session.run("CREATE OR REPLACE TEMP TABLE reached AS SELECT DISTINCT person FROM roster_keys SEMI JOIN near"
                + " USING (household)");
        for (var register : registers) {
            String open = Setting.quoted(OPEN + register.name());
            String where = register.equals(registers.getFirst())
                    ? " WHERE hash(household_id) IN (FROM near)"
                    : traces.all().contains(new Traces.Trace(register.name(), Traces.Kind.PERSON))
                            ? " WHERE hash(identity_mark(id_number)) IN (FROM reached)"
                            : "";
            session.run("CREATE OR REPLACE TEMP TABLE " + Setting.quoted(register.name()) + " AS SELECT * FROM " + open
                    + where);
        }
    }

    private String previousFindings() {
        return "read_parquet(" + CheckSession.path(CheckRun.findings(previous)) + ")";
    }

    long affected() {
        return session.count(AFFECTED);
    }

    /** Whether a row is about a household that wasn't judged again and still stands. */
    static String untouched() {
        return "hash(household_id) NOT IN (FROM " + AFFECTED + ") AND (hash(household_id) % " + Traces.BUCKETS
                + ")::INTEGER NOT IN (FROM changed_household)";
    }

    /** Leaves of this run's findings those about the affected households. */
    void dropOthers() {
        session.run("DELETE FROM finding WHERE hash(household_id) NOT IN (FROM " + AFFECTED + ")");
    }

    /** Adds the earlier findings that still stand. @return how many */
    long carry() {
        long here = session.count("finding");
        session.run("INSERT INTO finding SELECT * FROM " + previousFindings() + " WHERE " + untouched());
        return session.count("finding") - here;
    }

    Traces traces() {
        return traces;
    }
}
