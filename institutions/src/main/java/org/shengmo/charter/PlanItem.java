package org.shengmo.charter;

import java.util.List;

/**
 * An item of the plan.
 *
 * @param code unique in the plan
 * @param title what it is about
 * @param owner the post of the leader who answers for it
 * @param leadUnit the body that leads the work
 * @param subItems what it splits into
 */
public record PlanItem(String code, String title, Named owner, Named leadUnit, List<SubItem> subItems) {

    public PlanItem {
        subItems = List.copyOf(subItems);
    }
}
