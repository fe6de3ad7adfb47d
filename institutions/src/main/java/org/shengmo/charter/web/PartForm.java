package org.shengmo.charter.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.CharterText;
import org.shengmo.charter.LeadingBody;
import org.shengmo.charter.Named;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.Responsibility;
import org.shengmo.charter.ResponsibilityList;
import org.shengmo.charter.SubItem;

/**
 * One part of a draft in its form.
 *
 * @param part the code it has in the draft; empty for a new one
 * @param values what stands in each field
 */
public record PartForm(PartKind kind, String part, Map<String, String> values) {

    public PartForm {
        values = Map.copyOf(values);
    }

    /** What stands in a field. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The address of the form. */
    public String href(UUID document) {
        return "/charter/documents/" + document + "/draft/part?kind=" + kind.code() + "&part="
                + URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    /** A new part; a sub-item's form names the item it goes into. */
    static PartForm fresh(PartKind kind, String in) {
        return new PartForm(kind, "", kind == PartKind.SUB_ITEM ? Map.of("item", in) : Map.of());
    }

    /** @throws NoSuchElementException when the text has no such part */
    static PartForm of(CharterText text, PartKind kind, String part) {
        Map<String, String> values = kind == PartKind.HEADING
                ? Map.of("title", text.title(), "issuer", shown(text.issuer()))
                : switch (text) {
                    case ResponsibilityList list -> of(list, kind, part);
                    case AnnualPlan plan -> of(plan, kind, part);
                };
        if (values.isEmpty()) {
            throw new NoSuchElementException("no part " + part);
        }
        return new PartForm(kind, part, values);
    }

    private static Map<String, String> of(ResponsibilityList list, PartKind kind, String part) {
        return kind == PartKind.LEADING_BODY
                ? first(list.leadingBodies().stream()
                        .filter(each -> each.body().code().equals(part))
                        .map(PartForm::values)
                        .toList())
                : first(list.responsibilities().stream()
                        .filter(each -> each.code().equals(part))
                        .map(PartForm::values)
                        .toList());
    }

    private static Map<String, String> of(AnnualPlan plan, PartKind kind, String part) {
        return kind == PartKind.ITEM
                ? first(plan.items().stream()
                        .filter(each -> each.code().equals(part))
                        .map(PartForm::values)
                        .toList())
                : first(plan.items().stream()
                        .flatMap(item -> item.subItems().stream()
                                .filter(each -> each.code().equals(part))
                                .map(each -> values(item, each)))
                        .toList());
    }

    private static Map<String, String> first(List<Map<String, String>> found) {
        return found.isEmpty() ? Map.of() : found.getFirst();
    }

    private static Map<String, String> values(Responsibility each) {
        return Map.of(
                "code", each.code(),
                "tier", each.tier().code(),
                "title", each.title(),
                "text", each.text(),
                "holder", shown(each.holder()));
    }

    private static Map<String, String> values(LeadingBody each) {
        return Map.of(
                "body", shown(each.body()),
                "principal", shown(each.principal()),
                "members", shown(each.members()));
    }

    private static Map<String, String> values(PlanItem each) {
        return Map.of(
                "code", each.code(),
                "title", each.title(),
                "owner", shown(each.owner()),
                "leadUnit", shown(each.leadUnit()));
    }

    private static Map<String, String> values(PlanItem item, SubItem each) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", each.code());
        values.put("item", item.code());
        values.put("title", each.title());
        values.put("measure", each.measure());
        values.put("owner", shown(each.owner()));
        values.put("leadUnit", shown(each.leadUnit()));
        values.put("support", shown(each.supportingUnits()));
        values.put("deadline", each.deadline().toString());
        return values;
    }

    private static String shown(List<Named> named) {
        return named.stream().map(PartForm::shown).collect(Collectors.joining("\n"));
    }

    /** A post or body as a field offers it: the name, then the code that holds the meaning. */
    static String shown(Named named) {
        return named.name() + " (" + named.code() + ")";
    }
}
