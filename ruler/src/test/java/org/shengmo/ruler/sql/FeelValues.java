package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.evaluation.FeelDateTime;
import org.shengmo.ruler.evaluation.FeelTime;
import org.shengmo.ruler.evaluation.MonthsDuration;
import org.shengmo.ruler.evaluation.Values;

/** An engine's values as FEEL's, and comparison as the kit's runners compare. */
final class FeelValues {
    /** What the kit's own runner allows between numbers. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.00000001");

    private FeelValues() {}

    @SuppressWarnings("unchecked")
    static Object of(Object value, SqlType type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case SqlType.Decimal decimal -> new BigDecimal(value.toString());
            case SqlType.ListOf list -> {
                List<Object> items = new ArrayList<>();
                ((List<Object>) value).forEach(item -> items.add(of(item, list.element())));
                yield items;
            }
            case SqlType.Struct struct -> {
                Map<String, Object> context = new LinkedHashMap<>();
                struct.fields()
                        .forEach((name, field) ->
                                context.put(name, of(((Map<String, Object>) value).get(name), field)));
                yield context;
            }
            case SqlType.Plain plain ->
                switch (plain) {
                    case APPROXIMATE -> new BigDecimal(value.toString());
                    case TIME ->
                        new FeelTime(
                                value instanceof LocalTime time
                                        ? time
                                        : LocalTime.ofNanoOfDay(((Number) value).longValue() * 1000),
                                null);
                    case MOMENT ->
                        new FeelDateTime(
                                value instanceof LocalDateTime moment
                                        ? moment
                                        : LocalDateTime.of(1970, 1, 1, 0, 0)
                                                .plus(Duration.ofNanos(((Number) value).longValue() * 1000)),
                                null);
                    case INSTANT ->
                        new FeelDateTime(
                                value instanceof java.time.OffsetDateTime moment
                                        ? moment.toLocalDateTime()
                                        : LocalDateTime.of(1970, 1, 1, 0, 0)
                                                .plus(Duration.ofNanos(((Number) value).longValue() * 1000)),
                                java.time.ZoneOffset.UTC);
                    case ZONED_TIME ->
                        new FeelTime(
                                LocalTime.ofNanoOfDay(
                                        Math.floorMod(((Number) value).longValue(), 86_400_000_000L) * 1000),
                                java.time.ZoneOffset.UTC);
                    case DAYS -> Duration.ofNanos(((Number) value).longValue() * 1000);
                    case MONTHS -> new MonthsDuration(((Number) value).longValue());
                    case DATE -> (LocalDate) value;
                    default -> value;
                };
        };
    }

    static boolean same(Object expected, Object actual) {
        if (expected instanceof BigDecimal a && actual instanceof BigDecimal b) {
            return a.subtract(b).abs().compareTo(TOLERANCE) < 0;
        }
        if (expected instanceof List<?> a && actual instanceof List<?> b) {
            Iterator<?> other = b.iterator();
            return a.size() == b.size() && a.stream().allMatch(item -> same(item, other.next()));
        }
        if (expected instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(entry -> same(entry.getValue(), b.get(entry.getKey())));
        }
        if (expected == null && actual instanceof Map<?, ?> b) {
            return b.values().stream().allMatch(value -> value == null);
        }
        return Boolean.TRUE.equals(Values.equal(expected, actual));
    }
}
