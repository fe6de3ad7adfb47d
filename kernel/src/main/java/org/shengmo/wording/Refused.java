package org.shengmo.wording;

/** Thrown where an act is refused; pages say it as a sentence, the API as {@code application/problem+json}. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.reason().key());
        this.refusal = refusal;
    }

    /** What was refused, why, and what to do. */
    public Refusal refusal() {
        return refusal;
    }
}
