package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;

/**
 * The answer to the one question that everyone asks: what binds this person or body on this date, and under which clause.
 *
 * @param subject the person or body asked about
 * @param on the day asked about
 * @param bindings what binds it that day; empty: clear
 * @param joined by what is barred, the whole unbroken time around that day for which it is, by all bindings together
 * @param held what has to wait for secret reasons: a gate refuses on it, a page never shows it
 */
public record Clearance(
        Subject subject, LocalDate on, List<Binding> bindings, Map<String, EffectPeriod> joined, List<Held> held) {

    public Clearance {
        bindings = List.copyOf(bindings);
        held = List.copyOf(held);
        joined = Collections.unmodifiableMap(new TreeMap<>(joined));
    }

    /** The clearance that a subject's bindings of any time give on a day. */
    static Clearance of(Subject subject, LocalDate on, Collection<Binding> ever, List<Held> held) {
        Map<String, EffectPeriod> joined = new TreeMap<>();
        ever.stream()
                .collect(Collectors.groupingBy(Binding::what))
                .forEach(
                        (what, bindings) -> EffectPeriods.join(
                                        bindings.stream().map(Binding::period).toList())
                                .stream()
                                .filter(period -> period.holds(on))
                                .forEach(period -> joined.put(what, period)));
        List<Binding> now = ever.stream()
                .filter(binding -> binding.period().holds(on))
                .sorted(Comparator.comparing(Binding::what)
                        .thenComparing(binding -> binding.period().from()))
                .toList();
        return new Clearance(subject, on, now, joined, held);
    }

    /**
     * Insists that nothing bars a thing.
     *
     * @throws org.shengmo.wording.Refused naming the clauses of what does; where it only has to wait for secret reasons,
     *     that it has to wait, and no more
     */
    public void require(String what) {
        List<Binding> barring = barring(what);
        if (!barring.isEmpty()) {
            LocalDate last = joined.get(what).lastDay().orElse(null);
            Text bars = Text.of("consequence.bars." + what);
            throw (last == null
                            ? Refusal.of("consequence.barred-open", bars)
                            : Refusal.of("consequence.barred", bars, last))
                    .under(barring.stream().map(Binding::clause).distinct().toList())
                    .on(Map.of("on", on))
                    .refused();
        }
        held.stream().filter(each -> each.what().equals(what)).findFirst().ifPresent(waits -> {
            throw Refusal.of("consequence.held", Text.of("consequence.bars." + what))
                    .under(List.of(waits.clause()))
                    .on(Map.of("on", on))
                    .refused();
        });
    }

    /** Whether nothing binds and nothing has to wait. For gates: a page that said so would tell what is secret. */
    public boolean clear() {
        return bindings.isEmpty() && held.isEmpty();
    }

    /** What bars a thing, such as {@code promotion}; empty: nothing does. */
    public List<Binding> barring(String what) {
        return bindings.stream().filter(binding -> binding.what().equals(what)).toList();
    }
}
