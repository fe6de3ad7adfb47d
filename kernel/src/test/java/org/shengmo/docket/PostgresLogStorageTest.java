package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.ledger.LogStorage;
import org.shengmo.ledger.LogStorageContract;
import org.shengmo.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresLogStorageTest extends LogStorageContract {

    private final Map<LogStorage, DataSource> databases = new HashMap<>();

    private static PostgresLogStorage over(DataSource source) {
        return new PostgresLogStorage(
                JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    @Override
    protected LogStorage empty() {
        DataSource source = TestDatabase.fresh();
        LogStorage storage = over(source);
        databases.put(storage, source);
        return storage;
    }

    @Override
    protected LogStorage reopened(LogStorage storage) {
        return over(databases.get(storage));
    }

    @Test
    void aTileIsNeverGivenOtherContentNotEvenByHand() {
        LogStorage storage = empty();
        JdbcClient database = JdbcClient.create(databases.get(storage));
        database.sql("INSERT INTO docket.tile VALUES (0, 0, 1, sha256('a'))").update();
        assertThatThrownBy(() -> database.sql("UPDATE docket.tile SET content = sha256('b')")
                        .update())
                .hasStackTraceContaining("a tile of the log only grows");
        assertThatThrownBy(() -> database.sql("DELETE FROM docket.tile").update())
                .hasStackTraceContaining("a tile of the log only grows");
        database.sql("UPDATE docket.tile SET width = 2, content = sha256('a') || sha256('b')")
                .update();
    }

    @Test
    void aDatabaseThatIsGoneIsAnErrorThatSaysSo() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});
        LogStorage storage = over(nowhere);
        assertThatThrownBy(storage::checkpoint).isInstanceOf(IOException.class).hasMessageContaining("database");
        assertThatThrownBy(() -> storage.commit(Map.of(), new byte[0], Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("database");
    }
}
