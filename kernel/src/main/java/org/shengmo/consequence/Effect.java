package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shengmo.wording.Citation;

/**
 * A measure as it was imposed.
 *
 * @param measure the measure
 * @param period the days on which it bars; empty: it is done with once it is carried out
 * @param bars what it bars meanwhile
 * @param clause the clause that gives it
 * @param appealUntil the last day for an appeal
 * @param appealClause the clause that gives the appeal
 */
public record Effect(
        Measure measure,
        Optional<EffectPeriod> period,
        List<String> bars,
        Citation clause,
        LocalDate appealUntil,
        Citation appealClause) {

    public Effect {
        bars = List.copyOf(bars);
    }
}
