package org.shengmo.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shengmo.wording.Invalid;

/**
 * Changes one part of a charter text and leaves the rest as it is: a page edits a part, what is saved is the whole text.
 * {@code replaced} is the code the part had before, empty for a new one, which goes to the end.
 */
public final class TextEdits {

    private TextEdits() {}

    /** The text under another title or issuer. */
    public static CharterText titled(CharterText text, String title, Named issuer) {
        return switch (text) {
            case ResponsibilityList list ->
                new ResponsibilityList(list.year(), title, issuer, list.responsibilities(), list.leadingBodies());
            case AnnualPlan plan -> new AnnualPlan(plan.year(), title, issuer, plan.items());
        };
    }

    /** @throws Invalid when another part has the code */
    public static ResponsibilityList put(ResponsibilityList list, String replaced, Responsibility part) {
        untaken(list, replaced, part.code());
        return with(list, put(list.responsibilities(), replaced, part, Responsibility::code), list.leadingBodies());
    }

    /** @throws Invalid when the body is bound twice */
    public static ResponsibilityList put(ResponsibilityList list, String replaced, LeadingBody part) {
        untaken(list, replaced, part.body().code());
        return with(list, list.responsibilities(), put(list.leadingBodies(), replaced, part, TextEdits::code));
    }

    /**
     * An item takes the place of the one it was, with that one's sub-items.
     *
     * @throws Invalid when another part has the code
     */
    public static AnnualPlan put(AnnualPlan plan, String replaced, PlanItem part) {
        untaken(plan, replaced, part.code());
        List<SubItem> kept = plan.items().stream()
                .filter(item -> item.code().equals(replaced))
                .findFirst()
                .map(PlanItem::subItems)
                .orElse(part.subItems());
        PlanItem item = new PlanItem(part.code(), part.title(), part.owner(), part.leadUnit(), kept);
        return with(plan, put(plan.items(), replaced, item, PlanItem::code));
    }

    /**
     * A sub-item stays in its place, or goes to the end of the item it now belongs to.
     *
     * @param item the code of that item
     * @throws Invalid when there is no such item, or another part has the code
     */
    public static AnnualPlan put(AnnualPlan plan, String replaced, String item, SubItem part) {
        untaken(plan, replaced, part.code());
        if (plan.items().stream().noneMatch(each -> each.code().equals(item))) {
            throw Invalid.at("item", "charter.part.no-item", item);
        }
        return with(
                plan,
                plan.items().stream()
                        .map(each -> each.code().equals(item)
                                ? with(each, put(each.subItems(), replaced, part, SubItem::code))
                                : with(each, without(each.subItems(), replaced, SubItem::code)))
                        .toList());
    }

    /** The text without a part; an item goes with its sub-items. */
    public static CharterText without(CharterText text, String code) {
        return switch (text) {
            case ResponsibilityList list ->
                with(
                        list,
                        without(list.responsibilities(), code, Responsibility::code),
                        without(list.leadingBodies(), code, TextEdits::code));
            case AnnualPlan plan ->
                with(
                        plan,
                        without(plan.items(), code, PlanItem::code).stream()
                                .map(item -> with(item, without(item.subItems(), code, SubItem::code)))
                                .toList());
        };
    }

    /** The codes of all parts; a leading body's is its body's. */
    public static List<String> codes(CharterText text) {
        return switch (text) {
            case ResponsibilityList list ->
                Stream.concat(
                                list.responsibilities().stream().map(Responsibility::code),
                                list.leadingBodies().stream().map(TextEdits::code))
                        .toList();
            case AnnualPlan plan ->
                Stream.concat(
                                plan.items().stream().map(PlanItem::code),
                                plan.subItems().stream().map(SubItem::code))
                        .toList();
        };
    }

    private static String code(LeadingBody each) {
        return each.body().code();
    }

    private static void untaken(CharterText text, String replaced, String code) {
        if (!Objects.equals(replaced, code) && codes(text).contains(code)) {
            throw Invalid.at("code", "charter.text.code-twice", code);
        }
    }

    private static <T> List<T> put(List<T> parts, String replaced, T part, Function<T, String> code) {
        List<T> changed = new ArrayList<>(parts);
        for (int i = 0; i < changed.size(); i++) {
            if (code.apply(changed.get(i)).equals(replaced)) {
                changed.set(i, part);
                return changed;
            }
        }
        changed.add(part);
        return changed;
    }

    private static <T> List<T> without(List<T> parts, String gone, Function<T, String> code) {
        return parts.stream().filter(each -> !code.apply(each).equals(gone)).toList();
    }

    private static ResponsibilityList with(
            ResponsibilityList list, List<Responsibility> responsibilities, List<LeadingBody> bodies) {
        return new ResponsibilityList(list.year(), list.title(), list.issuer(), responsibilities, bodies);
    }

    private static AnnualPlan with(AnnualPlan plan, List<PlanItem> items) {
        return new AnnualPlan(plan.year(), plan.title(), plan.issuer(), items);
    }

    private static PlanItem with(PlanItem item, List<SubItem> subItems) {
        return new PlanItem(item.code(), item.title(), item.owner(), item.leadUnit(), subItems);
    }
}
