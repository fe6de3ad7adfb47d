package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.ledger.AuditReport;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.LogAudit;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.ledger.UntrustedException;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SealingTest {

    private static final LogKeys KEYS = LogKeys.of(
            new Ed25519Signer(SecretKey.forNotes("log.example/district", new SecureRandom())),
            List.of(),
            Signatures.standard());
    private static final Subject SUBJECT = new Subject("duty", UUID.randomUUID());
    private static final UUID PERSON = UUID.randomUUID();

    private DataSource source;
    private JdbcClient database;
    private TransactionTemplate transaction;
    private PostgresDocket docket;
    private Sealer sealer;
    private Seals seals;

    @BeforeEach
    void aFreshDatabase() {
        source = TestDatabase.fresh();
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        docket = new PostgresDocket(database, new TestClock(LocalDate.of(2025, 3, 1)));
        sealer = new Sealer(database, transaction, KEYS);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("keys", KEYS);
        seals = new PostgresSeals(database, transaction, beans.getBeanProvider(LogKeys.class));
    }

    private long record(String account) {
        return transaction.execute(status -> docket.record(Act.of(
                new Author(PERSON, UUID.randomUUID()),
                "duty.met",
                SUBJECT,
                Map.of("account", account),
                Subject.person(PERSON))));
    }

    private AuditReport audit(Optional<Checkpoint> earlier) {
        return new LogAudit(seals.source(), KEYS.trust(), earlier).run();
    }

    private void sealAll() throws IOException {
        while (sealer.seal() > 0) {
            assertThat(seals.checkpoint()).isPresent();
        }
    }

    @Test
    void whatIsRecordedIsSealedAndProved() throws IOException {
        long first = record("甲");
        assertThat(seals.index(first)).isEmpty();
        assertThat(seals.receipt(first, true)).isEmpty();
        assertThat(seals.waiting()).isEqualTo(1);
        sealAll();
        long second = record("乙");
        sealAll();
        assertThat(seals.index(first)).contains(0L);
        assertThat(seals.index(second)).contains(1L);
        assertThat(seals.waiting()).isZero();
        Receipt receipt =
                Receipt.parse(seals.receipt(second, true).orElseThrow().bytes());
        assertThat(receipt.verify(KEYS.trust()).index()).isEqualTo(1);
        assertThat(receipt.opening().orElseThrow().content()).contains("乙").contains(PERSON.toString());
        assertThat(audit(Optional.empty()).faults()).isEmpty();
    }

    @Test
    void theTreeIdentifiesNobody() throws IOException {
        long id = record("张三收受礼金");
        sealAll();
        String entry = seals.receipt(id, false).orElseThrow().entry();
        assertThat(entry).contains("\"kind\":\"duty.met\"").doesNotContain("张三").doesNotContain(PERSON.toString());
    }

    @Test
    void ofAnEntryInACompartmentNothingButItsMomentIsPublic() throws IOException {
        Act secret = new Act(
                new Author(PERSON, UUID.randomUUID()),
                Kind.of("case.opened"),
                SUBJECT,
                List.of(),
                Map.of("a", 1),
                "case-1");
        long id = transaction.execute(status -> docket.record(secret));
        sealAll();
        Receipt receipt = seals.receipt(id, true).orElseThrow();
        assertThat(receipt.entry())
                .doesNotContain("case")
                .doesNotContain(SUBJECT.id().toString())
                .contains("2025-03-01");
        assertThat(receipt.opening().orElseThrow().content())
                .contains("case.opened")
                .contains("case-1");
        assertThat(receipt.verify(KEYS.trust()).index()).isZero();
    }

    /** Shown: the payload with its salt is proved. Erased: nobody can prove or guess it, and the log stays valid. */
    @Test
    void aPayloadIsShownAndProvedOrErasedWhileTheLogStaysValid() throws IOException {
        long id = record("张三的住址");
        sealAll();
        Receipt shown = seals.receipt(id, true).orElseThrow();
        assertThat(shown.opening().orElseThrow().content()).contains("张三的住址");
        Checkpoint before = seals.checkpoint().orElseThrow();

        Act because = Act.of(Author.CALENDAR, "docket.erased", SUBJECT, Map.of("entry", id, "reason", "本人要求"));
        transaction.execute(status -> docket.erase(id, because));
        sealAll();

        Receipt bare = seals.receipt(id, true).orElseThrow();
        assertThat(bare.opening()).isEmpty();
        assertThat(bare.verify(KEYS.trust()).index()).isZero();
        assertThat(docket.entry(id, List.of()).orElseThrow().erased()).isTrue();
        assertThat(audit(Optional.of(before)).faults()).isEmpty();
        assertThat(seals.checkpoint().orElseThrow().size()).isEqualTo(2);
        assertThat(new DocketAudit(database).run().erased()).isEqualTo(1);
        assertThatThrownBy(() -> transaction.execute(status -> docket.erase(id, because)))
                .isInstanceOf(NoSuchElementException.class);
    }

    /** A number given early and committed late must not be passed over. */
    @Test
    void anActThatCommitsLateIsNotLost() throws IOException, SQLException {
        record("先");
        sealAll();
        long late;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            late = begin(connection);
            for (int i = 0; i < 4; i++) {
                record("后" + i);
                sealAll();
                assertThat(sealer.seal()).isZero();
            }
            connection.commit();
        }
        sealAll();
        assertThat(seals.index(late)).contains(5L);
        assertThat(audit(Optional.empty()).faults()).isEmpty();
    }

    @Test
    void anActThatIsRolledBackLeavesNoHole() throws IOException, SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            begin(connection);
            connection.rollback();
        }
        long after = record("后");
        sealAll();
        assertThat(seals.index(after)).contains(0L);
    }

    private static long begin(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO docket.entry (at, kind, subject_type, subject_id, commitment)
                VALUES (now(), 'duty.met', 'duty', gen_random_uuid(), sha256('x')) RETURNING id
                """)) {
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void severalSequencersAtOnceSealEveryActOnce() throws Exception {
        List<Sealer> sealers =
                List.of(sealer, new Sealer(database, transaction, KEYS), new Sealer(database, transaction, KEYS));
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String account = "act " + i;
            writers.add(() -> record(account));
        }
        List<Callable<Integer>> rounds = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rounds.add(sealers.get(i % sealers.size())::seal);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            Future<List<Future<Long>>> recorded = pool.submit(() -> pool.invokeAll(writers));
            for (Future<Integer> round : pool.invokeAll(rounds)) {
                round.get();
            }
            for (Future<Long> each : recorded.get()) {
                each.get();
            }
        }
        sealAll();
        assertThat(database.sql("SELECT count(DISTINCT entry_id) FROM docket.leaf")
                        .query(Long.class)
                        .single())
                .isEqualTo(60);
        assertThat(seals.checkpoint().orElseThrow().size()).isEqualTo(60);
        assertThat(audit(Optional.empty()).faults()).isEmpty();
        assertThat(new DocketAudit(database).run().faults()).isEmpty();
    }

    /** Whoever owns the database can change rows, not what was sealed: each change is found and named. */
    @Test
    void everyChangeOfTheRowsIsFoundAndNamed() throws IOException, SQLException {
        long one = record("甲");
        long two = record("乙");
        sealAll();
        assertThat(new DocketAudit(database).run().faults()).isEmpty();
        JdbcClient owner = JdbcClient.create(TestDatabase.asOwner(source));
        expect(
                owner,
                "UPDATE docket.entry SET at = at - interval '1 day' WHERE id = " + one,
                DocketAudit.Kind.ENTRY_CHANGED);
        expect(owner, "UPDATE docket.entry SET kind = 'duty.missed' WHERE id = " + one, DocketAudit.Kind.ENTRY_CHANGED);
        expect(
                owner,
                "UPDATE docket.entry SET author_post = gen_random_uuid() WHERE id = " + one,
                DocketAudit.Kind.ENTRY_CHANGED);
        expect(
                owner,
                "UPDATE docket.entry SET author_person = gen_random_uuid() WHERE id = " + one,
                DocketAudit.Kind.CONTENT_CHANGED);
        expect(
                owner,
                "UPDATE docket.payload SET content = '{\"account\":\"丙\"}' WHERE entry_id = " + one,
                DocketAudit.Kind.CONTENT_CHANGED);
        expect(
                owner,
                "DELETE FROM docket.concern WHERE subject_type = 'person' AND entry_id = " + one,
                DocketAudit.Kind.CONTENT_CHANGED);
        expect(owner, """
                UPDATE docket.payload p SET salt = q.salt FROM docket.payload q WHERE p.entry_id <> q.entry_id
                """, DocketAudit.Kind.CONTENT_CHANGED);
        expect(
                owner,
                "UPDATE docket.leaf SET index = index + 10; UPDATE docket.leaf SET index = 11 - index",
                DocketAudit.Kind.ENTRY_CHANGED);
        expect(owner, "DELETE FROM docket.leaf WHERE entry_id = " + two, DocketAudit.Kind.NOT_SEALED);
        expect(
                owner,
                "SET session_replication_role = replica; DELETE FROM docket.entry WHERE id = " + two,
                DocketAudit.Kind.ENTRY_MISSING);
    }

    /** Makes a change, expects the fault, and undoes the change. */
    private void expect(JdbcClient owner, String change, DocketAudit.Kind kind) {
        TransactionTemplate undone =
                new TransactionTemplate(new DataSourceTransactionManager(TestDatabase.asOwner(source)));
        DataSource own = ((DataSourceTransactionManager) undone.getTransactionManager()).getDataSource();
        JdbcClient changed = JdbcClient.create(own);
        undone.executeWithoutResult(status -> {
            for (String statement : List.of("SET CONSTRAINTS ALL DEFERRED", change)) {
                changed.sql(statement).update();
            }
            List<DocketAudit.Fault> faults = new DocketAudit(changed).run().faults();
            assertThat(faults)
                    .as(change)
                    .isNotEmpty()
                    .extracting(DocketAudit.Fault::kind)
                    .containsOnly(kind);
            status.setRollbackOnly();
        });
        assertThat(owner.sql("SELECT count(*) FROM docket.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aLogSignedByAnotherKeyIsNotContinued() throws IOException {
        record("甲");
        sealAll();
        LogKeys others = LogKeys.of(
                new Ed25519Signer(SecretKey.forNotes("log.example/district", new SecureRandom())),
                List.of(),
                Signatures.standard());
        record("乙");
        assertThatThrownBy(() -> new Sealer(database, transaction, others).seal())
                .isInstanceOf(UntrustedException.class);
        assertThat(seals.waiting()).isEqualTo(1);
        sealAll();
        assertThat(seals.waiting()).isZero();
    }
}
