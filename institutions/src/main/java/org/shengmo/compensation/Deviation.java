package org.shengmo.compensation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** A line that was not paid as the standard says, or not as its like. It is closed when accepted or corrected. */
public sealed interface Deviation permits Deviation.Open, Deviation.Explained, Deviation.Accepted, Deviation.Corrected {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Nobody has said why. */
    record Open(Details details) implements Deviation {}

    /** Somebody has said why; somebody else decides whether that holds. */
    record Explained(Details details, Explanation explanation) implements Deviation {}

    /** The explanation holds. */
    record Accepted(Details details, Explanation explanation, LocalDate on) implements Deviation {}

    /** What was paid was put right. */
    record Corrected(Details details, BigDecimal amountNow, String how, LocalDate on) implements Deviation {}

    /** Why it was paid otherwise. */
    record Explanation(String text, LocalDate on, UUID by) {}

    /**
     * What it is.
     *
     * @param item land or structure
     * @param line the parcel's or structure's number
     * @param findings what the tables answered, as codes
     * @param area in square metres
     * @param paid yuan
     * @param computed yuan by the standard; empty where the paid amount agrees with it or it has no price
     * @param usual what most of its like got a square metre, where it got another price
     */
    record Details(
            UUID id,
            long number,
            UUID run,
            String item,
            String line,
            String township,
            String village,
            List<String> findings,
            BigDecimal area,
            BigDecimal paid,
            Optional<BigDecimal> computed,
            Optional<BigDecimal> usual) {

        public Details {
            findings = List.copyOf(findings);
        }

        /** What it should have been: by the standard, else as its like. */
        public Optional<BigDecimal> due() {
            return computed.or(() -> usual.map(price -> price.multiply(area).setScale(2, RoundingMode.HALF_UP)));
        }

        /** Yuan a square metre of an amount. */
        public BigDecimal unit(BigDecimal amount) {
            return area.signum() == 0 ? BigDecimal.ZERO : amount.divide(area, 2, RoundingMode.HALF_UP);
        }

        /** As the subject of docket entries. */
        public Subject asSubject() {
            return new Subject("compensation.deviation", id);
        }
    }
}
