package org.shengmo.ruler.evaluation;

import java.util.List;
import java.util.Map;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelSyntaxException;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.feel.FeelType.Simple;
import org.shengmo.ruler.feel.Parser;

/** Conformance and implicit conversions (DMN 1.5, 10.3.2.9.3 and 10.3.2.9.4). */
final class Coercion {
    private final Evaluator evaluator;

    Coercion(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The value as the type asks, or null where it doesn't conform. */
    Object to(Object value, FeelType type) {
        if (type == null || type == Simple.ANY || value == null) {
            return value;
        }
        if (value instanceof Unknown) {
            return evaluator.residual.coerce(value, type);
        }
        if (conforms(value, type)) {
            return value;
        }
        if (value instanceof List<?> list && list.size() == 1 && !(unrestricted(type) instanceof FeelType.ListOf)) {
            return to(list.get(0), type);
        }
        if (unrestricted(type) instanceof FeelType.ListOf list && !(value instanceof List<?>)) {
            Object element = to(value, list.element());
            List<Object> single = element == null ? null : List.of(element);
            return single != null && conforms(single, type) ? single : null;
        }
        if (value instanceof java.time.LocalDate date && unrestricted(type) == Simple.DATE_TIME) {
            return Values.atStart(date);
        }
        return null;
    }

    static FeelType unrestricted(FeelType type) {
        return type instanceof FeelType.Restricted restricted ? unrestricted(restricted.base()) : type;
    }

    /** Whether a value is of a type; null is of every type. */
    boolean conforms(Object value, FeelType type) {
        if (value == null) {
            return true;
        }
        if (value instanceof Unknown unknown) {
            return conformsType(unknown.type(), type);
        }
        return switch (type) {
            case Simple simple -> simple == Simple.ANY || Values.typeOf(value) == simple;
            case FeelType.ListOf list ->
                value instanceof List<?> items && items.stream().allMatch(item -> conforms(item, list.element()));
            case FeelType.ContextOf context ->
                value instanceof Map<?, ?> entries
                        && context.entries().entrySet().stream()
                                .allMatch(entry -> entries.containsKey(entry.getKey())
                                        && conforms(entries.get(entry.getKey()), entry.getValue()));
            case FeelType.RangeOf range ->
                value instanceof FeelRange found
                        && conforms(found.low(), range.bound())
                        && conforms(found.high(), range.bound());
            case FeelType.FunctionOf function -> value instanceof FeelFunction found && isFunction(found, function);
            case FeelType.Restricted restricted -> conforms(value, restricted.base()) && allowed(value, restricted);
            case FeelType.Named named -> true;
        };
    }

    private static boolean isFunction(FeelFunction found, FeelType.FunctionOf type) {
        return type.parameters().isEmpty()
                || found.signatures().stream()
                        .anyMatch(parameters ->
                                parameters.size() == type.parameters().size());
    }

    /** What an unknown value's type tells: an element whose parts aren't known by type conforms. */
    static boolean conformsType(FeelType found, FeelType wanted) {
        FeelType type = unrestricted(wanted);
        if (found == Simple.ANY || found == Simple.NULL || type == Simple.ANY || type instanceof FeelType.Named) {
            return true;
        }
        return switch (type) {
            case FeelType.ListOf list ->
                found instanceof FeelType.ListOf other && conformsType(other.element(), list.element());
            case FeelType.ContextOf context ->
                found instanceof FeelType.ContextOf other
                        && context.entries().entrySet().stream()
                                .allMatch(entry -> other.entries().containsKey(entry.getKey())
                                        && conformsType(other.entries().get(entry.getKey()), entry.getValue()));
            default -> found.equals(type);
        };
    }

    private boolean allowed(Object value, FeelType.Restricted type) {
        try {
            Expression tests = Parser.unaryTests(type.allowed(), evaluator.builtins.names());
            Object result = evaluator.evaluate(tests, Scope.of(Map.of()).with("?", value));
            return Boolean.TRUE.equals(result);
        } catch (FeelSyntaxException notFeel) {
            throw new Refusal("allowed values not readable: " + notFeel.getMessage(), "");
        }
    }

    /** The answer of {@code instance of}. */
    Object isInstance(Object value, FeelType type) {
        if (value == null) {
            return type == Simple.NULL;
        }
        return type != Simple.NULL && conforms(value, type);
    }
}
