package org.shengmo.access.web;

import java.util.List;
import org.shengmo.wording.Invalid;

/** What a caller of the API gave, where JSON lets them leave it out. */
public final class Given {

    private Given() {}

    /** @throws Invalid when it was left out */
    public static <T> T needed(String field, T value) {
        if (value == null) {
            throw Invalid.at(field, "access.input.missing", field);
        }
        return value;
    }

    /** The text; empty when it was left out, so that the command says what is missing. */
    public static String text(String value) {
        return value == null ? "" : value;
    }

    /** The list; empty when it was left out. */
    public static <T> List<T> list(List<T> value) {
        return value == null ? List.of() : value;
    }
}
