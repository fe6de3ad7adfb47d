package org.shengmo.mandate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shengmo.mandate.Power.Basis;
import org.shengmo.mandate.Power.Level;
import org.shengmo.mandate.Power.Risk;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Reading;
import org.shengmo.workbook.Row;
import org.shengmo.workbook.Template;
import org.shengmo.workbook.Workbooks;

/** Reads lists of powers, every fault with its place. A csv is read as a workbook of one sheet, by the same checks. */
final class ListReader {

    private static final Pattern PROVINCIAL = Pattern.compile("\\d{12}");
    private static final Pattern TYPE = Pattern.compile("\\d{2}|C[1-9]");
    /** A time limit as lists and forms write it: how many, of which days. */
    static final Pattern LIMIT = Pattern.compile("(\\d{1,4})\\s*(个?工作日|日|天)");

    private static final String SEPARATORS = "[；;]";

    /** Whether a body's code is the district's. */
    private final Predicate<String> bodies;

    ListReader(Predicate<String> bodies) {
        this.bodies = bodies;
    }

    /**
     * A row of a list.
     *
     * @param flowchart the template of its flowchart; empty for none
     */
    record Listed(String code, Catalogue catalogue, Power power, String flowchart) {}

    /** @throws Invalid with every fault */
    List<Listed> read(byte[] file) {
        boolean workbook = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        Reading reading = workbook ? workbook(file) : csv(file);
        List<Row> rows = reading.rows(ListLayout.ITEMS);
        boolean full = rows.stream().anyMatch(row -> row.has("catalogue"));
        List<Listed> listed =
                rows.stream().map(row -> listed(row, full, reading)).toList();
        reading.faultless();
        if (listed.isEmpty()) {
            throw Invalid.at("A2", "mandate.import.empty");
        }
        return listed;
    }

    private static Reading workbook(byte[] file) {
        Reading full = Workbooks.read(file, ListLayout.full());
        if (full.faults().isEmpty()) {
            return full;
        }
        Reading published = Workbooks.read(file, ListLayout.published());
        return published.faults().size() < full.faults().size() ? published : full;
    }

    private static Reading csv(byte[] file) {
        CsvText csv = CsvText.read(file);
        if (!csv.faults.isEmpty()) {
            throw new Invalid(csv.faults);
        }
        List<String> headers = csv.records.getFirst();
        Layout layout = headers.stream()
                        .anyMatch(head -> ListLayout.full().sheet(ListLayout.ITEMS).columns().stream()
                                .anyMatch(column -> column.key().equals("catalogue")
                                        && column.name().matches(head)))
                ? ListLayout.full()
                : ListLayout.published();
        headers(headers, layout);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> record : csv.records.subList(1, csv.records.size())) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Layout.Column column : layout.sheet(ListLayout.ITEMS).columns()) {
                int at = position(headers, column);
                row.put(column.key(), record.isEmpty() || record.get(at).isEmpty() ? null : record.get(at));
            }
            rows.add(row);
        }
        byte[] workbook = Template.filled(layout, Locale.SIMPLIFIED_CHINESE, Map.of(ListLayout.ITEMS, rows));
        return Workbooks.read(workbook, layout);
    }

    private static void headers(List<String> headers, Layout layout) {
        List<Fault> faults = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (Layout.Column column : layout.sheet(ListLayout.ITEMS).columns()) {
            int at = position(headers, column);
            if (at < 0) {
                faults.add(fault(
                        "A1",
                        "mandate.import.no-column",
                        column.name().zh(),
                        column.name().en()));
            }
            known.add(at);
        }
        for (int i = 0; i < headers.size(); i++) {
            if (!known.contains(i)) {
                faults.add(fault(CsvText.place(1, i), "mandate.import.column", headers.get(i)));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static Fault fault(String place, String key, Object... arguments) {
        return new Fault(place, org.shengmo.wording.Text.of(key, arguments));
    }

    private static int position(List<String> headers, Layout.Column column) {
        for (int i = 0; i < headers.size(); i++) {
            if (column.name().matches(headers.get(i)) || column.key().equalsIgnoreCase(headers.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private Listed listed(Row row, boolean full, Reading reading) {
        String code = row.text("code");
        String type = row.text("type");
        String department = row.text("department");
        if (!TYPE.matcher(type).matches()) {
            reading.fault(row, "type", "mandate.import.type", type);
        }
        if (full) {
            if (row.has("holder")) {
                known(row, "department", reading);
            }
            known(row, "holder", reading);
            known(row, "responsible", reading);
        } else {
            provincial(row, code, type, department, reading);
        }
        Power power = new Power(
                row.text("name"),
                type,
                department,
                levels(row, reading),
                basis(row, reading),
                row.optionalText("holder").orElse(""),
                row.optionalText("responsible").orElse(""),
                row.optionalText("applicants").orElse(""),
                days(row, reading),
                row.optionalText("limit").orElse("").contains("工作"),
                row.optionalText("fee").orElse(""),
                parts(row.optionalText("documents").orElse("")).toList(),
                risks(row, reading),
                row.optionalText("event").orElse(""));
        Catalogue catalogue = full ? Catalogue.of(row.text("catalogue")) : Catalogue.GOVERNMENT;
        String flowchart = row.optionalText("flowchart").orElse("");
        if (!flowchart.isEmpty() && !ChartTemplates.CODES.contains(flowchart)) {
            reading.fault(
                    row, "flowchart", "mandate.import.flowchart", flowchart, String.join("、", ChartTemplates.CODES));
        }
        return new Listed(code, catalogue, power, flowchart);
    }

    private void known(Row row, String column, Reading reading) {
        row.optionalText(column)
                .filter(bodies.negate())
                .ifPresent(body -> reading.fault(row, column, "mandate.import.body", body));
    }

    /** Two digits scope, two type, two department, three serial, three part: a code says what the columns say. */
    private static void provincial(Row row, String code, String type, String department, Reading reading) {
        if (!PROVINCIAL.matcher(code).matches()) {
            reading.fault(row, "code", "mandate.import.code", code);
        } else {
            if (!code.substring(2, 4).equals(type)) {
                reading.fault(row, "type", "mandate.import.code-type", type, code.substring(2, 4));
            }
            if (!code.substring(4, 6).equals(department)) {
                reading.fault(row, "department", "mandate.import.code-department", department, code.substring(4, 6));
            }
        }
    }

    private static List<String> levels(Row row, Reading reading) {
        List<String> levels = Arrays.stream(row.text("levels").split("[,，、;；]", -1))
                .map(String::strip)
                .toList();
        if (levels.stream().anyMatch(level -> !level.matches("[1-5]"))
                || new HashSet<>(levels).size() < levels.size()) {
            reading.fault(row, "levels", "mandate.import.levels", row.text("levels"));
        }
        return levels;
    }

    private static List<Basis> basis(Row row, Reading reading) {
        String text = row.text("basis");
        List<Basis> basis = parts(text).map(Basis::of).toList();
        long opened = text.chars().filter(c -> c == '《').count();
        if (basis.isEmpty() || opened != text.chars().filter(c -> c == '》').count()) {
            reading.fault(row, "basis", "mandate.import.basis", text);
        }
        return basis;
    }

    private static int days(Row row, Reading reading) {
        String text = row.optionalText("limit").orElse("");
        Matcher found = LIMIT.matcher(text);
        if (text.isEmpty()) {
            return 0;
        }
        if (!found.matches() || Integer.parseInt(found.group(1)) == 0) {
            reading.fault(row, "limit", "mandate.import.limit", text);
            return 0;
        }
        return Integer.parseInt(found.group(1));
    }

    private static List<Risk> risks(Row row, Reading reading) {
        List<Risk> risks = new ArrayList<>();
        for (String part : parts(row.optionalText("risks").orElse("")).toList()) {
            risk(part).ifPresentOrElse(risks::add, () -> reading.fault(row, "risks", "mandate.import.risk", part));
        }
        return risks;
    }

    /** A risk as lists write it: point|level|guard. */
    static Optional<Risk> risk(String part) {
        String[] words = part.split("[|｜]", -1);
        Level level = words.length == 3 ? level(words[1].strip()) : null;
        return level == null || words[0].isBlank() || words[2].isBlank()
                ? Optional.empty()
                : Optional.of(new Risk(words[0].strip(), level, words[2].strip()));
    }

    private static Level level(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "高", "high" -> Level.HIGH;
            case "中", "middle" -> Level.MIDDLE;
            case "低", "low" -> Level.LOW;
            default -> null;
        };
    }

    static Stream<String> parts(String text) {
        return Arrays.stream(text.split(SEPARATORS, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
