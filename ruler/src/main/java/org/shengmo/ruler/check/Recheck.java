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
 * on the roster under the same number is read with them, so that they are judged as in a run of everything. Households and persons go by
 * their marks; two with one mark are judged together.
 */
final class Recheck {

    /** What the registers are called while they lie open. */
    static final String OPEN = "open_";

    private final CheckSession session;
    private final List<Register> registers;
    private final Path previous;
    private final LocalDate on;
    private final RunState before;
    private final Traces traces;

    Recheck(
            CheckSession session,
            List<Register> registers,
            Path previous,
            LocalDate on,
            RunState before,
            Traces traces) {
        this.session = session;
        this.registers = registers;
        this.previous = previous;
        this.on = on;
        this.before = before;
        this.traces = traces;
    }

    /** The files of an earlier run's results that a later one reads. */
    static List<Path> files(Path previous) {
        List<Path> files = new ArrayList<>(List.of(CheckRun.findings(previous)));
        Path state = RunState.folder(previous);
        Registers.of(Family.WELFARE).forEach(register -> files.add(Traces.file(state, register.name())));
        files.add(RunState.persons(previous));
        files.add(RunState.households(previous));
        return files.stream().filter(Files::exists).toList();
    }

    /** Narrows the registers to what has to be judged; false where a change concerns everybody. Traces are taken of all of them. */
    boolean narrow() {
        session.run("CREATE OR REPLACE TEMP TABLE changed_person (person UINTEGER)");
        session.run("CREATE OR REPLACE TEMP TABLE changed_household (household UINTEGER)");
        boolean narrow = true;
        for (var register : registers) {
            traces.compare(register, OPEN, RunState.folder(previous), before.digests());
            switch (traces.kind(register)) {
                case HOUSEHOLD_AND_PERSON -> {
                    session.run("INSERT INTO changed_household SELECT household FROM changed_row");
                    session.run("INSERT INTO changed_person SELECT person FROM changed_row");
                }
                case PERSON -> session.run("INSERT INTO changed_person SELECT person FROM changed_row");
                case ANYBODY -> narrow &= session.count("changed_row") == 0;
            }
        }
        if (narrow && !on.equals(before.on())) {
            narrow = passTime();
        }
        if (narrow) {
            keep();
        }
        return narrow;
    }

    /** A day that passed concerns whoever has a finding, since its facts tell the time, and whoever has a date in between. */
    private boolean passTime() {
        session.run("INSERT INTO changed_household SELECT DISTINCT household_mark(household_id) FROM "
                + previousFindings() + " WHERE household_id IS NOT NULL");
        for (var register : registers) {
            String crossed = register.columns().entrySet().stream()
                    .filter(column -> column.getValue().equals("DATE"))
                    .map(column -> Setting.quoted(column.getKey()) + " BETWEEN least(DATE '" + on + "', DATE '"
                            + before.on() + "') - 1 AND greatest(DATE '" + on + "', DATE '" + before.on() + "') + 1")
                    .collect(Collectors.joining(" OR "));
            String open = Setting.quoted(OPEN + register.name());
            if (crossed.isEmpty()) {
                continue;
            }
            if (register.columns().containsKey("id_number")) {
                session.run("INSERT INTO changed_person SELECT DISTINCT person_mark(id_number) FROM " + open + " WHERE "
                        + crossed);
            } else if (session.count(open + " WHERE " + crossed) > 0) {
                return false;
            }
        }
        return true;
    }

    private void keep() {
        String marks = "(SELECT household, person FROM " + traces.trace(registers.getFirst()) + ")";
        session.run(
                "CREATE OR REPLACE TEMP TABLE affected AS SELECT household FROM changed_household UNION SELECT household FROM "
                        + marks + " WHERE person IN (FROM changed_person)");
        session.run("CREATE OR REPLACE TEMP TABLE near_person AS SELECT DISTINCT person FROM " + marks
                + " WHERE household IN (FROM affected)");
        session.run("CREATE OR REPLACE TEMP TABLE near AS SELECT DISTINCT household FROM " + marks
                + " WHERE person IN (FROM near_person)");
        session.run("CREATE OR REPLACE TEMP TABLE reached AS SELECT DISTINCT person FROM " + marks
                + " WHERE household IN (FROM near)");
        for (var register : registers) {
            String where = switch (traces.kind(register)) {
                case HOUSEHOLD_AND_PERSON -> " WHERE household_mark(household_id) IN (FROM near)";
                case PERSON -> " WHERE person_mark(id_number) IN (FROM reached)";
                case ANYBODY -> "";
            };
            session.run("CREATE OR REPLACE TEMP TABLE " + Setting.quoted(register.name()) + " AS SELECT * FROM "
                    + Setting.quoted(OPEN + register.name()) + where);
        }
    }

    private String previousFindings() {
        return "read_parquet(" + CheckSession.path(CheckRun.findings(previous)) + ")";
    }

    /** How many households of the roster are judged again. */
    long affected() {
        return session.count("(SELECT DISTINCT household_id FROM roster WHERE NOT " + untouched() + ")");
    }

    /** Whether a row is about a household that wasn't judged again and still stands. */
    static String untouched() {
        return "household_mark(household_id) NOT IN (FROM affected)";
    }

    /** Leaves of this run's findings those about the affected households. */
    void dropOthers() {
        session.run("DELETE FROM finding WHERE " + untouched());
    }

    /** Adds the earlier findings that still stand. @return how many */
    long carry() {
        long here = session.count("finding");
        session.run("INSERT INTO finding SELECT * FROM " + previousFindings() + " WHERE " + untouched());
        return session.count("finding") - here;
    }
}
