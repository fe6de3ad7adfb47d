package org.shengmo.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** What is wrong with a scheme, all at once. */
final class SchemeFaults {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_DECIMALS = 6;

    private final List<Fault> faults = new ArrayList<>();

    private SchemeFaults() {}

    /** @throws Invalid with every fault, placed by the part's code */
    static void check(
            List<Scheme.SubjectClass> classes,
            List<Scheme.Tier> tiers,
            List<Scheme.Indicator> indicators,
            List<Scheme.Level> levels,
            Scheme.Rules rules) {
        SchemeFaults check = new SchemeFaults();
        check.once("classes", classes.stream().map(Scheme.SubjectClass::code).toList());
        check.once("tiers", tiers.stream().map(Scheme.Tier::code).toList());
        check.once("indicators", indicators.stream().map(Scheme.Indicator::code).toList());
        check.once("levels", levels.stream().map(Scheme.Level::code).toList());
        Set<String> known = classes.stream().map(Scheme.SubjectClass::code).collect(Collectors.toSet());
        tiers.forEach(tier -> check.tier(tier, known));
        indicators.forEach(indicator -> check.indicator(indicator, known));
        levels.forEach(level -> check.within(level.code(), level.mark(), BigDecimal.ZERO, WHOLE));
        known.forEach(each -> check.sums(each, tiers, indicators));
        check.rules(rules, indicators, known);
        if (!check.faults.isEmpty()) {
            throw new Invalid(check.faults);
        }
    }

    private void tier(Scheme.Tier tier, Set<String> known) {
        if (tier.minimum() < 1) {
            fault(tier.code(), "assessment.fault.minimum");
        }
        if (tier.trim().signum() < 0 || tier.trim().compareTo(HALF) >= 0) {
            fault(tier.code(), "assessment.fault.trim");
        }
        weighed(tier.code(), tier.weights(), known);
    }

    private void indicator(Scheme.Indicator indicator, Set<String> known) {
        boolean computed = indicator.source() == Scheme.Source.COMPUTED;
        if (computed != (indicator.measure() != null && indicator.line() != null)) {
            fault(indicator.code(), "assessment.fault.measure");
        } else if (computed) {
            within(indicator.code(), indicator.line().lowest(), BigDecimal.ZERO, WHOLE);
            within(
                    indicator.code(),
                    indicator.line().highest(),
                    indicator.line().lowest(),
                    WHOLE);
        }
        weighed(indicator.code(), indicator.points(), known);
    }

    private void sums(String subjectClass, List<Scheme.Tier> tiers, List<Scheme.Indicator> indicators) {
        BigDecimal points =
                indicators.stream().map(each -> each.points(subjectClass)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (points.compareTo(WHOLE) != 0) {
            fault(subjectClass, "assessment.fault.points", points);
        }
        boolean rated = indicators.stream()
                .anyMatch(each -> each.source() == Scheme.Source.RATED
                        && each.points(subjectClass).signum() > 0);
        BigDecimal weight =
                tiers.stream().map(each -> each.weight(subjectClass)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (rated && weight.compareTo(BigDecimal.ONE) != 0) {
            fault(subjectClass, "assessment.fault.weights", weight);
        }
    }

    private void rules(Scheme.Rules rules, List<Scheme.Indicator> indicators, Set<String> known) {
        if (rules.scale() < 0 || rules.scale() > MOST_DECIMALS) {
            fault("rules", "assessment.fault.scale", MOST_DECIMALS);
        }
        Set<String> codes = indicators.stream().map(Scheme.Indicator::code).collect(Collectors.toSet());
        if (!codes.containsAll(rules.ties())
                || !known.containsAll(rules.interviewed().keySet())) {
            fault("rules", "assessment.fault.unknown");
        }
        if (rules.excellent().compareTo(rules.competent()) < 0
                || rules.competent().compareTo(rules.basic()) < 0) {
            fault("rules", "assessment.fault.grades");
        }
    }

    private void weighed(String place, Map<String, BigDecimal> weights, Set<String> known) {
        if (!known.containsAll(weights.keySet()) || weights.values().stream().anyMatch(each -> each.signum() < 0)) {
            fault(place, "assessment.fault.unknown");
        }
    }

    private void once(String place, Collection<String> codes) {
        if (codes.isEmpty() || new HashSet<>(codes).size() < codes.size()) {
            fault(place, "assessment.fault.codes");
        }
    }

    private void within(String place, BigDecimal value, BigDecimal lowest, BigDecimal highest) {
        if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
            fault(place, "assessment.fault.mark");
        }
    }

    private void fault(String place, String key, Object... arguments) {
        faults.add(new Fault(place, Text.of(key, arguments)));
    }
}
