package org.shengmo.ruler.sql;

import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.sql.SqlType.Plain;

/** Comparison of values of the row, with FEEL's answers for null and for different types. */
final class SqlComparison {
    private final SqlResidual residual;

    SqlComparison(SqlResidual residual) {
        this.residual = residual;
    }

    Object compare(BinaryOperator operator, Object left, Object right) {
        boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
        if (!equality && (left == null || right == null)) {
            return null;
        }
        RowValue a = residual.reifier.of(left);
        RowValue b = residual.reifier.of(right);
        if (equality) {
            RowValue equal = equal(a, b, left, right);
            return operator == BinaryOperator.EQUAL ? equal : equal.as(Plain.TRUTH, "(NOT " + equal.text() + ")");
        }
        boolean ordered = (a.sqlType().isNumber() && b.sqlType().isNumber())
                || (a.sqlType().equals(b.sqlType()) && a.sqlType() instanceof Plain && a.sqlType() != Plain.TRUTH);
        return ordered
                ? residual.join(Plain.TRUTH, "(" + a.text() + " " + operator.symbol() + " " + b.text() + ")", a, b)
                : null;
    }

    private RowValue equal(RowValue a, RowValue b, Object left, Object right) {
        if (b.sqlType() == Plain.NOTHING) {
            return a.as(Plain.TRUTH, "(" + a.text() + " IS NULL)");
        }
        if (a.sqlType() == Plain.NOTHING) {
            return b.as(Plain.TRUTH, "(" + b.text() + " IS NULL)");
        }
        SqlType common = SqlType.common(a.sqlType(), b.sqlType());
        if (common == null) {
            return different(a, b);
        }
        if (a.sqlType().isNumber() || common instanceof Plain) {
            boolean simple = !(left instanceof RowValue) || !(right instanceof RowValue);
            return residual.join(
                    Plain.TRUTH,
                    simple
                            ? "COALESCE(" + a.text() + " = " + b.text() + ", FALSE)"
                            : "(" + a.text() + " IS NOT DISTINCT FROM " + b.text() + ")",
                    a,
                    b);
        }
        String text = "(" + residual.reifier.cast(a, common).text() + " IS NOT DISTINCT FROM "
                + residual.reifier.cast(b, common).text() + ")";
        return residual.join(Plain.TRUTH, text, a, b);
    }

    /** Values of different types: null unless one of them is null; contexts with different entries are just unequal. */
    private RowValue different(RowValue a, RowValue b) {
        String otherwise = a.type().equals(b.type())
                        || (a.sqlType() instanceof SqlType.Struct && b.sqlType() instanceof SqlType.Struct)
                ? "FALSE"
                : "NULL";
        String text = "CASE WHEN " + a.text() + " IS NULL AND " + b.text() + " IS NULL THEN TRUE WHEN " + a.text()
                + " IS NULL OR " + b.text() + " IS NULL THEN FALSE ELSE " + otherwise + " END";
        return residual.join(Plain.TRUTH, text, a, b);
    }
}
