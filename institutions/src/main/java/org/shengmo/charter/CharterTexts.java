package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads a charter text back from its canonical form. */
final class CharterTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CharterTexts() {}

    static CharterText parse(String canonical) {
        return read(JSON.readTree(canonical));
    }

    /** @throws IllegalArgumentException when the tree is no charter text */
    static CharterText read(JsonNode tree) {
        return switch (text(tree, "kind")) {
            case "list" ->
                new ResponsibilityList(
                        tree.path("year").asInt(),
                        text(tree, "title"),
                        named(tree.path("issuer")),
                        each(tree.path("responsibilities"), CharterTexts::responsibility),
                        each(tree.path("leadingBodies"), CharterTexts::leadingBody));
            case "plan" ->
                new AnnualPlan(
                        tree.path("year").asInt(),
                        text(tree, "title"),
                        named(tree.path("issuer")),
                        each(tree.path("items"), CharterTexts::item));
            default -> throw new IllegalArgumentException("not a charter text: " + text(tree, "kind"));
        };
    }

    private static Responsibility responsibility(JsonNode tree) {
        Tier tier = Tier.valueOf(text(tree, "tier").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Responsibility(
                text(tree, "code"), tier, text(tree, "title"), text(tree, "text"), named(tree.path("holder")));
    }

    private static LeadingBody leadingBody(JsonNode tree) {
        return new LeadingBody(
                named(tree.path("body")),
                named(tree.path("principal")),
                each(tree.path("members"), CharterTexts::named));
    }

    private static PlanItem item(JsonNode tree) {
        return new PlanItem(
                text(tree, "code"),
                text(tree, "title"),
                named(tree.path("owner")),
                named(tree.path("leadUnit")),
                each(tree.path("subItems"), CharterTexts::subItem));
    }

    private static SubItem subItem(JsonNode tree) {
        return new SubItem(
                text(tree, "code"),
                text(tree, "title"),
                text(tree, "measure"),
                named(tree.path("owner")),
                named(tree.path("leadUnit")),
                each(tree.path("supportingUnits"), CharterTexts::named),
                LocalDate.parse(text(tree, "deadline")));
    }

    private static Named named(JsonNode tree) {
        return new Named(text(tree, "code"), text(tree, "name"));
    }

    private static String text(JsonNode tree, String key) {
        return tree.path(key).asString("");
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        return array.values().stream().map(read).toList();
    }
}
