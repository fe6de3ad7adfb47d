package org.shengmo.charter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.shengmo.wording.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads a charter text back from its canonical form. */
final class CharterTexts {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CharterTexts() {}

    static CharterText parse(String canonical) {
        return read(JSON.readTree(canonical));
    }

    /** @throws Invalid at the part that can't be read */
    static CharterText taken(JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw Invalid.at("text", "charter.text.no-text");
        }
        String kind = text(tree, "kind");
        if (Arrays.stream(CharterKind.values()).noneMatch(each -> each.code().equals(kind))) {
            throw Invalid.at("kind", "charter.text.no-kind", kind);
        }
        int year = tree.path("year").asInt(0);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Invalid.at("year", "charter.text.no-year", FIRST_YEAR, LAST_YEAR);
        }
        return read(tree);
    }

    /** @throws IllegalArgumentException when the tree is no charter text */
    private static CharterText read(JsonNode tree) {
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
        Tier tier = Arrays.stream(Tier.values())
                .filter(each -> each.code().equals(text(tree, "tier")))
                .findFirst()
                .orElseThrow(() -> Invalid.at(text(tree, "code"), "charter.text.no-tier", text(tree, "tier")));
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
                deadline(tree));
    }

    private static LocalDate deadline(JsonNode tree) {
        try {
            return LocalDate.parse(text(tree, "deadline"));
        } catch (DateTimeParseException e) {
            throw Invalid.at(text(tree, "code"), "charter.part.no-date", text(tree, "deadline"));
        }
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
