package org.shengmo.ledger;

/** Names of signing keys, C2SP signed-note: not empty, no Unicode space, no plus. */
final class KeyName {

    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static String check(String name) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(KeyName::isSpaceOrControl)) {
            throw new MalformedException("not the name of a key: " + Quoted.of(name));
        }
        return name;
    }

    private static boolean isSpaceOrControl(int c) {
        return c < ' ' || c == NEXT_LINE || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }
}
