package org.shengmo.ruler.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.runtime.Range;
import org.shengmo.ruler.dmn.DmnReader;

/** Expressions one by one: what is evaluated here is what the vendors' engine evaluates. */
class FeelAgreementTest {
    private static final List<String> VALUES = List.of(
            "null",
            "2.5",
            "-1",
            "0",
            "\"a\"",
            "true",
            "[1, 2, 3]",
            "[\"a\", \"b\"]",
            "{a: 1}",
            "date(\"2021-01-12\")",
            "date and time(\"2021-01-12T10:30:00\")",
            "time(\"10:30:00\")",
            "duration(\"P1D\")",
            "duration(\"P1M\")",
            "[1..5]");

    private final FEEL vendor = FEELBuilder.builder().build();

    @Test
    void expressionsOfAllKinds() throws IOException {
        try (var stream = FeelAgreementTest.class.getResourceAsStream("expressions.feel")) {
            agree(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /** Between any two kinds of values: where FEEL defines nothing, both say null. */
    @Test
    void operatorsOnAnyTypes() {
        List<String> expressions = new ArrayList<>();
        for (String left : VALUES) {
            for (String right : VALUES) {
                List.of("+", "-", "*", "/", "=", "!=", "and", "or")
                        .forEach(operator -> expressions.add(left + " " + operator + " " + right));
            }
        }
        agree(expressions);
    }

    /** Functions take what they don't expect without guessing. */
    @Test
    void functionsOnAnyTypes() {
        List<String> expressions = new ArrayList<>();
        List<String> single = List.of(
                "string length",
                "upper case",
                "floor",
                "abs",
                "sqrt",
                "odd",
                "count",
                "all",
                "any",
                "median",
                "reverse",
                "distinct values",
                "flatten",
                "date",
                "duration",
                "day of week",
                "not");
        List<String> pairs = List.of(
                "decimal",
                "modulo",
                "substring",
                "substring before",
                "contains",
                "starts with",
                "list contains",
                "append",
                "concatenate",
                "sublist",
                "remove",
                "index of",
                "years and months duration",
                "get value",
                "round half up",
                "string join");
        for (String first : VALUES) {
            single.forEach(name -> expressions.add(name + "(" + first + ")"));
            for (String second : VALUES) {
                pairs.forEach(name -> expressions.add(name + "(" + first + ", " + second + ")"));
            }
        }
        agree(expressions);
    }

    private void agree(List<String> expressions) {
        List<String> different = new ArrayList<>();
        for (String expression : expressions) {
            String theirs = shown(theirs(expression));
            String ours = shown(evaluated(expression));
            if (!theirs.equals(ours)) {
                different.add(expression + ": " + theirs + ", here " + ours);
            }
        }
        assertThat(different).isEmpty();
    }

    /** The vendors' engine breaks off where a time or duration is moved by months; FEEL says null. */
    private Object theirs(String expression) {
        try {
            return vendor.evaluate(expression);
        } catch (java.time.DateTimeException undefined) {
            return null;
        }
    }

    private static Object evaluated(String expression) {
        String xml =
                "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' namespace='n' name='m'><decision name='x' id='x'>"
                        + "<literalExpression><text><![CDATA[" + expression
                        + "]]></text></literalExpression></decision></definitions>";
        return new Decisions(DmnReader.read(xml), Map.of(), Clock.systemUTC(), Residual.NONE).value("x");
    }

    private static String shown(Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> Strings.number(number.round(new MathContext(14)));
            case Number number -> shown(new BigDecimal(number.toString()));
            case List<?> list ->
                list.stream().map(FeelAgreementTest::shown).toList().toString();
            case Map<?, ?> map -> {
                Map<String, String> entries = new TreeMap<>();
                map.forEach((name, entry) -> entries.put((String) name, shown(entry)));
                yield entries.toString();
            }
            case FeelTime time -> time.time() + zone(time.zone());
            case FeelDateTime moment -> moment.dateTime() + zone(moment.zone());
            case LocalDate date -> date.toString();
            case LocalDateTime moment -> moment.toString();
            case OffsetDateTime moment -> moment.toLocalDateTime() + zone(moment.getOffset());
            case ZonedDateTime moment -> moment.toLocalDateTime() + zone(moment.getZone());
            case Duration duration -> duration.toString();
            case MonthsDuration duration -> duration.months() + " months";
            case ChronoPeriod period -> period.get(ChronoUnit.YEARS) * 12 + period.get(ChronoUnit.MONTHS) + " months";
            case FeelRange range -> shown(range.low()) + ".." + shown(range.high());
            case Range range -> shown(range.getLowEndPoint()) + ".." + shown(range.getHighEndPoint());
            case FeelFunction function -> "function";
            case org.kie.dmn.feel.runtime.FEELFunction function -> "function";
            case LocalTime time -> time.toString();
            case TemporalAccessor time -> LocalTime.from(time) + zone(ZoneId.from(time));
            default -> value.toString();
        };
    }

    private static String zone(ZoneId zone) {
        return zone == null ? "" : zone.normalized().equals(java.time.ZoneOffset.UTC) ? "Z" : zone.toString();
    }
}
