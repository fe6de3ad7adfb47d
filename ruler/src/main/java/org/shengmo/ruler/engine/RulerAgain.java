package org.shengmo.ruler.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.shengmo.ruler.sql.CompiledDecision;

/**
 * A run over data of which an earlier run judged most: rows that the earlier results hold as they are keep their results, the others are
 * judged. Rows are told apart by all their columns; equal rows are counted. After a change of the rule everything is judged.
 */
public final class RulerAgain {
    private final DuckDbEngine engine;
    private final RulerRun run;
    private final Path previous;
    private final Path out;

    /**
     * @param previous the folder of the earlier run's results, with {@code judged.parquet}
     * @param out the folder for {@code judged}, {@code new} and {@code gone}
     */
    public RulerAgain(DuckDbEngine engine, RulerRun run, Path previous, Path out) {
        this.engine = engine;
        this.run = run;
        this.previous = previous;
        this.out = out;
        if (!Files.isRegularFile(judged())) {
            throw new EngineException("no earlier results: " + judged());
        }
    }

    private Path judged() {
        return previous.resolve("judged.parquet");
    }

    /**
     * What differs from the earlier run, in rows.
     *
     * @param different rows that are unchanged but judged otherwise, because the rule changed
     */
    public record Changes(long found, long gone, long unchanged, long different, boolean ruleChanged) {}

    /** Writes the results of all rows as {@code judged}, and the rows that are new and gone as {@code new} and {@code gone}. */
    public Changes write(String format) {
        engine.load("before", judged().toString(), java.util.Map.of());
        if (!engine.schema("before").names().containsAll(run.columns())) {
            throw new EngineException("the earlier results have other columns than the data: " + judged());
        }
        number("now_rows", RulerRun.DATA);
        number("before_rows", "before");
        view("new_rows", columns(run.columns()) + " FROM now_rows ANTI JOIN before_rows USING (print, k)");
        view("gone_rows", "* EXCLUDE (print, k) FROM before_rows ANTI JOIN now_rows USING (print, k)");
        view("kept_rows", "* EXCLUDE (print, k) FROM before_rows SEMI JOIN now_rows USING (print, k)");
        engine.execute("CREATE OR REPLACE TABLE new_judged AS " + run.sql("new_rows"));
        long found = engine.writeQuery("SELECT * FROM new_judged", out.resolve("new." + format));
        long gone = engine.writeQuery("SELECT * FROM gone_rows", out.resolve("gone." + format));
        boolean ruleChanged = !run.rule().equals(earlierRule());
        engine.execute("CREATE OR REPLACE VIEW all_judged AS "
                + (ruleChanged ? run.sql() : "SELECT * FROM kept_rows UNION ALL BY NAME SELECT * FROM new_judged"));
        long all = run.write(out, format, "all_judged");
        return new Changes(found, gone, all - found, ruleChanged ? different(all - found) : 0, ruleChanged);
    }

    private String earlierRule() {
        Path file = previous.resolve(RulerRun.RULE);
        try {
            return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String columns(List<String> names) {
        return names.stream().map(engine.dialect()::quote).collect(Collectors.joining(", "));
    }

    private void view(String name, String select) {
        engine.execute("CREATE OR REPLACE VIEW " + name + " AS SELECT " + select);
    }

    /** Rows with a fingerprint of the data's columns and, among equal ones, a number. */
    private void number(String table, String source) {
        String print = "hash(" + columns(run.columns()) + ")";
        engine.execute("CREATE OR REPLACE TABLE " + table + " AS SELECT *, " + print
                + " AS print, row_number() OVER (PARTITION BY " + print + ") AS k FROM "
                + engine.dialect().quote(source));
    }

    private long different(long unchanged) {
        List<String> outputs =
                run.outputs().stream().map(CompiledDecision.Output::name).toList();
        if (!engine.schema("before").names().containsAll(outputs)) {
            return unchanged;
        }
        number("all_rows", "all_judged");
        String differ = outputs.stream()
                .map(engine.dialect()::quote)
                .map(name -> "now." + name + "::VARCHAR IS DISTINCT FROM earlier." + name + "::VARCHAR")
                .collect(Collectors.joining(" OR "));
        return (Long) engine.rows(
                        "SELECT count(*) AS n FROM all_rows AS now JOIN before_rows AS earlier USING (print, k) WHERE "
                                + differ)
                .get(0)
                .get("n");
    }
}
