package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries of contexts and properties of dates, times, durations and ranges (DMN 1.5, table 65). */
final class Properties {
    private Properties() {}

    static Object of(Object source, String name, Residual residual) {
        return switch (source) {
            case null -> null;
            case Unknown unknown -> residual.property(unknown, name);
            case Map<?, ?> context -> context.get(name);
            case List<?> list -> {
                List<Object> values = new ArrayList<>();
                for (Object item : list) {
                    values.add(of(item, name, residual));
                }
                yield values;
            }
            case FeelRange range -> range(range, name);
            case LocalDate date -> date(date, name);
            case FeelTime time -> time(time.time(), time.zone(), LocalDate.EPOCH, name);
            case FeelDateTime moment -> {
                LocalDateTime dateTime = moment.dateTime();
                Object date = date(dateTime.toLocalDate(), name);
                yield date != null ? date : time(dateTime.toLocalTime(), moment.zone(), dateTime.toLocalDate(), name);
            }
            case Duration duration -> duration(duration, name);
            case MonthsDuration duration -> months(duration.months(), name);
            default -> null;
        };
    }

    private static Object range(FeelRange range, String name) {
        return switch (name) {
            case "start" -> range.low();
            case "end" -> range.high();
            case "start included" -> range.lowIncluded();
            case "end included" -> range.highIncluded();
            default -> null;
        };
    }

    private static Object date(LocalDate date, String name) {
        return switch (name) {
            case "year" -> number(date.getYear());
            case "month" -> number(date.getMonthValue());
            case "day" -> number(date.getDayOfMonth());
            case "weekday" -> number(date.getDayOfWeek().getValue());
            default -> null;
        };
    }

    private static Object time(LocalTime time, ZoneId zone, LocalDate day, String name) {
        return switch (name) {
            case "hour" -> number(time.getHour());
            case "minute" -> number(time.getMinute());
            case "second" -> number(time.getSecond());
            case "time offset" ->
                zone == null
                        ? null
                        : Duration.ofSeconds(
                                zone.getRules().getOffset(day.atTime(time)).getTotalSeconds());
            case "timezone" -> zone == null || zone instanceof ZoneOffset ? null : zone.getId();
            default -> null;
        };
    }

    private static Object duration(Duration duration, String name) {
        long sign = duration.isNegative() ? -1 : 1;
        Duration positive = duration.abs();
        return switch (name) {
            case "days" -> number(sign * positive.toDaysPart());
            case "hours" -> number(sign * positive.toHoursPart());
            case "minutes" -> number(sign * positive.toMinutesPart());
            case "seconds" ->
                BigDecimal.valueOf(positive.toSecondsPart())
                        .add(BigDecimal.valueOf(positive.toNanosPart(), 9))
                        .multiply(BigDecimal.valueOf(sign))
                        .stripTrailingZeros();
            default -> null;
        };
    }

    private static Object months(long months, String name) {
        return switch (name) {
            case "years" -> number(months / 12);
            case "months" -> number(months % 12);
            default -> null;
        };
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
