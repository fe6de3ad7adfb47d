package org.shengmo.charter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shengmo.wording.Fault;

/**
 * The plan of a year.
 *
 * @param items in the plan's order
 */
public record AnnualPlan(int year, String title, Named issuer, List<PlanItem> items) implements CharterText {

    public AnnualPlan {
        items = List.copyOf(items);
    }

    @Override
    public CharterKind kind() {
        return CharterKind.PLAN;
    }

    /** All sub-items, in the plan's order. */
    public List<SubItem> subItems() {
        return items.stream().flatMap(item -> item.subItems().stream()).toList();
    }

    /** The sub-item of a code. */
    public Optional<SubItem> subItem(String code) {
        return subItems().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Contents.Check check = new Contents.Check(faults);
        check.filled("title", title, issuer.code());
        if (items.isEmpty()) {
            check.fault("items", "charter.text.no-items");
        }
        for (PlanItem item : items) {
            check.code(item.code());
            check.filled(
                    item.code(),
                    item.title(),
                    item.owner().code(),
                    item.leadUnit().code());
            if (item.subItems().isEmpty()) {
                check.fault(item.code(), "charter.text.no-sub-items", item.code());
            }
            for (SubItem each : item.subItems()) {
                check.code(each.code());
                check.filled(
                        each.code(),
                        each.title(),
                        each.measure(),
                        each.owner().code(),
                        each.leadUnit().code());
                check.inYear(each.code(), each.deadline(), year);
            }
        }
        return List.copyOf(faults);
    }

    @Override
    public List<String> endorsers() {
        Set<String> posts = new LinkedHashSet<>();
        for (PlanItem item : items) {
            posts.add(item.owner().code());
            item.subItems().forEach(each -> posts.add(each.owner().code()));
        }
        return List.copyOf(posts);
    }

    @Override
    public Map<String, Object> content() {
        return Map.of(
                "kind", kind().code(),
                "year", year,
                "title", title,
                "issuer", Contents.of(issuer),
                "items", items.stream().map(Contents::of).toList());
    }
}
