package org.shengmo.charter.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.CharterText;
import org.shengmo.charter.Named;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.Responsibility;
import org.shengmo.charter.ResponsibilityList;
import org.shengmo.charter.SubItem;

/** Two texts side by side, what differs marked character by character: Chinese has no blanks to split words at. */
public final class Difference {

    private Difference() {}

    /**
     * A run of characters.
     *
     * @param changed whether the other side does not have it
     */
    public record Run(String text, boolean changed) {}

    /**
     * A part that differs.
     *
     * @param code the part's code
     * @param before what it said; empty when it is new
     * @param after what it says; empty when it is gone
     */
    public record Part(String code, List<Run> before, List<Run> after) {}

    /** The parts that differ, in the order of the newer text, those that are gone last. */
    public static List<Part> between(CharterText before, CharterText after) {
        Map<String, String> old = parts(before);
        Map<String, String> now = parts(after);
        Set<String> codes = new LinkedHashSet<>(now.keySet());
        codes.addAll(old.keySet());
        return codes.stream()
                .filter(code -> !old.getOrDefault(code, "").equals(now.getOrDefault(code, "")))
                .map(code -> part(code, old.getOrDefault(code, ""), now.getOrDefault(code, "")))
                .toList();
    }

    static Part part(String code, String before, String after) {
        List<String> from = characters(before);
        List<String> to = characters(after);
        List<Run> left = new ArrayList<>();
        List<Run> right = new ArrayList<>();
        int at = 0;
        int there = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            run(left, from.subList(at, delta.getSource().getPosition()), false);
            run(right, to.subList(there, delta.getTarget().getPosition()), false);
            run(left, delta.getSource().getLines(), true);
            run(right, delta.getTarget().getLines(), true);
            at = delta.getSource().getPosition() + delta.getSource().size();
            there = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        run(left, from.subList(at, from.size()), false);
        run(right, to.subList(there, to.size()), false);
        return new Part(code, List.copyOf(left), List.copyOf(right));
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static void run(List<Run> runs, List<String> characters, boolean changed) {
        if (!characters.isEmpty()) {
            runs.add(new Run(String.join("", characters), changed));
        }
    }

    /** What each part says, by its code; the title is a part of its own. */
    private static Map<String, String> parts(CharterText text) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("·", text.title() + "\n" + name(text.issuer()));
        switch (text) {
            case ResponsibilityList list -> {
                for (Responsibility each : list.responsibilities()) {
                    parts.put(
                            each.code(),
                            String.join(
                                    "\n",
                                    each.title(),
                                    each.text(),
                                    name(each.holder()),
                                    each.tier().code()));
                }
                list.leadingBodies()
                        .forEach(each ->
                                parts.put(each.body().name(), name(each.principal()) + "\n" + names(each.members())));
            }
            case AnnualPlan plan -> {
                for (PlanItem item : plan.items()) {
                    parts.put(item.code(), String.join("\n", item.title(), name(item.owner()), name(item.leadUnit())));
                    item.subItems().forEach(each -> parts.put(each.code(), subItem(each)));
                }
            }
        }
        return parts;
    }

    private static String subItem(SubItem each) {
        return String.join(
                "\n",
                each.title(),
                each.measure(),
                name(each.owner()),
                name(each.leadUnit()),
                names(each.supportingUnits()),
                each.deadline().toString());
    }

    private static String names(List<Named> named) {
        return String.join("、", named.stream().map(Difference::name).toList());
    }

    private static String name(Named named) {
        return named.name() + " (" + named.code() + ")";
    }
}
