package org.shengmo.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
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

    private static final Logger LOG = LoggerFactory.getLogger(SealingLoop.class);

    private final Sealer sealer;
    private final Cosigning cosigning;
    private final Duration interval;
    private volatile String trouble;
    private ScheduledExecutorService worker;

    SealingLoop(Sealer sealer, Cosigning cosigning, Duration interval) {
        this.sealer = sealer;
        this.cosigning = cosigning;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        worker = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("seal-", 0).daemon().factory());
        long pause = interval.toMillis();
        var sealing = worker.scheduleWithFixedDelay(() -> attempt(this::drain), 0, pause, TimeUnit.MILLISECONDS);
        var asking = worker.scheduleWithFixedDelay(() -> attempt(cosigning), pause, pause, TimeUnit.MILLISECONDS);
        LOG.debug("sealing every {} ms: {}, {}", pause, sealing, asking);
    }

    /** What a round does. */
    interface Step {
        void run() throws IOException;
    }

    private void drain() throws IOException {
        while (sealer.seal() == Sealer.BATCH) {
            LOG.debug("sealed a whole batch, more may wait");
        }
        if (trouble != null) {
            LOG.info("sealing works again");
            trouble = null;
        }
    }

    /** Runs a step; what it throws must not end the loop. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | UncheckedIOException | LedgerException | DataAccessException | TransactionException e) {
            String said = String.valueOf(e.getMessage());
            if (!said.equals(trouble)) {
                LOG.error("sealing is out of order, entries wait: {}", said, e);
            }
            trouble = said;
        } catch (RuntimeException e) {
            LOG.error("sealing is out of order, entries wait", e);
            trouble = e.toString();
        }
    }

    /** Why sealing doesn't work at present; null while it does. */
    String trouble() {
        return trouble;
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
