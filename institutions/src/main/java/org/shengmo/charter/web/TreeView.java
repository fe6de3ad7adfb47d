package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shengmo.charter.Named;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.SubItem;
import org.shengmo.wording.Status;

/**
 * A plan as a tree with lights.
 *
 * @param items in the plan's order
 */
public record TreeView(List<Item> items) {

    static final Status NONE = Status.plain("charter.light.none");

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
    public record Leaf(SubItem subItem, Status light, LocalDate deadline) {

        /** The lead unit and those that support it. */
        public List<String> units() {
            return Stream.concat(Stream.of(subItem.leadUnit()), subItem.supportingUnits().stream())
                    .map(Named::name)
                    .toList();
        }
    }

    /**
     * What one leader or unit has in the plan.
     *
     * @param light the gravest of its lights
     * @param all how many sub-items
     */
    public record Group(String name, Status light, long late, long due, long done, int all) {}

    /** All sub-items, in the plan's order. */
    public List<Leaf> leaves() {
        return items.stream().flatMap(item -> item.leaves().stream()).toList();
    }

    /** How many sub-items have a light of a tone. */
    public long count(Status.Tone tone) {
        return leaves().stream().filter(leaf -> leaf.light().tone() == tone).count();
    }

    /** The leaders with their lights, the gravest first. */
    public List<Group> leaders() {
        return groups(leaf -> leaf.subItem().owner());
    }

    /** The lead units with their lights, the gravest first. */
    public List<Group> units() {
        return groups(leaf -> leaf.subItem().leadUnit());
    }

    private List<Group> groups(Function<Leaf, Named> of) {
        Map<String, List<Leaf>> by = new LinkedHashMap<>();
        for (Leaf leaf : leaves()) {
            by.computeIfAbsent(of.apply(leaf).name(), key -> new ArrayList<>()).add(leaf);
        }
        return by.entrySet().stream()
                .map(each -> group(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing((Group group) -> group.light().tone())
                        .thenComparing(Comparator.comparingLong(Group::late).reversed()))
                .toList();
    }

    private static Group group(String name, List<Leaf> leaves) {
        TreeView of = new TreeView(List.of(new Item(null, NONE, leaves)));
        return new Group(
                name,
                gravest(leaves.stream().map(Leaf::light).toList(), NONE),
                of.count(Status.Tone.LATE),
                of.count(Status.Tone.DUE),
                of.count(Status.Tone.DONE),
                leaves.size());
    }

    /** Only the sub-items of a leader, a unit and a light, each where it is asked for; items without any are left out. */
    TreeView only(String leader, String unit, String light) {
        return new TreeView(items.stream()
                .map(item -> new Item(
                        item.item(),
                        item.light(),
                        item.leaves().stream()
                                .filter(leaf -> leader.isEmpty()
                                        || leaf.subItem().owner().name().equals(leader))
                                .filter(leaf -> unit.isEmpty() || leaf.units().contains(unit))
                                .filter(leaf -> light.isEmpty()
                                        || leaf.light().tone().name().equalsIgnoreCase(light))
                                .toList()))
                .filter(item -> !item.leaves().isEmpty())
                .toList());
    }

    /** The gravest of some lights. */
    static Status gravest(List<Status> lights, Status otherwise) {
        return lights.stream().min(Comparator.comparing(Status::tone)).orElse(otherwise);
    }
}
