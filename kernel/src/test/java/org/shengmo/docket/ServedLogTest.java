package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.docket.web.LogController;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

/** The log as anyone's program gets it, with the caching that C2SP tlog-tiles asks for. */
class ServedLogTest {

    private static final LogKeys KEYS = LogKeys.of(
            new Ed25519Signer(SecretKey.forNotes("log.example/served", new SecureRandom())),
            List.of(),
            Signatures.standard());

    private LogController log;
    private long entry;

    @BeforeEach
    void oneSealedEntry() throws IOException {
        DataSource source = TestDatabase.fresh();
        JdbcClient database = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Docket docket = new PostgresDocket(database, new TestClock(LocalDate.of(2025, 3, 1)));
        Act act = Act.of(Author.CALENDAR, "duty.met", new Subject("duty", UUID.randomUUID()), Map.of("text", "张三"));
        entry = transaction.execute(status -> docket.record(act));
        assertThat(new Sealer(database, transaction, KEYS).seal()).isEqualTo(1);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("keys", KEYS);
        log = new LogController(new PostgresSeals(
                database, transaction, beans.getBeanProvider(LogKeys.class), beans.getBeanProvider(SealingLoop.class)));
    }

    private ResponseEntity<byte[]> tile(String path) throws IOException {
        return log.tile(new MockHttpServletRequest("GET", "/log/" + path));
    }

    @Test
    void theCheckpointIsFreshAndTilesLastForEver() throws IOException {
        ResponseEntity<byte[]> checkpoint = log.checkpoint();
        assertThat(Checkpoint.open(checkpoint.getBody(), KEYS.trust()).size()).isEqualTo(1);
        assertThat(checkpoint.getHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(checkpoint.getHeaders().getContentType()).hasToString("text/plain;charset=utf-8");
        ResponseEntity<byte[]> tile = tile("tile/0/000.p/1");
        assertThat(tile.getBody()).hasSize(32);
        assertThat(tile.getHeaders().getCacheControl())
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(tile("tile/entries/000.p/1").getBody()).isNotEmpty();
    }

    @Test
    void whatIsNotThereIsNotCached() throws IOException {
        for (String path : List.of("tile/0/000", "tile/0/000.p/2", "tile/0/../secret", "tile/1/000.p/1")) {
            ResponseEntity<byte[]> answer = tile(path);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(404);
            assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        }
    }

    @Test
    void theReceiptThatAnyoneMayTakeProvesTheEntryAndSaysNothingPersonal() throws IOException {
        Receipt receipt = Receipt.parse(log.receipt(entry).getBody());
        assertThat(receipt.verify(KEYS.trust()).index()).isZero();
        assertThat(receipt.opening()).isEmpty();
        assertThat(receipt.entry()).doesNotContain("张三");
        assertThat(log.receipt(entry + 1).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void theKeysToCheckWithAreTold() throws IOException {
        assertThat(log.keys().getBody())
                .contains(KEYS.signers().get(0).key().toString())
                .contains("log.example/served");
    }
}
