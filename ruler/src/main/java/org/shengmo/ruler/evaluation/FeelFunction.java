package org.shengmo.ruler.evaluation;

import java.util.List;

/** A function as a value. */
public interface FeelFunction {
    /** The signatures by parameter names; a built-in function may have several. */
    List<List<String>> signatures();

    /** Applies the function to arguments by position. */
    Object apply(List<Object> arguments);
}
