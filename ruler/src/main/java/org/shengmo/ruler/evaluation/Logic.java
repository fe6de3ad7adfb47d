package org.shengmo.ruler.evaluation;

import java.util.Objects;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.FeelType;

/** Three-valued logic over values that may be unknown. */
final class Logic {
    private final Residual residual;

    Logic(Residual residual) {
        this.residual = residual;
    }

    Object and(Object left, Object right) {
        if (Objects.equals(left, false) || Objects.equals(right, false)) {
            return false;
        }
        return connect(BinaryOperator.AND, true, left, right);
    }

    Object or(Object left, Object right) {
        if (Objects.equals(left, true) || Objects.equals(right, true)) {
            return true;
        }
        return connect(BinaryOperator.OR, false, left, right);
    }

    private Object connect(BinaryOperator operator, boolean neutral, Object left, Object right) {
        Object a = truth(left);
        Object b = truth(right);
        if (a instanceof Unknown || b instanceof Unknown) {
            if (Objects.equals(a, neutral)) {
                return b;
            }
            return Objects.equals(b, neutral) ? a : residual.binary(operator, a, b);
        }
        return operator == BinaryOperator.AND ? Values.and(a, b) : Values.or(a, b);
    }

    /** Anything but a boolean counts as null. */
    private static Object truth(Object value) {
        if (value instanceof Unknown unknown) {
            return unknown.type() == FeelType.Simple.BOOLEAN ? value : null;
        }
        return value instanceof Boolean ? value : null;
    }

    Object not(Object value) {
        return value instanceof Unknown ? residual.not(value) : value instanceof Boolean truth ? !truth : null;
    }
}
