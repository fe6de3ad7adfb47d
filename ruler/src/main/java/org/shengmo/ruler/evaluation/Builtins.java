package org.shengmo.ruler.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** FEEL's built-in functions by name (DMN 1.5, 10.3.4). */
public final class Builtins {
    private final Map<String, Builtin> functions = new HashMap<>();

    /** The functions; {@code clock} answers {@code now()} and {@code today()}. */
    public Builtins(Clock clock) {
        NumberFunctions.define(this);
        StringFunctions.define(this);
        ListFunctions.define(this);
        AggregateFunctions.define(this);
        TemporalFunctions.define(this, clock);
        ContextFunctions.define(this);
        RangeFunctions.define(this);
    }

    /** The names, some of which have blanks in them. */
    public Set<String> names() {
        return Set.copyOf(functions.keySet());
    }

    FeelFunction find(String name) {
        return functions.get(name);
    }

    /** Applies the function of a name to values. */
    public Object apply(String name, List<Object> arguments) {
        return functions.get(name).apply(arguments);
    }

    /** Defines a function by its signatures: parameter names, alternatives between bars. */
    void define(String name, String signatures, Function<Arguments, Object> body) {
        functions.put(name, new Builtin(name, parse(signatures), false, body));
    }

    void variadic(String name, String signatures, Function<Arguments, Object> body) {
        functions.put(name, new Builtin(name, parse(signatures), true, body));
    }

    private static List<List<String>> parse(String signatures) {
        List<List<String>> parsed = new ArrayList<>();
        for (String signature : signatures.split("\\|", -1)) {
            parsed.add(
                    signature.isBlank()
                            ? List.of()
                            : Arrays.stream(signature.split(",", -1))
                                    .map(String::strip)
                                    .toList());
        }
        return parsed;
    }
}
