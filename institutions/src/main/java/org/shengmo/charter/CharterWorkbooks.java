package org.shengmo.charter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shengmo.access.Actor;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.workbook.Template;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes charter workbooks in, and gives them out. */
@Service
class CharterWorkbooks implements CharterImport {

    private final Charter charter;
    private final Organization organization;

    CharterWorkbooks(Charter charter, Organization organization) {
        this.charter = charter;
        this.organization = organization;
    }

    @Override
    @Transactional
    public Imported run(Actor by, byte[] file, boolean dryRun) {
        by.require(Charter.DRAFT);
        Directory directory = organization.directory();
        CharterReader reader = CharterReader.read(file, directory);
        ResponsibilityList list = (ResponsibilityList) Names.filled(reader.list(), directory);
        AnnualPlan plan = (AnnualPlan) Names.filled(reader.plan(), directory);
        if (!dryRun) {
            charter.draft(by, list);
            charter.draft(by, plan);
        }
        return new Imported(list, plan, dryRun);
    }

    @Override
    public byte[] template(Locale language) {
        return Template.of(CharterLayout.of(organization.directory()), language);
    }

    @Override
    public byte[] export(ResponsibilityList list, AnnualPlan plan, Locale language) {
        Map<String, List<Map<String, Object>>> sheets = new LinkedHashMap<>();
        sheets.put(
                CharterLayout.BASICS,
                List.of(Map.of(
                        "year", list.year(),
                        "issuer", list.issuer().code(),
                        "listTitle", list.title(),
                        "planTitle", plan.title())));
        sheets.put(
                CharterLayout.RESPONSIBILITIES,
                list.responsibilities().stream()
                        .map(each -> Map.<String, Object>of(
                                "code", each.code(),
                                "tier", each.tier().code(),
                                "title", each.title(),
                                "text", each.text(),
                                "holder", each.holder().code()))
                        .toList());
        sheets.put(CharterLayout.BODIES, bodies(list));
        sheets.put(
                CharterLayout.ITEMS,
                plan.items().stream()
                        .map(each -> Map.<String, Object>of(
                                "code", each.code(),
                                "title", each.title(),
                                "owner", each.owner().code(),
                                "leadUnit", each.leadUnit().code()))
                        .toList());
        sheets.put(
                CharterLayout.SUB_ITEMS,
                plan.items().stream()
                        .flatMap(item -> item.subItems().stream().map(each -> subItem(item, each)))
                        .toList());
        return Template.filled(CharterLayout.of(organization.directory()), language, sheets);
    }

    private static List<Map<String, Object>> bodies(ResponsibilityList list) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LeadingBody each : list.leadingBodies()) {
            rows.add(Map.of(
                    "body", each.body().code(), "post", each.principal().code(), "role", CharterLayout.PRINCIPAL));
            each.members()
                    .forEach(member ->
                            rows.add(Map.of("body", each.body().code(), "post", member.code(), "role", "member")));
        }
        return rows;
    }

    private static Map<String, Object> subItem(PlanItem item, SubItem each) {
        return Map.of(
                "code", each.code(),
                "item", item.code(),
                "title", each.title(),
                "measure", each.measure(),
                "owner", each.owner().code(),
                "leadUnit", each.leadUnit().code(),
                "support",
                        String.join(
                                "、",
                                each.supportingUnits().stream().map(Named::code).toList()),
                "deadline", each.deadline());
    }
}
