package org.shengmo.ruler.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.DuckDbSettings;
import org.shengmo.ruler.engine.Engine;
import org.shengmo.ruler.engine.Loaded;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.sql.CompiledDecision;
import org.shengmo.ruler.sql.Dialect;
import org.shengmo.ruler.sql.Schema;
import org.shengmo.ruler.sql.SparkDialect;
import org.shengmo.ruler.sql.SqlType;

/**
 * A Spark cluster, or Spark in this process with {@code local[*]}. Parquet is read where it lies; csv and tables are turned into Parquet
 * once, by the same reader as on DuckDB, so that the same rows are put aside. Files and folders are those that the executors see, too.
 */
public final class SparkEngine implements Engine {
    private static final String RESULT = "result";

    private final SparkSession session;
    private final DuckDbEngine files;
    private final Path scratch;
    private final SparkDialect dialect = new SparkDialect();
    private final Map<String, Map<String, SqlType>> known = new HashMap<>();

    private SparkEngine(SparkSession session, DuckDbEngine files, Path scratch) {
        this.session = session;
        this.files = files;
        this.scratch = scratch;
    }

    /** Connects to a master, or to that of {@code spark-submit} if null; {@code settings} are for reading and writing csv here. */
    public static SparkEngine open(String master, DuckDbSettings settings) {
        SparkConf conf = new SparkConf()
                .setAppName("shengmo ruler")
                .set("spark.ui.enabled", "false")
                .set("spark.sql.ansi.enabled", "true")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.datetime.java8API.enabled", "true")
                .set("spark.sql.parquet.compression.codec", "zstd")
                .set("spark.sql.decimalOperations.allowPrecisionLoss", "false");
        if (master != null) {
            conf.setMaster(master);
        }
        SparkSession session = SparkSession.builder().config(conf).getOrCreate();
        Quotients.register(session);
        return new SparkEngine(session, DuckDbEngine.open(settings), settings.spill());
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Loaded load(String name, String location, Map<String, FeelType> types) {
        if (location.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            session.read().parquet(absolute(Path.of(location))).createOrReplaceTempView(name);
            return new Loaded(name, schema(name), session.table(name).count(), List.of());
        }
        Loaded loaded = files.load(name, location, types);
        Path parquet = scratch.resolve(name + ".parquet");
        files.writeQuery(columns(name, loaded.schema()), parquet);
        files.execute("DROP TABLE " + files.dialect().quote(name));
        session.read().parquet(absolute(parquet)).createOrReplaceTempView(name);
        known.put(name, loaded.schema().columns());
        return loaded;
    }

    /** Times of day go as microseconds: Spark has no column for them in every release. */
    private String columns(String name, Schema schema) {
        Dialect sql = files.dialect();
        StringBuilder select = new StringBuilder();
        schema.columns().forEach((column, type) -> {
            String quoted = sql.quote(column);
            select.append(select.isEmpty() ? "SELECT " : ", ");
            select.append(type == SqlType.Plain.TIME ? sql.fromSource(quoted, type) + " AS " + quoted : quoted);
        });
        return select + " FROM " + sql.quote(name);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toUri().toString();
    }

    @Override
    public Schema schema(String name) {
        Map<String, SqlType> columns = SparkTypes.read(session.table(name).schema());
        Map<String, SqlType> loaded = known.getOrDefault(name, Map.of());
        columns.replaceAll((column, type) -> loaded.getOrDefault(column, type));
        return new Schema(columns);
    }

    /** Parquet becomes a folder of parts, written by the executors; csv and xlsx are one file each. */
    @Override
    public long write(CompiledDecision decision, String name, List<String> keep, Path file) {
        Dataset<Row> judged = session.sql(decision.query(dialect.quote(name), keep));
        boolean parts = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        Path folder = parts ? file : scratch.resolve(RESULT + ".parquet");
        judged.write().mode(SaveMode.Overwrite).parquet(absolute(folder));
        if (parts) {
            return session.read().parquet(absolute(folder)).count();
        }
        String all = folder.toAbsolutePath().normalize() + "/*.parquet";
        return files.writeQuery("SELECT * FROM read_parquet(" + files.dialect().text(all) + ")", file);
    }

    @Override
    public List<Map<String, Object>> rows(String query) {
        return session.sql(query).collectAsList().stream()
                .map(SparkTypes::plain)
                .toList();
    }

    @Override
    public void close() {
        files.close();
        session.stop();
        delete(scratch.resolve(RESULT + ".parquet"));
        known.keySet().forEach(name -> delete(scratch.resolve(name + ".parquet")));
    }

    private static void delete(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (var children = Files.list(path)) {
                    children.toList().forEach(SparkEngine::delete);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
