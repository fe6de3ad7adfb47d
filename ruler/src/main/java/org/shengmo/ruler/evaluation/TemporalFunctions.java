package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Functions on dates, times and durations (DMN 1.5, tables 72 and 78). */
final class TemporalFunctions {
    private TemporalFunctions() {}

    static void define(Builtins builtins, Clock clock) {
        builtins.define("date", "from | year, month, day", TemporalFunctions::date);
        builtins.define("time", "from | hour, minute, second | hour, minute, second, offset", TemporalFunctions::time);
        builtins.define(
                "date and time",
                "from | date, time | date, timezone | year, month, day, hour, minute, second"
                        + " | year, month, day, hour, minute, second, offset",
                TemporalFunctions::dateTime);
        builtins.define("duration", "from", arguments -> switch (arguments.given(0)) {
            case Duration duration -> duration;
            case MonthsDuration duration -> duration;
            default -> Temporal.duration(arguments.string(0));
        });
        builtins.define(
                "years and months duration",
                "from, to",
                arguments -> new MonthsDuration(ChronoUnit.MONTHS.between(arguments.date(0), arguments.date(1))));
        builtins.define(
                "day of year",
                "date",
                arguments -> BigDecimal.valueOf(arguments.date(0).getDayOfYear()));
        builtins.define(
                "day of week",
                "date",
                arguments -> arguments.date(0).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        builtins.define(
                "month of year",
                "date",
                arguments -> arguments.date(0).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        builtins.define(
                "week of year",
                "date",
                arguments -> BigDecimal.valueOf(arguments.date(0).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        builtins.define("now", "", arguments -> new FeelDateTime(LocalDateTime.now(clock), clock.getZone()));
        builtins.define("today", "", arguments -> LocalDate.now(clock));
    }

    private static Object date(Arguments arguments) {
        if (arguments.size() == 3) {
            return LocalDate.of(arguments.whole(0), arguments.whole(1), arguments.whole(2));
        }
        return switch (arguments.given(0)) {
            case LocalDate date -> date;
            case FeelDateTime moment -> moment.dateTime().toLocalDate();
            default -> Temporal.date(arguments.string(0));
        };
    }

    private static Object time(Arguments arguments) {
        if (arguments.size() >= 3) {
            return clock(arguments, 0);
        }
        return switch (arguments.given(0)) {
            case FeelTime time -> time;
            case FeelDateTime moment -> new FeelTime(moment.dateTime().toLocalTime(), moment.zone());
            case LocalDate date -> new FeelTime(LocalTime.MIDNIGHT, ZoneOffset.UTC);
            default -> Temporal.time(arguments.string(0));
        };
    }

    private static FeelTime clock(Arguments arguments, int from) {
        Duration seconds = Arithmetic.ofSeconds(arguments.number(from + 2));
        if (seconds.isNegative() || seconds.getSeconds() > 59) {
            throw new Fault("seconds out of range");
        }
        LocalTime time = LocalTime.of(
                arguments.whole(from), arguments.whole(from + 1), (int) seconds.getSeconds(), seconds.getNano());
        Object offset = arguments.any(from + 3);
        if (offset == null) {
            return new FeelTime(time, null);
        }
        if (!(offset instanceof Duration duration)) {
            throw new Fault("offset expected");
        }
        return new FeelTime(time, ZoneOffset.ofTotalSeconds((int) duration.toSeconds()));
    }

    private static Object dateTime(Arguments arguments) {
        if (arguments.size() >= 6) {
            FeelTime time = clock(arguments, 3);
            LocalDate date = LocalDate.of(arguments.whole(0), arguments.whole(1), arguments.whole(2));
            return new FeelDateTime(date.atTime(time.time()), time.zone());
        }
        if (arguments.size() == 2) {
            if (arguments.any(1) instanceof String zone) {
                return new FeelDateTime(
                        arguments.any(0) instanceof FeelDateTime moment
                                ? moment.dateTime()
                                : arguments.date(0).atTime(LocalTime.MIDNIGHT),
                        java.time.ZoneId.of(zone));
            }
            if (!(arguments.any(1) instanceof FeelTime time)) {
                return null;
            }
            return new FeelDateTime(arguments.date(0).atTime(time.time()), time.zone());
        }
        return switch (arguments.given(0)) {
            case FeelDateTime moment -> moment;
            case LocalDate date -> null;
            default -> Temporal.dateTime(arguments.string(0));
        };
    }
}
