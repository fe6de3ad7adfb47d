package org.shengmo.entitlement;

/** Hides what identifies a person: enough stays to tell two people of one household apart. */
final class Mask {

    private static final int ID_HEAD = 3;
    private static final int ID_TAIL = 2;
    private static final int ACCOUNT_TAIL = 4;

    private Mask() {}

    /** 王光林 becomes 王**. */
    static String name(String name) {
        int length = name.codePointCount(0, name.length());
        return length == 0
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(Math.max(1, length - 1));
    }

    /** The first three and the last two digits stay, of a short text nothing. */
    static String idNumber(String number) {
        return kept(number, ID_HEAD, ID_TAIL);
    }

    /** The last four digits stay. */
    static String account(String account) {
        return kept(account, 0, ACCOUNT_TAIL);
    }

    private static String kept(String text, int head, int tail) {
        int hidden = text.length() - head - tail;
        return hidden < head + tail
                ? "*".repeat(text.length())
                : text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
    }
}
