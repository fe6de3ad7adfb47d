package org.shengmo.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The organization kept in memory, right across processes: the version row tells whether it still stands. Outside a
 * transaction each look asks; a transaction asks once and keeps what it saw until it writes itself, then sees its own
 * writes, which nobody else does before it commits.
 */
@Component
class Memory {

    private final Loader loader;
    private final JdbcClient database;
    private final Clock clock;
    private volatile Snapshot shared = Snapshot.EMPTY;

    Memory(Loader loader, JdbcClient database, Clock clock) {
        this.loader = loader;
        this.database = database;
        this.clock = clock;
    }

    /** What a transaction saw. */
    private final class Seen implements TransactionSynchronization {
        private final Snapshot base;
        private Snapshot now;

        private Seen(Snapshot base) {
            this.base = base;
            this.now = base;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Memory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Memory.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Memory.this);
        }
    }

    /** The organization as it stands now. */
    Snapshot now() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return current();
        }
        Seen seen = seen();
        LocalDate today = LocalDate.now(clock);
        if (seen.now == null || !seen.now.day().equals(today)) {
            seen.now = loader.refresh(seen.base, today);
        }
        return seen.now;
    }

    private Seen seen() {
        Seen seen = (Seen) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            seen = new Seen(current());
            TransactionSynchronizationManager.bindResource(this, seen);
            TransactionSynchronizationManager.registerSynchronization(seen);
        }
        return seen;
    }

    private Snapshot current() {
        Snapshot base = shared;
        Snapshot next = loader.refresh(base, LocalDate.now(clock));
        if (next.version() > base.version() || !next.day().equals(base.day())) {
            publish(next);
        }
        return next;
    }

    private synchronized void publish(Snapshot next) {
        if (next.version() >= shared.version()) {
            shared = next;
        }
    }

    /**
     * Opens a write: takes the writers' turn until the transaction ends and marks the parts as changed.
     *
     * @return the mark that the changed rows bear
     */
    long write(Part... parts) {
        Seen seen = seen();
        String marks = Arrays.stream(parts)
                .map(part -> ", " + part.column() + " = value + 1")
                .collect(Collectors.joining());
        long mark = database.sql("UPDATE organization.version SET value = value + 1" + marks + " RETURNING value")
                .query(Long.class)
                .single();
        seen.now = null;
        return mark;
    }

    /** Forgets what the transaction saw, after rows were written. */
    void written() {
        seen().now = null;
    }
}
