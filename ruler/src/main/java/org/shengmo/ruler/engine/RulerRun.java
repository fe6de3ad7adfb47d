package org.shengmo.ruler.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.dmn.DmnReader;
import org.shengmo.ruler.dmn.Model;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.sql.CompiledDecision;
import org.shengmo.ruler.sql.Compiler;

/** One decision over one file or table: {@code judged.*} beside {@code rejected.csv}, which holds what couldn't be read. */
public final class RulerRun {
    /** Under what name a run loads its data. */
    public static final String DATA = "data";

    /** The file in which a run leaves the mark of its rule for a later one. */
    static final String RULE = "rule.sha256";

    private final Engine engine;
    private final CompiledDecision compiled;
    private final Loaded loaded;

    private RulerRun(Engine engine, CompiledDecision compiled, Loaded loaded) {
        this.engine = engine;
        this.compiled = compiled;
        this.loaded = loaded;
    }

    /** Loads the file with the types that the model's inputs have and compiles the decision for its columns. */
    public static RulerRun prepare(Engine engine, Clock clock, Path table, String decision, Path data) {
        return prepare(engine, clock, table, decision, data.toString());
    }

    /** The same for data at any location that {@link Engine#load} knows. */
    public static RulerRun prepare(Engine engine, Clock clock, Path table, String decision, String data) {
        Model model = DmnReader.read(table);
        Loaded loaded = engine.load(DATA, data, types(model));
        return new RulerRun(
                engine, new Compiler(clock, engine.dialect()).compile(model, decision, loaded.schema()), loaded);
    }

    /** The FEEL types of the columns that a model reads; entries of contexts as {@code input.entry}. */
    public static Map<String, FeelType> types(Model model) {
        Map<String, FeelType> types = new LinkedHashMap<>();
        model.inputs().forEach(input -> put(types, input.name(), model.resolve(input.type())));
        return types;
    }

    private static void put(Map<String, FeelType> types, String name, FeelType type) {
        switch (type) {
            case FeelType.Restricted restricted -> put(types, name, restricted.base());
            case FeelType.ContextOf context ->
                context.entries().forEach((entry, inner) -> put(types, name + "." + entry, inner));
            default -> types.put(name, type);
        }
    }

    /** Writes the results into a folder, {@code format} being parquet, csv or xlsx, and gives the number of rows judged. */
    public long write(Path folder, String format) {
        writeRejected(folder);
        return engine.write(compiled, DATA, loaded.schema().names(), folder.resolve("judged." + format));
    }

    /** The same for results that already stand in a table or view. */
    public long write(Path folder, String format, String judged) {
        writeRejected(folder);
        String query = "SELECT * FROM " + engine.dialect().quote(judged);
        return ((DuckDbEngine) engine).writeQuery(query, folder.resolve("judged." + format));
    }

    private void writeRejected(Path folder) {
        try {
            Files.createDirectories(folder);
            StringBuilder rejected = new StringBuilder("line,reason,text\n");
            for (Loaded.Rejected row : loaded.rejected()) {
                rejected.append(row.line()).append(',').append(quoted(row.reason()));
                rejected.append(',').append(quoted(row.text())).append('\n');
            }
            Files.writeString(folder.resolve("rejected.csv"), rejected);
            Files.writeString(folder.resolve(RULE), rule() + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(text).replace("\"", "\"\"") + '"';
    }

    /** The columns that the decision adds. */
    public List<CompiledDecision.Output> outputs() {
        return compiled.outputs();
    }

    /** A digest of the SQL: the same for the same rule over the same columns on one engine. */
    String rule() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The columns of the data, in order. */
    public List<String> columns() {
        return loaded.schema().names();
    }

    /** The SQL that judges the rows of a table or view of the same columns. */
    String sql(String source) {
        return compiled.query(engine.dialect().quote(source), loaded.schema().names());
    }

    /** How many rows were put aside. */
    public int rejected() {
        return loaded.rejected().size();
    }

    /** The SQL that judges every row. */
    public String sql() {
        return compiled.query(engine.dialect().quote(DATA), loaded.schema().names());
    }

    /** One row, counted from 1 in the order of the file, with its outputs, matched rows and citations. */
    public Map<String, Object> row(long number) {
        List<Map<String, Object>> rows = engine.rows(sql() + "\nLIMIT 1 OFFSET " + (number - 1));
        if (rows.isEmpty()) {
            throw new EngineException("no row " + number);
        }
        return rows.get(0);
    }
}
