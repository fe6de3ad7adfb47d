package org.shengmo.rulebook;

/**
 * The number of an article, with its paragraph and item where they are cited: {@code 22}, {@code 22.1}, {@code 22.1.3}.
 *
 * @param number as cited
 */
record Article(String number) {

    static Article of(String number) {
        return new Article(number);
    }

    /** Whether it is a clause, or a paragraph or item of it. */
    boolean isWithin(String clause) {
        return number.equals(clause) || number.startsWith(clause + ".");
    }
}
