package org.shengmo.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.shengmo.rulebook.Ruling;

/** Judges what a tender is to be published with. */
record TenderTerms(ProcurementRules rules) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SCALE = 4;

    /** @throws org.shengmo.wording.Refused with the clause of the first rule that it breaks */
    void judge(Category category, BigDecimal ceiling, NewTender terms) {
        LocalDate last = terms.deadline().atZone(ZONE).toLocalDate();
        long days = ChronoUnit.DAYS.between(rules.today(), last);
        if (terms.method() == Method.QUOTES) {
            Ruling threshold = rules.threshold(category, ceiling);
            if (threshold.truth("compulsory")) {
                throw ProcurementRules.refused(
                        "procurement.refused.compulsory", threshold, Map.of("amount", ceiling), ceiling);
            }
            atLeast("quote-days", days);
        } else {
            atLeast("bid-days", days);
            // The day of publishing is the first day of sale.
            atLeast("sale-days", 1 + ChronoUnit.DAYS.between(rules.today(), terms.saleUntil()));
            committee(terms);
        }
        Ruling deposit = rules.limit("bid-deposit");
        atMost("bid-deposit", deposit, terms.bidDeposit(), ceiling.multiply(deposit.number("value")));
        Ruling performance = rules.limit("performance-deposit");
        atMost("performance-deposit", performance, terms.performanceShare(), performance.number("value"));
    }

    /** @throws org.shengmo.wording.Refused for an earlier deadline, and too few days left to take a clarification in */
    void judgeClarified(Method method, Instant before, Instant after) {
        if (after.isBefore(before)) {
            throw ProcurementRules.refused(
                    "procurement.refused.earlier", rules.limit("clarify-before"), Map.of("deadline", after), before);
        }
        if (method == Method.OPEN) {
            atLeast(
                    "clarify-before",
                    ChronoUnit.DAYS.between(rules.today(), after.atZone(ZONE).toLocalDate()));
        }
    }

    private void atLeast(String limit, long days) {
        Ruling ruling = rules.limit(limit);
        if (days < ruling.integer("value")) {
            throw ProcurementRules.refused(
                    "procurement.refused." + limit, ruling, Map.of("days", days), ruling.integer("value"), days);
        }
    }

    private static void atMost(String limit, Ruling ruling, BigDecimal asked, BigDecimal most) {
        if (asked.signum() < 0 || asked.compareTo(most) > 0) {
            throw ProcurementRules.refused(
                    "procurement.refused." + limit, ruling, Map.of("amount", asked), most.stripTrailingZeros());
        }
    }

    private void committee(NewTender terms) {
        BigDecimal share = terms.members() < 1
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(terms.experts())
                        .divide(BigDecimal.valueOf(terms.members()), SCALE, RoundingMode.DOWN);
        Map<String, Object> facts =
                Map.of("members", terms.members(), "even", terms.members() % 2 == 0, "experts", share);
        Ruling ruling = rules.decide(Procurement.COMMITTEE, facts);
        if (!ruling.truth("allowed") || terms.experts() > terms.members()) {
            throw ProcurementRules.refused(
                    "procurement.refused.committee", ruling, facts, terms.members(), terms.experts());
        }
    }
}
