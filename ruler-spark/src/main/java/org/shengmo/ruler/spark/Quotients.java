package org.shengmo.ruler.spark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.shengmo.ruler.sql.SparkDialect;
import org.shengmo.ruler.sql.SqlType;

/** Quotients of decimals rounded once, halves away from zero; null for a divisor of zero. */
final class Quotients {
    private static final int MOST_PLACES = 20;

    private Quotients() {}

    static void register(SparkSession session) {
        for (int places = 0; places <= MOST_PLACES; places++) {
            session.udf()
                    .register(
                            SparkDialect.QUOTIENT + places,
                            of(places),
                            DataTypes.createDecimalType(SqlType.MOST_DIGITS, places));
        }
    }

    private static UDF2<BigDecimal, BigDecimal, BigDecimal> of(int places) {
        return (dividend, divisor) -> dividend == null || divisor == null || divisor.signum() == 0
                ? null
                : dividend.divide(divisor, places, RoundingMode.HALF_UP);
    }
}
