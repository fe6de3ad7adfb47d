package org.shengmo.docket;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Below it every entry is sealed, so that the search for unsealed ones starts there. Numbers are given before
 * transactions commit, so that a low number can appear late. A transaction that has taken a number holds a lock on the
 * table until it ends: once all who held one when a number was the highest have ended, none can appear below it.
 * Kept in memory; after a restart the search begins at the first entry.
 */
final class Watermark {

    private final JdbcClient database;
    private Mark mark = new Mark(0, 0, Set.of());

    /**
     * @param low the watermark
     * @param candidate the highest number given when {@code writers} was read: the next watermark
     * @param writers transactions that must end first
     */
    record Mark(long low, long candidate, Set<String> writers) {
        Mark {
            writers = Set.copyOf(writers);
        }
    }

    Watermark(JdbcClient database) {
        this.database = database;
    }

    long low() {
        return mark.low();
    }

    /** The mark that holds once everything that is committed at this moment has been sealed. */
    Mark next() {
        long given = given();
        if (given == mark.low()) {
            return mark;
        }
        Set<String> writers = writers();
        boolean ended = writers.stream().noneMatch(mark.writers()::contains);
        return ended ? new Mark(mark.candidate(), given, writers) : mark;
    }

    void commit(Mark next) {
        mark = next;
    }

    private long given() {
        return database.sql("SELECT coalesce(pg_sequence_last_value('docket.entry_id_seq'), 0)")
                .query(Long.class)
                .single();
    }

    private Set<String> writers() {
        List<String> holders = database.sql("""
                SELECT virtualtransaction FROM pg_locks
                WHERE locktype = 'relation' AND relation = 'docket.entry'::regclass AND mode = 'RowExclusiveLock'
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).query(String.class).list();
        return Set.copyOf(holders);
    }
}
