package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;

/**
 * A sub-item of the plan.
 *
 * @param code unique in the plan
 * @param title the task
 * @param measure how it is done and what shows that it is done
 * @param owner the post of the leader who owes it
 * @param leadUnit the body that leads the work
 * @param supportingUnits the bodies that support it
 * @param deadline the last day
 */
public record SubItem(
        String code,
        String title,
        String measure,
        Named owner,
        Named leadUnit,
        List<Named> supportingUnits,
        LocalDate deadline) {

    public SubItem {
        supportingUnits = List.copyOf(supportingUnits);
    }
}
