package org.shengmo.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Number::toString of ECMAScript (ECMA-262 section 6.1.6.1.20), which RFC 8785 prescribes for numbers. */
final class EcmaScriptNumber {

    private EcmaScriptNumber() {}

    static String format(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new MalformedException("JSON has no number for " + number);
        }
        if (number == 0) {
            return "0";
        }
        return number < 0 ? "-" + positive(-number) : positive(number);
    }

    private static String positive(double number) {
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String fraction = k == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (n > 0 ? "+" : "-") + Math.abs(n - 1);
    }

    /** The JDK gives the shortest digits, but two at least where one would do (JDK-4511638): 4.9E-324 for 5e-324. */
    private static BigDecimal shortest(double number) {
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (digits.precision() != 2) {
            return digits;
        }
        BigDecimal one =
                digits.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return one.doubleValue() == number ? one : digits;
    }
}
