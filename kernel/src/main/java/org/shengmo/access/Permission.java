package org.shengmo.access;

/**
 * Leave to do one sort of thing, as data that the packages contribute, such as {@code finding.uphold}.
 *
 * @param code dotted lower-case words
 */
public record Permission(String code) {

    public Permission {
        if (!code.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")) {
            throw new IllegalArgumentException("not a permission: " + code);
        }
    }

    /** The permission of a code. */
    public static Permission of(String code) {
        return new Permission(code);
    }
}
