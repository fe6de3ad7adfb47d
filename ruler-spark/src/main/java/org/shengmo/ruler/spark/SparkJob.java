package org.shengmo.ruler.spark;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.dmn.DmnException;
import org.shengmo.ruler.engine.DuckDbSettings;
import org.shengmo.ruler.engine.EngineException;
import org.shengmo.ruler.engine.RulerRun;
import org.shengmo.ruler.evaluation.Refusal;

/**
 * What {@code spark-submit} runs: {@code --table T.dmn --decision D --data F --out DIR [--format parquet|csv|xlsx] [--master URL]
 * [--memory 2GB]}. Prints the rows judged and those put aside; ends with 2 when it was used wrongly.
 */
public final class SparkJob {
    private static final int USED_WRONGLY = 2;

    private SparkJob() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            options.put(arguments[index], arguments[index + 1]);
        }
        for (String needed : List.of("--table", "--decision", "--data", "--out")) {
            if (!options.containsKey(needed)) {
                System.err.println("缺少 / missing: " + needed);
                return USED_WRONGLY;
            }
        }
        Path out = Path.of(options.get("--out"));
        DuckDbSettings settings = new DuckDbSettings(
                options.getOrDefault("--memory", "2GB"),
                out.resolve("spill"),
                0,
                DuckDbSettings.folders(options.get("--data"), out));
        try (SparkEngine engine = SparkEngine.open(options.get("--master"), settings)) {
            RulerRun run = RulerRun.prepare(
                    engine,
                    Clock.system(ZoneId.of("Asia/Shanghai")),
                    Path.of(options.get("--table")),
                    options.get("--decision"),
                    options.get("--data"));
            System.out.println("判定 / judged: " + run.write(out, options.getOrDefault("--format", "parquet")));
            System.out.println("搁置 / put aside: " + run.rejected() + " (rejected.csv)");
            return 0;
        } catch (Refusal | DmnException | EngineException refused) {
            System.err.println(refused.getMessage());
            return USED_WRONGLY;
        }
    }
}
