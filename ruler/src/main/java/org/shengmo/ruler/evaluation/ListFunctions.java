package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** List functions (DMN 1.5, table 75) that keep, move or find elements. */
final class ListFunctions {
    private ListFunctions() {}

    static void define(Builtins builtins) {
        builtins.define(
                "list contains", "list, element", arguments -> indexOf(arguments.list(0), arguments.any(1)) >= 0);
        builtins.define(
                "count",
                "list",
                arguments -> BigDecimal.valueOf(arguments.list(0).size()));
        builtins.define("sublist", "list, start position | list, start position, length", ListFunctions::sublist);
        builtins.variadic("append", "list, item", ListFunctions::append);
        builtins.variadic("concatenate", "list", ListFunctions::concatenate);
        builtins.variadic("union", "list", arguments -> distinct(union(arguments)));
        builtins.define("distinct values", "list", arguments -> distinct(arguments.list(0)));
        builtins.define("flatten", "list", arguments -> flatten(arguments.list(0), new ArrayList<>()));
        builtins.define("reverse", "list", arguments -> reverse(arguments.list(0)));
        builtins.define("insert before", "list, position, newItem", ListFunctions::insert);
        builtins.define("remove", "list, position", ListFunctions::remove);
        builtins.define("list replace", "list, position, newItem | list, match, newItem", ListFunctions::replace);
        builtins.define("index of", "list, match", ListFunctions::indexes);
        builtins.define("sort", "list, precedes | list", ListFunctions::sort);
    }

    private static int indexOf(List<Object> list, Object element) {
        for (int index = 0; index < list.size(); index++) {
            if (Boolean.TRUE.equals(Values.equal(list.get(index), element))) {
                return index;
            }
        }
        return -1;
    }

    /** The index from 0 that a position from 1, or from the end if negative, means. */
    private static int index(int position, int size) {
        int index = position > 0 ? position - 1 : size + position;
        if (position == 0 || index < 0 || index >= size) {
            throw new Fault("no element " + position);
        }
        return index;
    }

    private static List<Object> sublist(Arguments arguments) {
        List<Object> list = arguments.list(0);
        int from = index(arguments.whole(1), list.size());
        int length = arguments.has(2) && arguments.any(2) != null ? arguments.whole(2) : list.size() - from;
        if (length < 1 || from + length > list.size()) {
            return null;
        }
        return new ArrayList<>(list.subList(from, from + length));
    }

    private static List<Object> append(Arguments arguments) {
        List<Object> result = new ArrayList<>(arguments.list(0));
        result.addAll(arguments.values().subList(1, arguments.size()));
        return result;
    }

    private static List<Object> concatenate(Arguments arguments) {
        List<Object> result = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            result.addAll(arguments.list(index));
        }
        return result;
    }

    private static List<Object> union(Arguments arguments) {
        List<Object> result = new ArrayList<>();
        for (Object argument : arguments.values()) {
            if (argument instanceof List<?> list) {
                result.addAll(list);
            } else {
                result.add(argument);
            }
        }
        return result;
    }

    static List<Object> distinct(List<Object> list) {
        List<Object> result = new ArrayList<>();
        for (Object item : list) {
            if (indexOf(result, item) < 0) {
                result.add(item);
            }
        }
        return result;
    }

    private static List<Object> flatten(List<?> list, List<Object> into) {
        for (Object item : list) {
            if (item instanceof List<?> nested) {
                flatten(nested, into);
            } else {
                into.add(item);
            }
        }
        return into;
    }

    private static List<Object> reverse(List<Object> list) {
        List<Object> result = new ArrayList<>(list);
        Collections.reverse(result);
        return result;
    }

    private static List<Object> insert(Arguments arguments) {
        List<Object> result = new ArrayList<>(arguments.list(0));
        result.add(index(arguments.whole(1), result.size()), arguments.any(2));
        return result;
    }

    private static List<Object> remove(Arguments arguments) {
        List<Object> result = new ArrayList<>(arguments.list(0));
        result.remove(index(arguments.whole(1), result.size()));
        return result;
    }

    private static List<Object> replace(Arguments arguments) {
        List<Object> result = new ArrayList<>(arguments.list(0));
        if (arguments.any(1) instanceof FeelFunction match) {
            if (match.signatures().get(0).size() != 2) {
                return null;
            }
            for (int index = 0; index < result.size(); index++) {
                Object matched = match.apply(Arguments.of(result.get(index), arguments.any(2)));
                if (!(matched instanceof Boolean)) {
                    return null;
                }
                if (matched.equals(true)) {
                    result.set(index, arguments.any(2));
                }
            }
            return result;
        }
        result.set(index(arguments.whole(1), result.size()), arguments.any(2));
        return result;
    }

    private static List<Object> indexes(Arguments arguments) {
        List<Object> result = new ArrayList<>();
        List<Object> list = arguments.list(0);
        for (int index = 0; index < list.size(); index++) {
            if (Boolean.TRUE.equals(Values.equal(list.get(index), arguments.any(1)))) {
                result.add(BigDecimal.valueOf(index + 1L));
            }
        }
        return result;
    }

    private static List<Object> sort(Arguments arguments) {
        List<Object> result = new ArrayList<>(arguments.list(0));
        FeelFunction precedes = arguments.has(1) ? arguments.function(1) : null;
        if (precedes != null && precedes.signatures().stream().noneMatch(parameters -> parameters.size() == 2)) {
            return null;
        }
        result.sort((left, right) -> {
            if (precedes == null) {
                Integer order = Values.order(left, right);
                if (order == null) {
                    throw new Fault("no order");
                }
                return order;
            }
            if (Boolean.TRUE.equals(precedes.apply(Arguments.of(left, right)))) {
                return -1;
            }
            return Boolean.TRUE.equals(precedes.apply(Arguments.of(right, left))) ? 1 : 0;
        });
        return result;
    }
}
