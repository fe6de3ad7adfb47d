package org.shengmo.ruler.evaluation;

import java.time.Clock;
import org.shengmo.ruler.dmn.DecisionTable;

/** The place of an output among its column's output values. */
public final class OutputRank {
    private OutputRank() {}

    /** The place from 0, the first ranking highest; refused for a value that only the row knows. */
    public static int of(DecisionTable.Output output, Object value, Clock clock) {
        if (Residual.isUnknown(value)) {
            throw new Refusal("priority of an output that only the row knows", output.name());
        }
        Evaluator evaluator = new Evaluator(new Builtins(clock), Residual.NONE, type -> type);
        return HitPolicies.rank(evaluator, output.allowed(), value);
    }
}
