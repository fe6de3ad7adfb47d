package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.SubItem;
import org.shengmo.wording.Status;

/**
 * The plan as a tree with its lights.
 *
 * @param items in the plan's order
 */
public record TreeView(List<Item> items) {

    public TreeView {
        items = List.copyOf(items);
    }

    /** An item: as late as the latest of its sub-items. */
    public record Item(PlanItem item, Status light, List<Leaf> leaves) {
        public Item {
            leaves = List.copyOf(leaves);
        }
    }

    /** A sub-item with the standing of its duty. */
    public record Leaf(SubItem subItem, Status light, LocalDate deadline) {}

    /** The gravest of some lights. */
    static Status gravest(List<Status> lights, Status otherwise) {
        return lights.stream().min(java.util.Comparator.comparing(Status::tone)).orElse(otherwise);
    }
}
