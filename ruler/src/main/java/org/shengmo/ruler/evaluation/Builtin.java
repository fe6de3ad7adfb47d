package org.shengmo.ruler.evaluation;

import java.util.List;
import java.util.function.Function;

/** A built-in function: its signatures by parameter names, and whether it takes any number of arguments. */
record Builtin(String name, List<List<String>> signatures, boolean variadic, Function<Arguments, Object> body)
        implements FeelFunction {
    @Override
    public Object apply(List<Object> arguments) {
        if (!variadic && signatures.stream().noneMatch(parameters -> parameters.size() == arguments.size())) {
            return null;
        }
        try {
            return body.apply(new Arguments(arguments));
        } catch (Fault | ArithmeticException | java.time.DateTimeException undefined) {
            return null;
        }
    }
}
