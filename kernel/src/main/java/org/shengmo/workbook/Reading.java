package org.shengmo.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/**
 * A workbook that was read: the rows that had no fault, and every fault. The room adds the faults that only it can see and
 * then insists on there being none.
 */
public final class Reading {

    /** After so many faults the rest is not told; the last fault says so. */
    static final int MOST_FAULTS = 1000;

    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, List<Row>> every = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Reading() {}

    void add(String sheet, List<Row> faultless, List<Row> read) {
        rows.put(sheet, List.copyOf(faultless));
        every.put(sheet, List.copyOf(read));
    }

    void fault(String place, String key, Object... arguments) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(place, Text.of(key, arguments)));
        } else if (faults.size() == MOST_FAULTS) {
            faults.add(new Fault("…", Text.of("workbook.faults.more", MOST_FAULTS)));
        }
    }

    /** Whether telling more faults would be of no use. */
    boolean full() {
        return faults.size() > MOST_FAULTS;
    }

    /** The rows of a sheet that had no fault, in their order; none when an optional sheet is not there. */
    public List<Row> rows(String sheet) {
        return rows.getOrDefault(sheet, List.of());
    }

    /**
     * Every row of a sheet that is not blank, those with faults too, with the cells that could be read: a room that looks
     * for faults of its own asks {@link Row#has} first, so that one fault does not hide another.
     */
    public List<Row> everyRow(String sheet) {
        return every.getOrDefault(sheet, List.of());
    }

    /** Adds a fault in a row's cell that the room found. */
    public void fault(Row row, String column, String key, Object... arguments) {
        fault(row.place(column), key, arguments);
    }

    /** Every fault so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * The same reading, when it has no faults.
     *
     * @throws Invalid with every fault
     */
    public Reading faultless() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return this;
    }
}
