package org.shengmo.consequence.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.shengmo.consequence.Recovery;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A recovery as its pages show it.
 *
 * @param arrears what should have been paid by today and was not
 */
public record RecoveryView(Recovery recovery, Status status, BigDecimal arrears) {

    static RecoveryView of(Recovery recovery, LocalDate today) {
        return switch (recovery) {
            case Recovery.Open open -> {
                BigDecimal arrears = open.arrears(today);
                yield new RecoveryView(
                        recovery,
                        arrears.signum() > 0
                                ? Status.late("consequence.recovery.state.arrears")
                                : Status.plain("consequence.recovery.state.open"),
                        arrears);
            }
            case Recovery.Settled settled ->
                new RecoveryView(recovery, Status.done("consequence.recovery.state.settled"), BigDecimal.ZERO);
            case Recovery.WrittenOff given ->
                new RecoveryView(recovery, Status.plain("consequence.recovery.state.written-off"), BigDecimal.ZERO);
        };
    }

    /** Its page. */
    public String href() {
        return "/recoveries/" + recovery.id();
    }

    /** What sort it is. */
    public Text kind() {
        return Text.of("consequence.recovery.kind." + recovery.details().kind().code());
    }
}
