package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.ledger.AuditReport;
import org.shengmo.ledger.CanonicalJson;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.LogAudit;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.ledger.TreeReader;
import org.shengmo.ledger.UntrustedException;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
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
        seals = new PostgresSeals(
                database, transaction, beans.getBeanProvider(LogKeys.class), beans.getBeanProvider(SealingLoop.class));
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
    void aCheckpointIsAtMostASecondBehind() {
        SealingLoop loop =
                new SealingLoop(sealer, new SealingLoop.Cosigning(sealer, List.of()), Duration.ofMillis(400));
        List<Duration> behind = new ArrayList<>();
        loop.start();
        try {
            for (int act = 0; act < 5; act++) {
                long entry = record("甲" + act);
                long committed = System.nanoTime();
                Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> published(entry));
                behind.add(Duration.ofNanos(System.nanoTime() - committed));
            }
        } finally {
            loop.stop();
        }
        // One of them may meet a pause of the machine's.
        assertThat(behind)
                .filteredOn(each -> each.compareTo(Duration.ofSeconds(1)) > 0)
                .hasSizeLessThan(2);
    }

    private boolean published(long entry) throws IOException {
        Optional<Long> index = seals.index(entry);
        return index.isPresent()
                && index.get() < seals.checkpoint().orElseThrow().size();
    }

    @Test
    void aPauseThatWouldLeaveCheckpointsBehindIsRefused() {
        SealingLoop.Cosigning nobody = new SealingLoop.Cosigning(sealer, List.of());
        assertThatThrownBy(() -> new SealingLoop(sealer, nobody, Duration.ofSeconds(1)))
                .hasMessageContaining("at most 800ms");
    }

    /** Of everything that stands in the tree: no name, no identifier of a person, post or subject, no part of a payload. */
    @Test
    void theTreeIdentifiesNobody() throws IOException {
        UUID post = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            docket.record(Act.of(new Author(PERSON, post), "duty.met", SUBJECT, Map.of("account", "张三收受礼金")));
            docket.record(
                    Act.of(Author.CALENDAR, "person.moved", Subject.person(PERSON), Map.of(), Subject.post(post)));
            docket.record(
                    new Act(new Author(PERSON, post), Kind.of("case.opened"), SUBJECT, List.of(), Map.of(), "case-1"));
        });
        sealAll();
        List<byte[]> entries = new TreeReader(seals.source(), 3).entries(0);
        assertThat(entries).hasSize(3).allSatisfy(bytes -> {
            String entry = new String(bytes, StandardCharsets.UTF_8);
            assertThat(CanonicalJson.read(entry))
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsKeys("number", "at", "commitment")
                    .hasSizeBetween(3, 4);
            assertThat(entry)
                    .doesNotContain("张三")
                    .doesNotContain(PERSON.toString())
                    .doesNotContain(post.toString())
                    .doesNotContain(SUBJECT.id().toString())
                    .doesNotContain("case");
        });
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

    @Test
    void whatIsHiddenIsCanonicalJsonWhateverTheActSays() throws IOException {
        Map<String, Object> odd = Map.of("b", "\"引号\" \\ \n", "a", List.of(1, true), "c", Map.of("z", 1, "y", "é"));
        for (String compartment : new String[] {null, "case \"1\""}) {
            long id = transaction.execute(status -> docket.record(new Act(
                    new Author(PERSON, null),
                    Kind.of("duty.met"),
                    SUBJECT,
                    List.of(Subject.person(PERSON), Subject.post(UUID.randomUUID()), Subject.person(PERSON)),
                    odd,
                    compartment)));
            sealAll();
            String hidden = seals.receipt(id, true)
                    .orElseThrow()
                    .opening()
                    .orElseThrow()
                    .content();
            assertThat(CanonicalJson.canonicalize(hidden)).isEqualTo(hidden);
            assertThat(hidden).contains("引号").contains(SUBJECT.id().toString());
        }
    }

    /** Shown: the payload with its salt is proved. Erased: nobody can prove or guess it, and the log stays valid. */
    @Test
    void aPayloadIsShownAndProvedOrErasedWhileTheLogStaysValid() throws IOException {
        long id = record("张三的住址");
        sealAll();
        Receipt shown = seals.receipt(id, true).orElseThrow();
        assertThat(shown.opening().orElseThrow().content()).contains("张三的住址");
        Checkpoint before = seals.checkpoint().orElseThrow();

        Author by = new Author(UUID.randomUUID(), UUID.randomUUID());
        long erasure = transaction.execute(status -> docket.erase(by, id, "本人要求"));
        sealAll();

        Receipt bare = seals.receipt(id, true).orElseThrow();
        assertThat(bare.opening()).isEmpty();
        assertThat(bare.verify(KEYS.trust()).index()).isZero();
        assertThat(docket.entry(id, List.of()).orElseThrow().erased()).isTrue();
        assertThat(audit(Optional.of(before)).faults()).isEmpty();
        assertThat(seals.checkpoint().orElseThrow().size()).isEqualTo(2);
        assertThat(rows().erased()).isEqualTo(1);
        for (long gone : new long[] {id, erasure}) {
            assertThatThrownBy(() -> transaction.execute(status -> docket.erase(by, gone, "again")))
                    .isInstanceOf(NoSuchElementException.class);
        }
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
        assertThat(rows().faults()).isEmpty();
    }

    /** Whoever owns the database can change rows, not what was sealed: each change is found and named. */
    @Test
    void everyChangeOfTheRowsIsFoundAndNamed() throws IOException, SQLException {
        long one = record("甲");
        long two = record("乙");
        sealAll();
        assertThat(rows().faults()).isEmpty();
        expect("UPDATE docket.entry SET at = at - interval '1 day' WHERE id = " + one, DocketAudit.Kind.MOMENT_CHANGED);
        expect("UPDATE docket.entry SET kind = 'duty.missed' WHERE id = " + one, DocketAudit.Kind.KIND_CHANGED);
        expect("UPDATE docket.entry SET kind = 'Nonsense' WHERE id = " + one, DocketAudit.Kind.KIND_CHANGED);
        expect("UPDATE docket.entry SET compartment = 'case-1' WHERE id = " + one, DocketAudit.Kind.ENTRY_CHANGED);
        expect(
                "UPDATE docket.entry SET author_post = gen_random_uuid() WHERE id = " + one,
                DocketAudit.Kind.CONTENT_CHANGED);
        expect(
                "UPDATE docket.entry SET author_person = gen_random_uuid() WHERE id = " + one,
                DocketAudit.Kind.CONTENT_CHANGED);
        expect(
                "UPDATE docket.entry SET subject_id = gen_random_uuid() WHERE id = " + one,
                DocketAudit.Kind.CONTENT_CHANGED);
        expect("UPDATE docket.payload SET content = '{}' WHERE entry_id = " + one, DocketAudit.Kind.CONTENT_CHANGED);
        expect("UPDATE docket.payload SET content = '{' WHERE entry_id = " + one, DocketAudit.Kind.CONTENT_CHANGED);
        expect("DELETE FROM docket.payload WHERE entry_id = " + one, DocketAudit.Kind.CONTENT_MISSING);
        expect("DELETE FROM docket.concern WHERE entry_id = " + one, DocketAudit.Kind.CONTENT_CHANGED);
        expect("""
                UPDATE docket.payload p SET salt = q.salt FROM docket.payload q WHERE p.entry_id <> q.entry_id
                """, DocketAudit.Kind.SALT_SWAPPED);
        expect(
                "UPDATE docket.leaf SET index = index + 10; UPDATE docket.leaf SET index = 11 - index",
                DocketAudit.Kind.MOVED);
        expect("DELETE FROM docket.leaf WHERE entry_id = " + two, DocketAudit.Kind.PLACE_MISSING);
        expect(
                "SET session_replication_role = replica; DELETE FROM docket.entry WHERE id = " + two,
                DocketAudit.Kind.ENTRY_MISSING);
    }

    /** Content, commitment and signature made anew: the log that others hold still says what stood there. */
    @Test
    void anEntryWhoseCommitmentWasMadeAnewIsFound() throws IOException, SQLException {
        long one = record("甲");
        sealAll();
        expect(
                "UPDATE docket.entry SET commitment = sha256('other') WHERE id = " + one,
                DocketAudit.Kind.COMMITMENT_CHANGED);
    }

    @Test
    void everyFaultHasItsSentenceInBothLanguages() {
        Words words = Words.of(Ladder.read());
        for (DocketAudit.Kind kind : DocketAudit.Kind.values()) {
            Text text = new DocketAudit.Fault(kind, 7, 12, List.of("old", "new")).text();
            for (Locale language : Words.LANGUAGES) {
                assertThat(words.say(language, text)).contains("7");
            }
        }
    }

    /** Makes a change, expects the fault, and undoes the change. */
    private void expect(String change, DocketAudit.Kind kind) throws IOException, SQLException {
        try (Connection connection = TestDatabase.asOwner(source).getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient changed = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            changed.sql(change).update();
            List<DocketAudit.Fault> faults = new DocketAudit(changed, seals.source())
                    .run(seals.checkpoint().orElseThrow().size())
                    .faults();
            assertThat(faults)
                    .as(change)
                    .isNotEmpty()
                    .extracting(DocketAudit.Fault::kind)
                    .containsOnly(kind);
            connection.rollback();
        }
    }

    private DocketAudit.Report rows() throws IOException {
        return new DocketAudit(database, seals.source())
                .run(seals.checkpoint().orElseThrow().size());
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
