package org.shengmo.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shengmo.ledger.LedgerException;
import org.shengmo.ledger.WitnessClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Seals what has been recorded, several times a second, for as long as the program runs, and asks witnesses to cosign. A
 * failure is logged and kept as the present trouble, and the next round tries again: nothing recorded is lost meanwhile.
 */
final class SealingLoop implements SmartLifecycle {

    /** With what a round takes, a checkpoint is at most one second behind. */
    static final Duration LONGEST_INTERVAL = Duration.ofMillis(800);

    private static final Logger LOG = LoggerFactory.getLogger(SealingLoop.class);

    private final Sealer sealer;
    private final Duration interval;
    private final Attempt sealing = new Attempt("sealing", this::drain);
    private final Attempt asking;
    private ScheduledExecutorService worker;

    SealingLoop(Sealer sealer, Cosigning cosigning, Duration interval) {
        if (!interval.isPositive() || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("shengmo.log.interval: more than 0 and at most "
                    + LONGEST_INTERVAL.toMillis() + "ms, not " + interval.toMillis() + "ms");
        }
        this.sealer = sealer;
        this.interval = interval;
        this.asking = new Attempt("asking witnesses", cosigning);
    }

    @Override
    public synchronized void start() {
        worker = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("seal-", 0).daemon().factory());
        long pause = interval.toMillis();
        var rounds = worker.scheduleWithFixedDelay(sealing, 0, pause, TimeUnit.MILLISECONDS);
        var questions = worker.scheduleWithFixedDelay(asking, pause, pause, TimeUnit.MILLISECONDS);
        LOG.debug("sealing every {} ms: {}, {}", pause, rounds, questions);
    }

    /** What a round does. */
    interface Step {
        void run() throws IOException;
    }

    private void drain() throws IOException {
        while (sealer.seal() == Sealer.BATCH) {
            LOG.debug("sealed a whole batch, more may wait");
        }
    }

    /** Why sealing doesn't work at present; nothing while it does. */
    Optional<String> trouble() {
        return sealing.trouble();
    }

    @Override
    public synchronized void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** One step that is tried again and again: what it throws is logged once and kept, and must not end the loop. */
    static final class Attempt implements Runnable {

        private final String name;
        private final Step step;
        private volatile String trouble;

        Attempt(String name, Step step) {
            this.name = name;
            this.step = step;
        }

        Optional<String> trouble() {
            return Optional.ofNullable(trouble);
        }

        @Override
        public void run() {
            try {
                step.run();
                if (trouble != null) {
                    LOG.info("{} works again", name);
                    trouble = null;
                }
            } catch (IOException
                    | UncheckedIOException
                    | LedgerException
                    | DataAccessException
                    | TransactionException e) {
                tell(String.valueOf(e.getMessage()), e);
            } catch (RuntimeException e) {
                tell(e.toString(), e);
            }
        }

        private void tell(String said, Throwable failure) {
            if (!said.equals(trouble)) {
                LOG.error("{} is out of order, and is tried again: {}", name, said, failure);
            }
            trouble = said;
        }
    }

    /** Asks each witness to cosign the newest checkpoint, once it has changed. */
    static final class Cosigning implements Step {

        private final Sealer sealer;
        private final List<WitnessClient> witnesses;
        private long asked = -1;

        Cosigning(Sealer sealer, List<WitnessClient> witnesses) {
            this.sealer = sealer;
            this.witnesses = List.copyOf(witnesses);
        }

        @Override
        public void run() throws IOException {
            if (!witnesses.isEmpty()) {
                asked = sealer.cosign(witnesses, asked);
            }
        }
    }
}
