package org.shengmo.bench;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Seals;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An act with its entry on the docket, sealed as it goes, against the same insert with a plain audit row in
 * the same database. The audit row says the same and is found by the same questions: by subject, by person, by kind and time.
 */
public final class ActBench {

    /** Rounds that only warm up. */
    private static final int WARMING = 2;

    private static final double GOAL = 0.9;
    private static final long ROUND_NANOS = 6_000_000_000L;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Docket docket;
    private final Seals seals;
    private final Clock clock;
    private final int rounds;

    public ActBench(
            JdbcClient database, TransactionTemplate transaction, Docket docket, Seals seals, Clock clock, int rounds) {
        this.database = database;
        this.transaction = transaction;
        this.docket = docket;
        this.seals = seals;
        this.clock = clock;
        this.rounds = rounds;
    }

    /**
     * Makes what is measured against.
     *
     * @param user the role that the program works as
     */
    public static void prepare(JdbcClient owner, String user) {
        for (String statement : List.of(
                "CREATE SCHEMA bench",
                "CREATE TABLE bench.thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, holder uuid, account text)",
                """
                CREATE TABLE bench.audit (
                  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, person uuid, post uuid,
                  kind text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL, content jsonb NOT NULL)
                """,
                "CREATE INDEX audit_subject ON bench.audit (subject_type, subject_id, id DESC)",
                "CREATE INDEX audit_person ON bench.audit (person, id DESC)",
                "CREATE INDEX audit_kind ON bench.audit (kind, at)",
                "GRANT USAGE ON SCHEMA bench TO " + user,
                "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA bench TO " + user)) {
            owner.sql(statement).update();
        }
    }

    /** Measures with so many writers at once. */
    public Measure run(int writers) {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < rounds + WARMING; round++) {
            double sealed = rate(writers, this::act);
            double audited = rate(writers, this::audited);
            if (round >= WARMING) {
                ours.add(sealed);
                plain.add(audited);
            }
        }
        Measure.Rounds measured = new Measure.Rounds(ours, plain);
        return Measure.ratio(
                Text.of("bench.acts", String.valueOf(writers)),
                TreeBench.rate(measured.bestOurs()),
                TreeBench.rate(measured.bestRival()),
                measured.ratio(),
                GOAL);
    }

    /** Acts a second while they are being sealed. What waits at the end, half a second's acts, is sealed before the rival starts. */
    private double rate(int writers, Runnable step) {
        long start = System.nanoTime();
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            work.add(() -> {
                long done = 0;
                for (; System.nanoTime() - start < ROUND_NANOS; done++) {
                    step.run();
                }
                return done;
            });
        }
        long done = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            for (Future<Long> each : pool.invokeAll(work)) {
                done += each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double rate = done / ((System.nanoTime() - start) / 1e9);
        while (seals.waiting() > 0) {
            LockSupport.parkNanos(5_000_000);
        }
        return rate;
    }

    private static final String ACCOUNT = "按时公布第一季度民生实事节点完成情况，附会议纪要和现场照片";

    private void act() {
        UUID person = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            thing(person);
            docket.record(Act.of(
                    new Author(person, UUID.randomUUID()),
                    "duty.met",
                    new Subject("duty", UUID.randomUUID()),
                    Map.of("account", ACCOUNT, "quarter", 1)));
        });
    }

    private void audited() {
        UUID person = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            thing(person);
            database.sql("""
                    INSERT INTO bench.audit (at, person, post, kind, subject_type, subject_id, content)
                    VALUES (:at, :person, :post, :kind, :type, :subject, :content::jsonb) RETURNING id
                    """)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("person", person)
                    .param("post", UUID.randomUUID())
                    .param("kind", "duty.met")
                    .param("type", "duty")
                    .param("subject", UUID.randomUUID())
                    .param("content", "{\"account\":\"" + ACCOUNT + "\",\"quarter\":1}")
                    .query(Long.class)
                    .single();
        });
    }

    private void thing(UUID holder) {
        database.sql("INSERT INTO bench.thing (holder, account) VALUES (:holder, :account)")
                .param("holder", holder)
                .param("account", ACCOUNT)
                .update();
    }
}
