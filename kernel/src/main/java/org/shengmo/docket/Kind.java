package org.shengmo.docket;

import java.util.regex.Pattern;

/**
 * What sort of act, duty or finding something is, as data that the packages contribute, such as {@code duty.met}.
 *
 * @param code two or more dotted lower-case words
 */
public record Kind(String code) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    /** @throws IllegalArgumentException when the code is not two or more dotted lower-case words */
    public Kind {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not a kind: " + code);
        }
    }

    /** The kind of a code. */
    public static Kind of(String code) {
        return new Kind(code);
    }
}
