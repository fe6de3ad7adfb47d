package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run remembers of its registers so that the next can tell what changed without keeping them: for each of {@value #BUCKETS}
 * buckets, by household or by person, how many rows fell into it and the sum of their fingerprints.
 */
final class Traces {

    /** Few beside a population, many beside a day's changes. */
    static final int BUCKETS = 1 << 20;

    private static final String ROSTER_KEYS = "roster_keys";

    private final CheckSession session;
    private final List<Register> registers;
    private final String prefix;

    /** @param prefix of the names of the tables that hold the registers */
    Traces(CheckSession session, List<Register> registers, String prefix) {
        this.session = session;
        this.registers = registers;
        this.prefix = prefix;
    }

    /** A trace by name, and whether it tells persons, households or only that something changed. */
    record Trace(String name, Kind kind) {}

    /** Whom a change in a bucket of a trace may concern. */
    enum Kind {
        PERSON,
        HOUSEHOLD,
        ANYBODY
    }

    List<Trace> all() {
        List<Trace> traces = new ArrayList<>();
        for (var register : registers) {
            if (register.equals(registers.getFirst())) {
                traces.add(new Trace(register.name() + ".household", Kind.HOUSEHOLD));
                traces.add(new Trace(register.name() + ".person", Kind.PERSON));
            } else {
                traces.add(new Trace(register.name(), kind(register)));
            }
        }
        return traces;
    }

    /** Who is related to whom, and the standards, bear on households that they don't name. */
    private static Kind kind(Register register) {
        boolean ofOnePerson = register.columns().containsKey("id_number")
                && !register.name().equals("officials")
                && !register.name().equals("relatives");
        return ofOnePerson ? Kind.PERSON : Kind.ANYBODY;
    }

    /** Makes the table {@code trace_<name>} of each trace. */
    void take() {
        var roster = registers.getFirst();
        session.run("CREATE OR REPLACE TEMP TABLE " + ROSTER_KEYS
                + " AS SELECT hash(household_id) AS household, hash(identity_mark(id_number)) AS person, "
                + fingerprint(roster)
                + " AS print FROM " + table(roster));
        trace(roster.name() + ".household", "household", "print", ROSTER_KEYS);
        trace(roster.name() + ".person", "person", "print", ROSTER_KEYS);
        for (var register : registers.subList(1, registers.size())) {
            String key = kind(register) == Kind.PERSON ? "hash(identity_mark(id_number))" : "0::UBIGINT";
            trace(register.name(), key, fingerprint(register), table(register));
        }
    }

    private String table(Register register) {
        return Setting.quoted(prefix + register.name());
    }

    private static String fingerprint(Register register) {
        return "hash("
                + register.columns().keySet().stream().map(Setting::quoted).collect(Collectors.joining(", "))
                + ") >> 4";
    }

    private void trace(String name, String key, String print, String from) {
        session.run("CREATE OR REPLACE TEMP TABLE " + table(name) + " AS SELECT (" + key + " % " + BUCKETS
                + ")::INTEGER AS bucket, count(*)::BIGINT AS n, (sum(" + print
                + ") % 1000000000000000003)::BIGINT AS print FROM "
                + from + " GROUP BY 1");
    }

    static String table(String trace) {
        return Setting.quoted("trace_" + trace);
    }

    static Path file(Path state, String trace) {
        return state.resolve(trace + ".parquet");
    }

    void write(Findings findings, Path state) {
        for (var trace : all()) {
            findings.copy("SELECT * FROM " + table(trace.name()), file(state, trace.name()), "FORMAT parquet");
        }
    }

    /** The buckets whose rows aren't those that the earlier run saw. */
    String changed(Trace trace, Path state) {
        return "SELECT coalesce(now.bucket, before.bucket) AS bucket FROM " + table(trace.name())
                + " AS now FULL JOIN read_parquet(" + CheckSession.path(file(state, trace.name()))
                + ") AS before USING (bucket) WHERE now.n IS DISTINCT FROM before.n OR now.print IS DISTINCT FROM before.print";
    }
}
