package org.shengmo.ruler.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.feel.FeelType.Simple;
import org.shengmo.ruler.sql.SqlType.Plain;

/** Conformance of the types of rows. */
final class SqlTypes {
    private SqlTypes() {}

    static boolean conforms(FeelType found, FeelType wanted) {
        FeelType type = wanted instanceof FeelType.Restricted restricted ? restricted.base() : wanted;
        if (type instanceof FeelType.Restricted) {
            return conforms(found, type);
        }
        if (found == Simple.NULL || type == Simple.ANY || type instanceof FeelType.Named) {
            return true;
        }
        return switch (type) {
            case FeelType.ListOf list ->
                found instanceof FeelType.ListOf other && conforms(other.element(), list.element());
            case FeelType.ContextOf context ->
                found instanceof FeelType.ContextOf other
                        && context.entries().entrySet().stream()
                                .allMatch(entry -> other.entries().containsKey(entry.getKey())
                                        && conforms(other.entries().get(entry.getKey()), entry.getValue()));
            default -> found.equals(type);
        };
    }

    /** A column type for values of a FEEL type of which nothing more is known. */
    static SqlType column(FeelType type) {
        return switch (type) {
            case FeelType.ListOf list -> new SqlType.ListOf(column(list.element()));
            case FeelType.Restricted restricted -> column(restricted.base());
            case FeelType.ContextOf context -> {
                Map<String, SqlType> fields = new LinkedHashMap<>();
                context.entries().forEach((name, entry) -> fields.put(name, column(entry)));
                yield fields.isEmpty() ? Plain.NOTHING : new SqlType.Struct(fields);
            }
            case Simple simple ->
                switch (simple) {
                    case NUMBER -> new SqlType.Decimal(18, 6);
                    case STRING -> Plain.TEXT;
                    case BOOLEAN -> Plain.TRUTH;
                    case DATE -> Plain.DATE;
                    case TIME -> Plain.TIME;
                    case DATE_TIME -> Plain.MOMENT;
                    case DAYS_DURATION -> Plain.DAYS;
                    case MONTHS_DURATION -> Plain.MONTHS;
                    case ANY, NULL -> Plain.NOTHING;
                };
            default -> Plain.NOTHING;
        };
    }
}
