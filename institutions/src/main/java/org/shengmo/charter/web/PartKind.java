package org.shengmo.charter.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The sorts of part that a draft is edited by, each with the fields of its form. */
public enum PartKind {
    /** Title and issuer of the whole text. */
    HEADING,
    RESPONSIBILITY,
    LEADING_BODY,
    ITEM,
    SUB_ITEM;

    /** The fields of the form, in its order. */
    public List<String> fields() {
        return switch (this) {
            case HEADING -> List.of("title", "issuer");
            case RESPONSIBILITY -> List.of("code", "tier", "title", "text", "holder");
            case LEADING_BODY -> List.of("body", "principal", "members");
            case ITEM -> List.of("code", "title", "owner", "leadUnit");
            case SUB_ITEM -> List.of("code", "item", "title", "measure", "owner", "leadUnit", "support", "deadline");
        };
    }

    /** The kind in addresses and bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PartKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no part called " + code));
    }
}
