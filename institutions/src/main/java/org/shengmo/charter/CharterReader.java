package org.shengmo.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.organization.Directory;
import org.shengmo.workbook.Reading;
import org.shengmo.workbook.Row;
import org.shengmo.workbook.Workbooks;

/** Reads a charter workbook, adding to the reader's faults those that need the organization or several rows to be seen. */
final class CharterReader {

    private final Directory directory;
    private final Reading reading;
    private ResponsibilityList list;
    private AnnualPlan plan;

    private CharterReader(Directory directory, Reading reading) {
        this.directory = directory;
        this.reading = reading;
    }

    /** @throws org.shengmo.wording.Invalid with every fault */
    static CharterReader read(byte[] file, Directory directory) {
        CharterReader reader = new CharterReader(directory, Workbooks.read(file, CharterLayout.of(directory)));
        reader.read();
        return reader;
    }

    ResponsibilityList list() {
        return list;
    }

    AnnualPlan plan() {
        return plan;
    }

    private void read() {
        List<Row> basics = reading.rows(CharterLayout.BASICS);
        basics.stream().skip(1).forEach(row -> reading.fault(row, "year", "charter.sheet.one-row"));
        int year = basics.isEmpty() ? 0 : (int) basics.getFirst().wholeNumber("year");
        List<Responsibility> responsibilities = reading.rows(CharterLayout.RESPONSIBILITIES).stream()
                .map(this::responsibility)
                .toList();
        List<LeadingBody> bodies = leadingBodies();
        List<PlanItem> items = items(year);
        reading.faultless();
        if (basics.isEmpty()) {
            throw org.shengmo.wording.Invalid.at("基本信息", "charter.sheet.no-basics");
        }
        Row first = basics.getFirst();
        Named issuer = named(first.text("issuer"));
        list = new ResponsibilityList(year, first.text("listTitle"), issuer, responsibilities, bodies);
        plan = new AnnualPlan(year, first.text("planTitle"), issuer, items);
    }

    private static Named named(String code) {
        return new Named(code, "");
    }

    private Responsibility responsibility(Row row) {
        Tier tier = CharterLayout.tier(row.text("tier"));
        String holder = row.text("holder");
        boolean post = tier == Tier.PRINCIPAL;
        boolean known = post
                ? directory.postByCode(holder).isPresent()
                : directory.bodyByCode(holder).isPresent();
        if (!known) {
            reading.fault(row, "holder", post ? "charter.sheet.unknown-post" : "charter.sheet.unknown-body", holder);
        }
        return new Responsibility(row.text("code"), tier, row.text("title"), row.text("text"), named(holder));
    }

    private List<LeadingBody> leadingBodies() {
        Map<String, Row> principals = new LinkedHashMap<>();
        Map<String, List<Named>> members = new LinkedHashMap<>();
        Map<String, Row> seen = new HashMap<>();
        for (Row row : reading.rows(CharterLayout.BODIES)) {
            String body = row.text("body");
            if (seen.putIfAbsent(body + " " + row.text("post"), row) != null) {
                reading.fault(row, "post", "charter.sheet.post-twice", row.text("post"), body);
            }
            members.computeIfAbsent(body, key -> new ArrayList<>());
            if (!row.text("role").equals(CharterLayout.PRINCIPAL)) {
                members.get(body).add(named(row.text("post")));
            } else if (principals.putIfAbsent(body, row) != null) {
                reading.fault(row, "role", "charter.sheet.two-principals", body);
            }
        }
        for (Row row : reading.rows(CharterLayout.BODIES)) {
            if (!principals.containsKey(row.text("body"))) {
                reading.fault(row, "role", "charter.sheet.no-principal", row.text("body"));
                principals.put(row.text("body"), row);
            }
        }
        return members.entrySet().stream()
                .map(each -> new LeadingBody(
                        named(each.getKey()),
                        named(principals.get(each.getKey()).text("post")),
                        each.getValue()))
                .toList();
    }

    private List<PlanItem> items(int year) {
        Map<String, List<SubItem>> subItems = new HashMap<>();
        for (Row row : reading.rows(CharterLayout.SUB_ITEMS)) {
            if (year != 0 && row.date("deadline").getYear() != year) {
                reading.fault(row, "deadline", "charter.sheet.deadline-outside", Integer.toString(year));
            }
            subItems.computeIfAbsent(row.text("item"), key -> new ArrayList<>()).add(subItem(row));
        }
        List<PlanItem> items = new ArrayList<>();
        for (Row row : reading.rows(CharterLayout.ITEMS)) {
            List<SubItem> of = subItems.getOrDefault(row.text("code"), List.of());
            if (of.isEmpty() && reading.faults().isEmpty()) {
                reading.fault(row, "code", "charter.sheet.no-sub-items", row.text("code"));
            }
            items.add(new PlanItem(
                    row.text("code"), row.text("title"), named(row.text("owner")), named(row.text("leadUnit")), of));
        }
        return items;
    }

    private SubItem subItem(Row row) {
        List<Named> support = new ArrayList<>();
        for (String code : Arrays.stream(row.optionalText("support").orElse("").split("[、,，;；\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList()) {
            if (directory.bodyByCode(code).isEmpty()) {
                reading.fault(row, "support", "charter.sheet.unknown-body", code);
            }
            support.add(named(code));
        }
        return new SubItem(
                row.text("code"),
                row.text("title"),
                row.text("measure"),
                named(row.text("owner")),
                named(row.text("leadUnit")),
                support,
                row.date("deadline"));
    }
}
