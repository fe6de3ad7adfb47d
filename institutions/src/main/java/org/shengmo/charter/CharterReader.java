package org.shengmo.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        check(year);
        List<Responsibility> responsibilities = reading.rows(CharterLayout.RESPONSIBILITIES).stream()
                .map(CharterReader::responsibility)
                .toList();
        List<LeadingBody> bodies = leadingBodies();
        List<PlanItem> items = items();
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

    /** The faults that one cell's form can't show. */
    private void check(int year) {
        reading.everyRow(CharterLayout.RESPONSIBILITIES).stream()
                .filter(row -> row.has("tier") && row.has("holder"))
                .forEach(this::checkHolder);
        checkBodies();
        for (Row row : reading.everyRow(CharterLayout.SUB_ITEMS)) {
            if (year != 0 && row.has("deadline") && row.date("deadline").getYear() != year) {
                reading.fault(row, "deadline", "charter.sheet.deadline-outside", Integer.toString(year));
            }
            support(row).stream()
                    .filter(unit -> directory.bodyByCode(unit.code()).isEmpty())
                    .forEach(unit -> reading.fault(row, "support", "charter.sheet.unknown-body", unit.code()));
        }
    }

    private void checkHolder(Row row) {
        String holder = row.text("holder");
        boolean post = CharterLayout.tier(row.text("tier")) == Tier.PRINCIPAL;
        boolean known = post
                ? directory.postByCode(holder).isPresent()
                : directory.bodyByCode(holder).isPresent();
        if (!known) {
            reading.fault(row, "holder", post ? "charter.sheet.unknown-post" : "charter.sheet.unknown-body", holder);
        }
    }

    /** Each leading body has one principal, and nobody twice. A role that can't be read may be the principal's. */
    private void checkBodies() {
        Set<String> seen = new HashSet<>();
        Set<String> principals = new HashSet<>();
        Map<String, Row> bodies = new LinkedHashMap<>();
        for (Row row : reading.everyRow(CharterLayout.BODIES)) {
            String body = row.optionalText("body").orElse("");
            if (body.isEmpty()) {
                continue;
            }
            bodies.putIfAbsent(body, row);
            if (row.has("post") && !seen.add(body + " " + row.text("post"))) {
                reading.fault(row, "post", "charter.sheet.post-twice", row.text("post"), body);
            }
            boolean leads =
                    row.optionalText("role").orElse(CharterLayout.PRINCIPAL).equals(CharterLayout.PRINCIPAL);
            if (leads && !principals.add(body) && row.has("role")) {
                reading.fault(row, "role", "charter.sheet.two-principals", body);
            }
        }
        bodies.forEach((body, row) -> {
            if (!principals.contains(body)) {
                reading.fault(row, "role", "charter.sheet.no-principal", body);
            }
        });
    }

    private static Responsibility responsibility(Row row) {
        return new Responsibility(
                row.text("code"),
                CharterLayout.tier(row.text("tier")),
                row.text("title"),
                row.text("text"),
                named(row.text("holder")));
    }

    private List<LeadingBody> leadingBodies() {
        Map<String, Named> principals = new LinkedHashMap<>();
        Map<String, List<Named>> members = new LinkedHashMap<>();
        for (Row row : reading.rows(CharterLayout.BODIES)) {
            String body = row.text("body");
            Named post = named(row.text("post"));
            members.computeIfAbsent(body, key -> new ArrayList<>());
            if (row.text("role").equals(CharterLayout.PRINCIPAL)) {
                principals.put(body, post);
            } else {
                members.get(body).add(post);
            }
        }
        return members.entrySet().stream()
                .map(each -> new LeadingBody(
                        named(each.getKey()), principals.getOrDefault(each.getKey(), named("")), each.getValue()))
                .toList();
    }

    private List<PlanItem> items() {
        Map<String, List<SubItem>> subItems = new HashMap<>();
        for (Row row : reading.rows(CharterLayout.SUB_ITEMS)) {
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

    private static SubItem subItem(Row row) {
        return new SubItem(
                row.text("code"),
                row.text("title"),
                row.text("measure"),
                named(row.text("owner")),
                named(row.text("leadUnit")),
                support(row),
                row.date("deadline"));
    }

    private static List<Named> support(Row row) {
        return Arrays.stream(row.optionalText("support").orElse("").split("[、,，;；\\s]+", -1))
                .filter(code -> !code.isEmpty())
                .map(CharterReader::named)
                .toList();
    }
}
