package org.shengmo.ruler.spark;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.shengmo.ruler.engine.DuckDbSettings;
import org.shengmo.ruler.engine.Engine;
import org.shengmo.ruler.engine.EngineContract;

/** Spark in this process, or on the cluster whose master {@code -Dshengmo.spark.master} names, as CI does. */
class SparkEngineTest extends EngineContract {
    private static SparkEngine engine;

    @BeforeAll
    static void open() {
        engine = SparkEngine.open(
                System.getProperty("shengmo.spark.master", "local[2]"),
                new DuckDbSettings("500MB", folder.resolve("spill"), 1, List.of(folder)));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Override
    protected Engine engine() {
        return engine;
    }
}
