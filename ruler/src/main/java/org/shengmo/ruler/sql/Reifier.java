package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shengmo.ruler.evaluation.FeelDateTime;
import org.shengmo.ruler.evaluation.FeelTime;
import org.shengmo.ruler.evaluation.MonthsDuration;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.evaluation.Values;
import org.shengmo.ruler.sql.SqlType.Plain;

/** Turns values that are known, or partly known, into SQL. */
final class Reifier {
    private final Dialect dialect;

    Reifier(Dialect dialect) {
        this.dialect = dialect;
    }

    RowValue of(Object value) {
        return switch (value) {
            case null -> constant(Plain.NOTHING, "NULL");
            case RowValue row -> row;
            case BigDecimal number -> number(number);
            case String string -> constant(Plain.TEXT, dialect.text(string));
            case Boolean truth -> constant(Plain.TRUTH, truth ? "TRUE" : "FALSE");
            case LocalDate date -> date(date);
            case FeelTime time -> time(time);
            case FeelDateTime moment -> moment(moment);
            case Duration duration -> constant(Plain.DAYS, Long.toString(micros(duration)));
            case MonthsDuration duration -> constant(Plain.MONTHS, Long.toString(duration.months()));
            case List<?> list -> list(list);
            case Map<?, ?> context -> context(context);
            default -> throw new Refusal("a " + value.getClass().getSimpleName() + " as a value of the row", "");
        };
    }

    private static RowValue constant(SqlType type, String text) {
        return new RowValue(type, text, 0, Set.of());
    }

    private RowValue date(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new Refusal("date outside the years 1 to 9999", "");
        }
        return constant(Plain.DATE, "DATE '" + date + "'");
    }

    private RowValue number(BigDecimal number) {
        SqlType.Decimal type = typeOf(number);
        return constant(type, dialect.quoteNumber(number, type));
    }

    /** The narrowest type of a number. */
    static SqlType.Decimal typeOf(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        int scale = Math.max(0, plain.scale());
        int precision = Math.max(plain.precision() - plain.scale() + scale, scale);
        if (precision > SqlType.MOST_DIGITS) {
            throw new Refusal("number of more than " + SqlType.MOST_DIGITS + " digits: " + number, "");
        }
        return new SqlType.Decimal(Math.max(1, precision), scale);
    }

    private static RowValue time(FeelTime time) {
        if (time.zone() != null) {
            return constant(Plain.ZONED_TIME, Long.toString(Values.nanosOf(time) / 1000));
        }
        return constant(Plain.TIME, Long.toString(time.time().toNanoOfDay() / 1000));
    }

    private static RowValue moment(FeelDateTime moment) {
        if (moment.zone() != null) {
            return constant(Plain.INSTANT, Long.toString(micros(Values.instantOf(moment))));
        }
        return constant(Plain.MOMENT, Long.toString(micros(moment.dateTime())));
    }

    private static long micros(LocalDateTime moment) {
        return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), moment);
    }

    private static long micros(Duration duration) {
        try {
            return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
        } catch (ArithmeticException tooLong) {
            throw new Refusal("duration too long: " + duration, "");
        }
    }

    private RowValue list(List<?> list) {
        List<RowValue> items = new ArrayList<>();
        SqlType element = Plain.NOTHING;
        for (Object item : list) {
            RowValue row = of(item);
            element = common(element, row.sqlType());
            items.add(row);
        }
        List<String> texts = new ArrayList<>();
        for (RowValue item : items) {
            texts.add(cast(item, element).text());
        }
        SqlType type = new SqlType.ListOf(element);
        String text = items.isEmpty()
                ? "CAST(" + dialect.list(texts) + " AS " + dialect.typeName(type) + ")"
                : dialect.list(texts);
        return new RowValue(type, text, level(items), local(items));
    }

    private RowValue context(Map<?, ?> context) {
        Map<String, SqlType> types = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        List<RowValue> parts = new ArrayList<>();
        context.forEach((name, value) -> {
            RowValue part = of(value);
            parts.add(part);
            types.put((String) name, part.sqlType());
            texts.put((String) name, exact(part).text());
        });
        if (parts.isEmpty()) {
            throw new Refusal("context without entries as a value of the row", "");
        }
        return new RowValue(new SqlType.Struct(types), dialect.struct(texts), level(parts), local(parts));
    }

    /** A number with its declared digits, where literals alone would be narrower. */
    RowValue exact(RowValue value) {
        return value.sqlType() instanceof SqlType.Decimal || value.sqlType() == Plain.NOTHING
                ? value.as(value.sqlType(), "CAST(" + value.text() + " AS " + dialect.typeName(value.sqlType()) + ")")
                : value;
    }

    static SqlType common(SqlType left, SqlType right) {
        SqlType common = SqlType.common(left, right);
        if (common == null) {
            throw new Refusal("values of different types: " + left.feel() + " and " + right.feel(), "");
        }
        return common;
    }

    RowValue cast(RowValue value, SqlType type) {
        return value.sqlType().equals(type) && !(type instanceof SqlType.Decimal)
                ? value
                : value.as(type, "CAST(" + value.text() + " AS " + dialect.typeName(type) + ")");
    }

    static int level(List<RowValue> parts) {
        return parts.stream().mapToInt(RowValue::level).max().orElse(0);
    }

    static Set<String> local(List<RowValue> parts) {
        return parts.stream().flatMap(part -> part.variables().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
