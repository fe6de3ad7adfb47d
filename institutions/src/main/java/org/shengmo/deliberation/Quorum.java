package org.shengmo.deliberation;

/**
 * The share of the whole membership that must be in the room for an item.
 *
 * @param numerator of the share, at least 1
 * @param denominator of the share
 */
public record Quorum(int numerator, int denominator) {

    /** @throws IllegalArgumentException for a share that is not above zero and at most one */
    public Quorum {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
    }

    /** Whether so many of so many are enough. */
    public boolean reachedBy(int present, int membership) {
        return present * denominator >= numerator * membership;
    }
}
