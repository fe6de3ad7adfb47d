package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes dates, times and durations as FEEL does (ISO 8601 and XML Schema); a text that isn't one gives null. */
final class Temporal {
    private static final Pattern DATE = Pattern.compile("(-?(?:[1-9]\\d{4,8}|\\d{4}))-(\\d\\d)-(\\d\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9})\\d*)?(Z|z|[+-]\\d\\d:\\d\\d(?::\\d\\d)?|@[A-Za-z0-9_+/-]+)?");
    private static final Pattern DAYS =
            Pattern.compile("(-)?P(?:(\\d+)D)?(T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d*)?)S)?)?");
    private static final Pattern MONTHS = Pattern.compile("(-)?P(?:(\\d+)Y)?(?:(\\d+)M)?");

    private Temporal() {}

    static LocalDate date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static FeelTime time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            String fraction = matcher.group(4);
            int nanos = fraction == null
                    ? 0
                    : new BigDecimal("0." + fraction).movePointRight(9).intValueExact();
            LocalTime time = LocalTime.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    nanos);
            return new FeelTime(time, zone(matcher.group(5)));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static ZoneId zone(String text) {
        if (text == null) {
            return null;
        }
        return text.startsWith("@") ? ZoneId.of(text.substring(1)) : ZoneOffset.of(text.toUpperCase(Locale.ROOT));
    }

    static FeelDateTime dateTime(String text) {
        int separator = text.indexOf('T');
        if (separator < 0) {
            LocalDate date = date(text);
            return date == null ? null : new FeelDateTime(date.atTime(LocalTime.MIDNIGHT), null);
        }
        LocalDate date = date(text.substring(0, separator));
        FeelTime time = time(text.substring(separator + 1));
        return date == null || time == null ? null : new FeelDateTime(LocalDateTime.of(date, time.time()), time.zone());
    }

    static Object duration(String text) {
        try {
            Matcher months = MONTHS.matcher(text);
            if (months.matches() && (months.group(2) != null || months.group(3) != null)) {
                long total = Math.addExact(Math.multiplyExact(number(months.group(2)), 12L), number(months.group(3)));
                return new MonthsDuration(months.group(1) == null ? total : -total);
            }
            Matcher days = DAYS.matcher(text);
            if (!days.matches() || text.endsWith("P") || text.endsWith("T")) {
                return null;
            }
            BigDecimal seconds = BigDecimal.valueOf(number(days.group(2)))
                    .multiply(BigDecimal.valueOf(86_400))
                    .add(BigDecimal.valueOf(number(days.group(4))).multiply(BigDecimal.valueOf(3600)))
                    .add(BigDecimal.valueOf(number(days.group(5))).multiply(BigDecimal.valueOf(60)))
                    .add(days.group(6) == null ? BigDecimal.ZERO : new BigDecimal(days.group(6)));
            return Arithmetic.ofSeconds(days.group(1) == null ? seconds : seconds.negate());
        } catch (ArithmeticException | NumberFormatException outOfRange) {
            return null;
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** The value of {@code @"…"}. */
    static Object at(String text) {
        if (text.startsWith("P") || text.startsWith("-P")) {
            return duration(text);
        }
        if (text.indexOf('T') > 0 && text.indexOf(':') > text.indexOf('T')) {
            return dateTime(text);
        }
        LocalDate date = date(text);
        return date != null ? date : time(text);
    }

    static String format(FeelTime value) {
        return clock(value.time()) + zone(value.zone());
    }

    static String format(FeelDateTime value) {
        return format(value.dateTime().toLocalDate()) + "T"
                + clock(value.dateTime().toLocalTime()) + zone(value.zone());
    }

    static String format(LocalDate date) {
        String text = date.toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }

    private static String zone(ZoneId zone) {
        return zone == null ? "" : zone instanceof ZoneOffset ? zone.getId() : "@" + zone.getId();
    }

    private static String clock(LocalTime time) {
        String seconds =
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return time.getNano() == 0
                ? seconds
                : seconds
                        + "."
                        + String.format(Locale.ROOT, "%09d", time.getNano()).replaceAll("0+$", "");
    }

    static String format(MonthsDuration duration) {
        long months = Math.abs(duration.months());
        if (months == 0) {
            return "P0M";
        }
        return (duration.months() < 0 ? "-P" : "P")
                + (months >= 12 ? months / 12 + "Y" : "")
                + (months % 12 > 0 ? months % 12 + "M" : "");
    }

    static String format(Duration duration) {
        if (duration.isZero()) {
            return "PT0S";
        }
        Duration positive = duration.abs();
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-P" : "P");
        if (positive.toDaysPart() > 0) {
            text.append(positive.toDaysPart()).append('D');
        }
        StringBuilder time = new StringBuilder();
        if (positive.toHoursPart() > 0) {
            time.append(positive.toHoursPart()).append('H');
        }
        if (positive.toMinutesPart() > 0) {
            time.append(positive.toMinutesPart()).append('M');
        }
        if (positive.toSecondsPart() > 0 || positive.toNanosPart() > 0) {
            BigDecimal seconds =
                    BigDecimal.valueOf(positive.toSecondsPart()).add(BigDecimal.valueOf(positive.toNanosPart(), 9));
            time.append(seconds.stripTrailingZeros().toPlainString()).append('S');
        }
        return time.isEmpty() ? text.toString() : text.append('T').append(time).toString();
    }
}
