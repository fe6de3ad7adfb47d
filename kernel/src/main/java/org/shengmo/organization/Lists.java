package org.shengmo.organization;

import java.util.Arrays;
import java.util.List;

/** Lists in one cell of a workbook. */
final class Lists {

    private Lists() {}

    /** The items of a cell, parted by commas, enumeration commas, semicolons, blanks or lines. */
    static List<String> items(String cell) {
        return Arrays.stream(cell.split("[,，、;；\\s]+"))
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
