package org.shengmo.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Schemes for tests. */
final class Schemes {

    private Schemes() {}

    /** Bodies of one class, two tiers, two rated indicators, one computed, one evaluated by the public. */
    static Scheme units(int minimum) {
        return new Scheme(
                "units",
                "单位考核方案",
                LocalDate.of(2025, 1, 1),
                Scheme.Assessed.BODY,
                List.of(new Scheme.SubjectClass("dept", "部门")),
                List.of(
                        new Scheme.Tier("leaders", "区级领导", minimum, new BigDecimal("0.1"), weight("0.4")),
                        new Scheme.Tier("peers", "互评", minimum, new BigDecimal("0.1"), weight("0.6"))),
                List.of(
                        rated("work", "30"),
                        rated("conduct", "20"),
                        new Scheme.Indicator(
                                "duties",
                                "按时履责",
                                Scheme.Source.COMPUTED,
                                Scheme.Cadence.YEAR_END,
                                weight("30"),
                                "duty.in-time.share",
                                new Scheme.Line(
                                        BigDecimal.ZERO,
                                        BigDecimal.valueOf(100),
                                        BigDecimal.ZERO,
                                        BigDecimal.valueOf(100))),
                        new Scheme.Indicator(
                                "public",
                                "公众评议",
                                Scheme.Source.EVALUATED,
                                Scheme.Cadence.YEAR_END,
                                weight("20"),
                                null,
                                null)),
                List.of(
                        new Scheme.Level("a", "好", new BigDecimal("95")),
                        new Scheme.Level("b", "较好", new BigDecimal("85")),
                        new Scheme.Level("c", "一般", new BigDecimal("70")),
                        new Scheme.Level("d", "差", new BigDecimal("50"))),
                new Scheme.Rules(
                        2,
                        List.of("public", "duties"),
                        BigDecimal.valueOf(90),
                        BigDecimal.valueOf(75),
                        BigDecimal.valueOf(60),
                        Map.of("dept", 1)));
    }

    private static Map<String, BigDecimal> weight(String weight) {
        return Map.of("dept", new BigDecimal(weight));
    }

    private static Scheme.Indicator rated(String code, String points) {
        return new Scheme.Indicator(
                code, code, Scheme.Source.RATED, Scheme.Cadence.YEAR_END, weight(points), null, null);
    }
}
