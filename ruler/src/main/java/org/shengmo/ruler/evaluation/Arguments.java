package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Arguments of a built-in function, each read as the type that the function needs; anything else is a {@link Fault}. */
record Arguments(List<Object> values) {
    int size() {
        return values.size();
    }

    boolean has(int index) {
        return index < values.size();
    }

    Object any(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    /** The argument, which may be of several types but not null. */
    Object given(int index) {
        Object value = any(index);
        if (value == null) {
            throw new Fault("value expected");
        }
        return value;
    }

    /** The argument, a list of one standing for its element. */
    private Object single(int index) {
        Object value = any(index);
        return value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }

    private <T> T typed(int index, Class<T> type) {
        Object value = single(index);
        if (!type.isInstance(value)) {
            throw new Fault(type.getSimpleName() + " expected");
        }
        return type.cast(value);
    }

    BigDecimal number(int index) {
        return typed(index, BigDecimal.class);
    }

    int whole(int index) {
        return number(index).setScale(0, RoundingMode.DOWN).intValueExact();
    }

    String string(int index) {
        return typed(index, String.class);
    }

    String stringOr(int index, String otherwise) {
        return any(index) == null ? otherwise : string(index);
    }

    LocalDate date(int index) {
        Object value = single(index);
        if (value instanceof FeelDateTime moment) {
            return moment.dateTime().toLocalDate();
        }
        return typed(index, LocalDate.class);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> context(int index) {
        return (Map<String, Object>) typed(index, Map.class);
    }

    FeelRange range(int index) {
        return typed(index, FeelRange.class);
    }

    FeelFunction function(int index) {
        return typed(index, FeelFunction.class);
    }

    /** A list; a single value stands for a list of one. */
    @SuppressWarnings("unchecked")
    List<Object> list(int index) {
        Object value = any(index);
        if (value == null) {
            throw new Fault("list expected");
        }
        return value instanceof List<?> list ? (List<Object>) list : Collections.singletonList(value);
    }

    /** The one list given, or all arguments. */
    List<Object> listOrAll() {
        return values.size() == 1 ? list(0) : values;
    }

    List<BigDecimal> numbers() {
        return listOrAll().stream()
                .map(value -> value instanceof BigDecimal number ? number : fault())
                .toList();
    }

    private static BigDecimal fault() {
        throw new Fault("number expected");
    }

    static List<Object> of(Object... values) {
        return Arrays.asList(values);
    }
}
