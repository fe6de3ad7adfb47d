package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Entry;

/** The duty ledger (履职台账): what each person did, filled by the acts on the record and by own entries. */
public interface DutyLedger {

    /** The kind of an own entry. */
    String NOTED = "charter.ledger.noted";

    /**
     * Adds an own entry. Entry {@code charter.ledger.noted}.
     *
     * @param on the day it was done, today or before
     * @param about the duty it belongs to; null for none
     * @return the docket entry
     */
    long note(Actor by, LocalDate on, UUID about, String text, List<UUID> attachments);

    /** Whether somebody may read a person's ledger: themselves, and who may read the reports of a body they serve in. */
    boolean mayRead(Actor by, UUID person);

    /** What a person did in a year, newest first: acts elsewhere and own entries. */
    List<Entry> of(UUID person, int year);
}
