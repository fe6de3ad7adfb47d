package org.shengmo.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shengmo.ledger.LedgerException;
import org.shengmo.ledger.Receipt;

/** Tells, of entries that their own salts don't open, those whose salts were swapped from those whose content was changed. */
final class SwappedSalts {

    /** Of more than these each isn't tried with every other's salt. */
    static final int MOST = 200;

    private final List<ContentRow> rows;

    SwappedSalts(List<ContentRow> rows) {
        this.rows = List.copyOf(rows);
    }

    List<DocketAudit.Fault> find() {
        List<DocketAudit.Fault> faults = new ArrayList<>();
        for (ContentRow row : rows) {
            long number = row.entry().id();
            faults.add(owner(row)
                    .map(other -> new DocketAudit.Fault(
                            DocketAudit.Kind.SALT_SWAPPED,
                            row.index(),
                            number,
                            List.of(String.valueOf(other.entry().id()))))
                    .orElseGet(() ->
                            new DocketAudit.Fault(DocketAudit.Kind.CONTENT_CHANGED, row.index(), number, List.of())));
        }
        return faults;
    }

    /** The entry at which this one's salt stands now. */
    private Optional<ContentRow> owner(ContentRow row) {
        return rows.stream()
                .filter(other -> other.index() != row.index() && opens(row, other.salt()))
                .findFirst();
    }

    private static boolean opens(ContentRow row, String salt) {
        try {
            Receipt.checkCommitment(row.entry().text(), new Receipt.Opening(salt, row.hidden()));
            return true;
        } catch (LedgerException | IllegalArgumentException e) {
            return false;
        }
    }
}
