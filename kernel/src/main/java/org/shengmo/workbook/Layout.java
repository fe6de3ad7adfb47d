package org.shengmo.workbook;

import java.util.List;

/**
 * The sheets that a workbook must have. Further sheets are not read.
 *
 * @param sheets in the order of the template
 */
public record Layout(List<Sheet> sheets) {

    public Layout {
        sheets = List.copyOf(sheets);
    }

    /** A layout of some sheets. */
    public static Layout of(Sheet... sheets) {
        return new Layout(List.of(sheets));
    }

    /** @throws IllegalArgumentException when the layout has no sheet of that key */
    public Sheet sheet(String key) {
        return sheets.stream()
                .filter(sheet -> sheet.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sheet " + key));
    }

    /**
     * A sheet. Its first row holds the headers, in any order; a header that is none of the columns' is a fault.
     *
     * @param key what the code calls it
     * @param required whether the workbook must have it
     */
    public record Sheet(String key, Name name, boolean required, List<Column> columns) {
        public Sheet {
            columns = List.copyOf(columns);
        }

        /** A sheet that must be there. */
        public static Sheet of(String key, String zh, String en, Column... columns) {
            return new Sheet(key, new Name(zh, en), true, List.of(columns));
        }
    }

    /**
     * A column.
     *
     * @param key what the code calls it
     * @param required whether every row must have a value in it; the column itself must always be there
     */
    public record Column(String key, Name name, CellForm form, boolean required) {

        /** A column whose every cell has a value. */
        public static Column required(String key, String zh, String en, CellForm form) {
            return new Column(key, new Name(zh, en), form, true);
        }

        /** A column whose cells may be empty. */
        public static Column optional(String key, String zh, String en, CellForm form) {
            return new Column(key, new Name(zh, en), form, false);
        }
    }
}
