package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.SubItem;
import org.shengmo.charter.Version;
import org.shengmo.docket.Kind;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyFilter;
import org.shengmo.duty.Standing;
import org.shengmo.duty.WithdrawnDuty;
import org.shengmo.wording.Status;
import org.springframework.stereotype.Component;

/** Lights the tree of a plan: each sub-item by the duty that arose from it. */
@Component
class PlanTree {

    private static final Kind SUB_ITEM = Kind.of("charter.sub-item");

    private final Duties duties;

    PlanTree(Duties duties) {
        this.duties = duties;
    }

    TreeView of(Version version, LocalDate today) {
        if (!(version.details().text() instanceof AnnualPlan plan)) {
            return new TreeView(List.of());
        }
        Map<String, Duty> owed = new HashMap<>();
        if (version instanceof Version.InForce) {
            LocalDate first = LocalDate.of(plan.year(), 1, 1);
            duties.find(DutyFilter.ALL.ofKind(SUB_ITEM).dueBetween(first, first.plusYears(1)))
                    .forEach(duty -> owed.merge(duty.details().title(), duty, PlanTree::graver));
        }
        return new TreeView(
                plan.items().stream().map(item -> item(item, owed, today)).toList());
    }

    /** Of two duties of one sub-item the one that is still owed or was met, not the one that was withdrawn. */
    private static Duty graver(Duty one, Duty other) {
        return one instanceof WithdrawnDuty ? other : one;
    }

    private static TreeView.Item item(PlanItem item, Map<String, Duty> owed, LocalDate today) {
        List<TreeView.Leaf> leaves = item.subItems().stream()
                .map(each -> new TreeView.Leaf(each, light(each, owed, today), each.deadline()))
                .toList();
        return new TreeView.Item(
                item, TreeView.gravest(leaves.stream().map(TreeView.Leaf::light).toList(), TreeView.NONE), leaves);
    }

    private static Status light(SubItem each, Map<String, Duty> owed, LocalDate today) {
        Duty duty = owed.get(each.code() + " " + each.title());
        return duty == null ? TreeView.NONE : light(duty.standing(today));
    }

    private static Status light(Standing standing) {
        return switch (standing) {
            case LATE -> Status.late("charter.light.late");
            case MET_LATE -> Status.late("charter.light.met-late");
            case DUE_SOON -> Status.due("charter.light.due-soon");
            case IN_TIME -> Status.done("charter.light.in-time");
            case MET -> Status.done("charter.light.met");
            case WITHDRAWN -> Status.plain("charter.light.withdrawn");
        };
    }
}
