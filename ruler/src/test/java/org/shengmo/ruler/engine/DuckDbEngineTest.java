package org.shengmo.ruler.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DuckDB in this process. */
class DuckDbEngineTest extends EngineContract {
    private static DuckDbEngine engine;

    @BeforeAll
    static void open() {
        engine = DuckDbEngine.open(new DuckDbSettings("500MB", folder.resolve("spill"), 1, List.of(folder)));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    @Test
    void readsNothingOutsideItsFolders() {
        assertThatThrownBy(() -> engine.rows("SELECT * FROM read_csv('/etc/hostname')"))
                .isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> engine.execute("SET enable_external_access = true"))
                .isInstanceOf(EngineException.class);
    }
}
