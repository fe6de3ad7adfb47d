package org.shengmo.docket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.ledger.EntryBundle;
import org.shengmo.ledger.LedgerException;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.TilePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the rows of the docket with what was sealed: each entry's public text with the one in the log's bundle, and
 * what it says, as far as it isn't erased, with its commitment. The bundles themselves are checked by
 * {@link org.shengmo.ledger.LogAudit}, with no database; the two together leave nothing unchecked.
 */
public final class DocketAudit {

    /** What can be wrong with a row. Its sentence stands in the bundles under {@code docket.fault.<name>}. */
    public enum Kind {
        /** The entry isn't the one that was sealed: its moment, kind, subject, post or commitment was changed, or its place. */
        ENTRY_CHANGED,
        /** The log has an entry here whose row is gone. */
        ENTRY_MISSING,
        /** What the entry says, who did it or whom it concerns isn't what it committed to, or its salt isn't its own. */
        CONTENT_CHANGED,
        /** The log has an entry at a place that belongs to no row any more. */
        NOT_SEALED
    }

    /**
     * One thing that is wrong.
     *
     * @param index place in the log
     * @param entry number of the entry, as far as it is known; 0 otherwise
     */
    public record Fault(Kind kind, long index, long entry) {}

    /**
     * What was found.
     *
     * @param entries how many sealed entries were compared
     * @param erased how many of them have lost their content by erasure
     */
    public record Report(long entries, long erased, List<Fault> faults) {
        public Report {
            faults = List.copyOf(faults);
        }
    }

    private record Place(long index, long entry) {}

    private final JdbcClient database;

    public DocketAudit(JdbcClient database) {
        this.database = database;
    }

    /** Compares all, a bundle at a time. */
    public Report run() {
        List<Fault> faults = new ArrayList<>();
        long erased = 0;
        long size = database.sql("SELECT coalesce(max(size), 0) FROM docket.checkpoint")
                .query(Long.class)
                .single();
        for (long first = 0; first < size; first += TilePath.FULL) {
            erased += bundle(first, (int) Math.min(TilePath.FULL, size - first), faults);
        }
        return new Report(size, erased, faults);
    }

    private long bundle(long first, int width, List<Fault> faults) {
        Optional<byte[]> content = database.sql(
                        "SELECT content FROM docket.tile WHERE level = -1 AND index = :index AND width >= :width")
                .param("index", first / TilePath.FULL)
                .param("width", width)
                .query(byte[].class)
                .optional();
        if (content.isEmpty()) {
            faults.add(new Fault(Kind.ENTRY_CHANGED, first, 0));
            return 0;
        }
        List<byte[]> sealed = EntryBundle.decode(EntryBundle.prefix(content.get(), width), width);
        Map<Long, Long> entries = places(first, width);
        Map<Long, PublicEntry> rows = rows(first, width);
        long erased = 0;
        for (int i = 0; i < width; i++) {
            Long entry = entries.get(first + i);
            PublicEntry row = rows.get(first + i);
            if (entry == null) {
                faults.add(new Fault(Kind.NOT_SEALED, first + i, 0));
            } else if (row == null) {
                faults.add(new Fault(Kind.ENTRY_MISSING, first + i, entry));
            } else if (!Arrays.equals(row.bytes(), sealed.get(i))) {
                faults.add(new Fault(Kind.ENTRY_CHANGED, first + i, entry));
            } else {
                erased += content(row, first + i, faults) ? 0 : 1;
            }
        }
        return erased;
    }

    private Map<Long, Long> places(long first, int width) {
        Map<Long, Long> places = new HashMap<>();
        database.sql("SELECT index, entry_id AS entry FROM docket.leaf WHERE index >= :first AND index < :end")
                .param("first", first)
                .param("end", first + width)
                .query(Place.class)
                .list()
                .forEach(place -> places.put(place.index(), place.entry()));
        return places;
    }

    private Map<Long, PublicEntry> rows(long first, int width) {
        Map<Long, PublicEntry> rows = new HashMap<>();
        database.sql("""
                SELECT l.index, e.id, e.at, e.author_post, e.kind, e.subject_type, e.subject_id, e.compartment,
                       e.commitment
                FROM docket.leaf l JOIN docket.entry e ON e.id = l.entry_id
                WHERE l.index >= :first AND l.index < :end
                """)
                .param("first", first)
                .param("end", first + width)
                .query((row, number) -> rows.put(row.getLong("index"), Sealer.read(row, number)))
                .list();
        return rows;
    }

    /** Whether the content is still there, to be compared. */
    private boolean content(PublicEntry entry, long index, List<Fault> faults) {
        Optional<Receipt.Opening> opening = PostgresSeals.Rows.opening(database, entry);
        opening.ifPresent(shown -> {
            try {
                Receipt.checkCommitment(entry.text(), shown);
            } catch (LedgerException e) {
                faults.add(new Fault(Kind.CONTENT_CHANGED, index, entry.id()));
            }
        });
        return opening.isPresent();
    }
}
