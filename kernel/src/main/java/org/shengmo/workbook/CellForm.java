package org.shengmo.workbook;

import java.util.List;
import java.util.function.Predicate;

/** What the cells of a column hold. A cell of any other form is a fault. */
public sealed interface CellForm {

    /** Text of at most a number of characters. */
    record Text(int longest) implements CellForm {}

    /** A code without blanks, at most 64 characters, unique in its column. */
    record Code() implements CellForm {}

    /** A whole number between two bounds, both included. */
    record WholeNumber(long least, long most) implements CellForm {}

    /** A number with at most so many digits after the point. */
    record DecimalNumber(int scale) implements CellForm {}

    /** A day: a date cell, or a text such as 2026-03-01, 2026/3/1, 20260301 or 2026年3月1日. Years 1900 to 2199. */
    record Date() implements CellForm {}

    /** One of a few values. A cell may hold the value or either of its names; the row holds the value. */
    record Choice(List<Option> options) implements CellForm {
        public Choice {
            options = List.copyOf(options);
        }

        /** Yes or no, as {@code true} and {@code false}. */
        public static Choice yesNo() {
            return new Choice(
                    List.of(new Option("true", new Name("是", "yes")), new Option("false", new Name("否", "no"))));
        }
    }

    /** A value of a choice and its name. */
    record Option(String value, Name name) {}

    /** A code that a column of this or another sheet of the same workbook must hold. */
    record Reference(String sheet, String column) implements CellForm {}

    /**
     * A code that must be known already, outside the workbook.
     *
     * @param known whether a code is known
     * @param fault key of the text that says it is not, in the room's bundle; its argument is the code
     */
    record Known(Predicate<String> known, String fault) implements CellForm {}
}
