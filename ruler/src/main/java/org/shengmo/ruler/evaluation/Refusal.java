package org.shengmo.ruler.evaluation;

/** What can't be compiled, by name and place; nothing is guessed instead. */
public final class Refusal extends RuntimeException {
    private final String reason;
    private final String place;

    public Refusal(String reason, String place) {
        super(place == null || place.isEmpty() ? reason : reason + " (" + place + ")");
        this.reason = reason;
        this.place = place == null ? "" : place;
    }

    /** What can't be compiled. */
    public String reason() {
        return reason;
    }

    /** The decision, table, row and column, as far as known. */
    public String place() {
        return place;
    }

    /** The same refusal at a place, unless it has one already. */
    public Refusal at(String outer) {
        return place.isEmpty() ? new Refusal(reason, outer) : this;
    }
}
