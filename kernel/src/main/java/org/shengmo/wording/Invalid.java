package org.shengmo.wording;

import java.util.List;

/** Thrown where an input has faults: all of them at once, nothing of the input taken. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public Invalid(List<Fault> faults) {
        super(faults.toString());
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one fault");
        }
        this.faults = List.copyOf(faults);
    }

    /** An input with one fault. */
    public static Invalid at(String place, String key, Object... arguments) {
        return new Invalid(List.of(new Fault(place, Text.of(key, arguments))));
    }

    /** Every fault, in the order of the input. */
    public List<Fault> faults() {
        return faults;
    }
}
