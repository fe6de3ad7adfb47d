package org.shengmo.workbook;

/** Places in a workbook as its user sees them. */
final class Places {

    private Places() {}

    /** A cell: column 0 and row 1 of sheet 职务 is {@code 职务!A1}. */
    static String cell(String sheet, int column, int row) {
        return sheet + "!" + letters(column) + row;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
