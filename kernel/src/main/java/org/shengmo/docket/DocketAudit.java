package org.shengmo.docket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.shengmo.ledger.CanonicalJson;
import org.shengmo.ledger.LedgerException;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.TilePath;
import org.shengmo.ledger.TileSource;
import org.shengmo.ledger.TreeReader;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the rows of the docket with what a log sealed: each entry with its public text in the log's bundle, and what it
 * says, as far as it isn't erased, with its commitment. The log itself is checked by {@link org.shengmo.ledger.LogAudit},
 * with no database; the two together leave nothing unchecked. Reads only.
 */
public final class DocketAudit {

    /** Further faults are counted, not kept. */
    public static final int MOST_FAULTS = 1000;

    /** What can be wrong with a row. Its sentence stands in the bundles under {@code docket.fault.<name>}. */
    public enum Kind {
        /** The moment isn't the one that was sealed: backdated or postdated. */
        MOMENT_CHANGED,
        /** The kind isn't the one that was sealed. */
        KIND_CHANGED,
        /** The commitment isn't the one that was sealed: the entry was signed again over other content. */
        COMMITMENT_CHANGED,
        /** Another entry stands in this place: the order was changed. */
        MOVED,
        /** Whether the entry is in a compartment was changed, or the log's text isn't an entry's. */
        ENTRY_CHANGED,
        /** The log has an entry here whose row is gone. */
        ENTRY_MISSING,
        /** The log has an entry at a place that belongs to no row any more. */
        PLACE_MISSING,
        /** What the entry says, who did it, in which post, about or concerning whom isn't what it committed to. */
        CONTENT_CHANGED,
        /** The content is what another entry's salt opens: the salts were swapped. */
        SALT_SWAPPED,
        /** The content is gone, and no erasure stands on the record. */
        CONTENT_MISSING
    }

    /**
     * One thing that is wrong.
     *
     * @param index place in the log
     * @param entry number of the entry, 0 where it isn't known
     * @param details what was sealed and what stands there now, as far as that can be said
     */
    public record Fault(Kind kind, long index, long entry, List<String> details) {

        public Fault {
            details = List.copyOf(details);
        }

        /** The sentence that says it. */
        public Text text() {
            List<Object> arguments = new ArrayList<>(List.of(String.valueOf(index), String.valueOf(entry)));
            arguments.addAll(details);
            return new Text("docket.fault." + kind, arguments);
        }
    }

    /**
     * What was found.
     *
     * @param entries how many sealed entries were compared
     * @param erased how many of them have lost their content by an erasure on record
     * @param waiting rows that aren't sealed yet
     * @param faults what is wrong, in the order of the log, {@link #MOST_FAULTS} at most
     * @param faultCount how many faults there are altogether
     */
    public record Report(long entries, long erased, long waiting, List<Fault> faults, long faultCount) {
        public Report {
            faults = List.copyOf(faults);
        }
    }

    private record Place(long index, long entry) {}

    private final JdbcClient database;
    private final TileSource log;
    private final List<Fault> faults = new ArrayList<>();
    private final List<ContentRow> unopened = new ArrayList<>();
    private long faultCount;
    private long erased;

    /** @param log the log to compare with: served, from a folder, or the database's own */
    public DocketAudit(JdbcClient database, TileSource log) {
        this.database = database;
        this.log = log;
    }

    /** The log as a database keeps it, to compare with where it is read from nowhere else. */
    public static TileSource logOf(DataSource database) {
        return new PostgresLogStorage(
                JdbcClient.create(database), new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    /**
     * Compares the first {@code size} entries, a bundle at a time. An object audits one time only.
     *
     * @throws IOException where the log can't be read
     */
    public Report run(long size) throws IOException {
        TreeReader bundles = new TreeReader(log, size);
        Set<Long> erasures = erasures();
        for (long first = 0; first < size; first += TilePath.FULL) {
            compare(first, bundles.entries(first / TilePath.FULL), erasures);
        }
        new SwappedSalts(unopened).find().forEach(this::add);
        faults.sort(Comparator.comparingLong(Fault::index));
        return new Report(size, erased, waiting(), faults, faultCount);
    }

    private long waiting() {
        return database.sql("""
                SELECT count(*) FROM docket.entry e WHERE NOT EXISTS (SELECT FROM docket.leaf l WHERE l.entry_id = e.id)
                """).query(Long.class).single();
    }

    private void compare(long first, List<byte[]> sealed, Set<Long> erasures) {
        Map<Long, Long> places = places(first, sealed.size());
        Map<Long, ContentRow> rows = rows(first, sealed.size());
        for (int i = 0; i < sealed.size(); i++) {
            long index = first + i;
            ContentRow row = rows.get(index);
            if (row != null) {
                compare(row, new String(sealed.get(i), StandardCharsets.UTF_8), erasures);
            } else if (places.containsKey(index)) {
                add(new Fault(Kind.ENTRY_MISSING, index, places.get(index), List.of()));
            } else {
                add(new Fault(Kind.PLACE_MISSING, index, 0, List.of()));
            }
        }
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

    private Map<Long, ContentRow> rows(long first, int width) {
        Map<Long, ContentRow> rows = new HashMap<>();
        database.sql(ContentRow.SELECT + "WHERE l.index >= :first AND l.index < :end")
                .param("first", first)
                .param("end", first + width)
                .query(ContentRow::read)
                .list()
                .forEach(row -> rows.put(row.index(), row));
        return rows;
    }

    private void compare(ContentRow row, String sealed, Set<Long> erasures) {
        if (!row.entry().text().equals(sealed)) {
            difference(row, sealed);
        } else if (row.erased() && erasures.contains(row.entry().id())) {
            erased++;
        } else if (row.erased()) {
            add(row, Kind.CONTENT_MISSING);
        } else if (!opens(row)) {
            unopened(row);
        }
    }

    /** Names the first difference between a row and its sealed text that says most about what was done to it. */
    private void difference(ContentRow row, String sealed) {
        PublicEntry entry = row.entry();
        Map<?, ?> members = members(sealed);
        String number = String.valueOf(members.get("number"));
        if (members.get("number") instanceof Number was && was.longValue() != entry.id()) {
            add(row, Kind.MOVED, number);
        } else if (!entry.at().toString().equals(members.get("at")) && members.get("at") instanceof String at) {
            add(row, Kind.MOMENT_CHANGED, moment(at), entry.at().toString());
        } else if (members.get("kind") instanceof String kind && !kind.equals(entry.kind())) {
            add(row, Kind.KIND_CHANGED, kind, entry.kind());
        } else if (members.containsKey("commitment") && !entry.commitment().equals(members.get("commitment"))) {
            add(row, Kind.COMMITMENT_CHANGED);
        } else {
            add(row, Kind.ENTRY_CHANGED);
        }
    }

    private static String moment(String sealed) {
        try {
            return Instant.parse(sealed).toString();
        } catch (java.time.DateTimeException e) {
            return sealed;
        }
    }

    private static Map<?, ?> members(String sealed) {
        try {
            return CanonicalJson.read(sealed) instanceof Map<?, ?> members ? members : Map.of();
        } catch (MalformedException e) {
            return Map.of();
        }
    }

    private static boolean opens(ContentRow row) {
        try {
            Receipt.checkCommitment(row.entry().text(), row.opening().orElseThrow());
            return true;
        } catch (LedgerException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Named at the end, when it is known whether another entry's salt opens it. */
    private void unopened(ContentRow row) {
        if (unopened.size() < SwappedSalts.MOST) {
            unopened.add(row);
        } else {
            add(row, Kind.CONTENT_CHANGED);
        }
    }

    /** The entries that erasures on record name. */
    private Set<Long> erasures() {
        Set<Long> erasures = new HashSet<>();
        database.sql("""
                SELECT p.content FROM docket.entry e JOIN docket.payload p ON p.entry_id = e.id WHERE e.kind = :erased
                """).param("erased", Docket.ERASED.code()).query(String.class).stream()
                .map(content -> members(content).get("entry"))
                .forEach(entry -> {
                    if (entry instanceof Number number) {
                        erasures.add(number.longValue());
                    }
                });
        return erasures;
    }

    private void add(ContentRow row, Kind kind, String... details) {
        add(new Fault(kind, row.index(), row.entry().id(), List.of(details)));
    }

    private void add(Fault fault) {
        faultCount++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
