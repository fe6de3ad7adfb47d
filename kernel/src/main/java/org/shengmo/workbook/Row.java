package org.shengmo.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A row as it was read: its values by column key, and the place of each for faults that the reader cannot see. */
public final class Row {

    private final String sheet;
    private final int number;
    private final Map<String, Integer> positions;
    private final Map<String, Object> values;

    Row(String sheet, int number, Map<String, Integer> positions, Map<String, Object> values) {
        this.sheet = sheet;
        this.number = number;
        this.positions = Map.copyOf(positions);
        this.values = Map.copyOf(values);
    }

    /** The row's number in the sheet, the header being 1. */
    public int number() {
        return number;
    }

    /** Where the row's cell of a column stands, such as {@code 职务!C12}. */
    public String place(String column) {
        Integer position = positions.get(column);
        return Places.cell(sheet, position == null ? 0 : position, number);
    }

    /** Whether the cell has a value. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** The text, code, reference or choice of a required column. */
    public String text(String column) {
        return String.class.cast(value(column));
    }

    /** The text, code, reference or choice of a column. */
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(String.class.cast(values.get(column)));
    }

    /** The whole number of a required column. */
    public long wholeNumber(String column) {
        return Long.class.cast(value(column));
    }

    /** The whole number of a column. */
    public Optional<Long> optionalWholeNumber(String column) {
        return Optional.ofNullable(Long.class.cast(values.get(column)));
    }

    /** The number of a required column. */
    public BigDecimal decimal(String column) {
        return BigDecimal.class.cast(value(column));
    }

    /** The number of a column. */
    public Optional<BigDecimal> optionalDecimal(String column) {
        return Optional.ofNullable(BigDecimal.class.cast(values.get(column)));
    }

    /** The day of a required column. */
    public LocalDate date(String column) {
        return LocalDate.class.cast(value(column));
    }

    /** The day of a column. */
    public Optional<LocalDate> optionalDate(String column) {
        return Optional.ofNullable(LocalDate.class.cast(values.get(column)));
    }

    /** Whether a yes-or-no column says yes; an empty cell says no. */
    public boolean yes(String column) {
        return "true".equals(values.get(column));
    }

    private Object value(String column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalStateException("no value in " + place(column) + " (" + column + ")");
        }
        return value;
    }
}
