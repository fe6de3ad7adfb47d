package org.shengmo.mandate;

import java.util.Arrays;
import java.util.Locale;
import org.shengmo.wording.Invalid;

/** Whose catalogue. */
public enum Catalogue {
    /** The Party committee's. */
    COMMITTEE,
    /** The government's and its departments'. */
    GOVERNMENT;

    /** As the database and files have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid when there is no such catalogue */
    public static Catalogue of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> Invalid.at("catalogue", "access.input.value", code));
    }
}
