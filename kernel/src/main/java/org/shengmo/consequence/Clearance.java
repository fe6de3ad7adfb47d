package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Subject;

/**
 * The answer to the one question that everyone asks: what binds this person or body on this date, and under which clause.
 *
 * @param subject the person or body asked about
 * @param on the day asked about
 * @param bindings what binds it that day; empty: clear
 */
public record Clearance(Subject subject, LocalDate on, List<Binding> bindings) {

    public Clearance {
        bindings = List.copyOf(bindings);
    }

    /** Whether nothing binds. */
    public boolean clear() {
        return bindings.isEmpty();
    }

    /** What bars a thing, such as {@code promotion}; empty: nothing does. */
    public List<Binding> barring(String what) {
        return bindings.stream().filter(binding -> binding.what().equals(what)).toList();
    }
}
