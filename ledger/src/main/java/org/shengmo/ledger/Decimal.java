package org.shengmo.ledger;

/** Non-negative decimal integers as the C2SP formats write them: ASCII digits, no sign, no leading zero. */
final class Decimal {

    private static final int LONGEST = 19;

    private Decimal() {}

    static long parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.startsWith("0"))) {
            throw new MalformedException("not a decimal number without leading zeroes: " + Quoted.of(text));
        }
        if (text.length() > LONGEST) {
            throw new MalformedException("number too large: " + Quoted.of(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException("number too large: " + Quoted.of(text), e);
        }
    }
}
