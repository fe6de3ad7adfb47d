package org.shengmo.organization.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.shengmo.wording.Invalid;

/** Days out of a form. */
final class Days {

    private Days() {}

    /** @throws Invalid at the field when the text is no day */
    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            throw Invalid.at(field, "organization.day.malformed", text);
        }
    }
}
