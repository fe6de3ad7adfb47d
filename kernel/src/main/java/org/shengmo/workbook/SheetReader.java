package org.shengmo.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;

/** Reads one sheet, row by row, noting every fault and the place of every code. */
final class SheetReader {

    static final int MOST_ROWS = 200_000;

    private final Layout.Sheet layout;
    private final String name;
    private final Reading reading;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> every = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();

    /** A reference to be looked up once every sheet is read. */
    record Pending(Row row, String column, CellForm.Reference to, String code) {}

    SheetReader(Layout.Sheet layout, String name, Reading reading) {
        this.layout = layout;
        this.name = name;
        this.reading = reading;
    }

    /** The places of the codes of a column. */
    Map<String, String> codes(String column) {
        return codes.getOrDefault(column, Map.of());
    }

    List<Pending> pending() {
        return pending;
    }

    List<Row> rows() {
        return rows;
    }

    List<Row> every() {
        return every;
    }

    void read(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> each = stream.iterator();
            if (!each.hasNext()) {
                reading.fault(Places.cell(name, 0, 1), "workbook.sheet.empty");
                return;
            }
            Map<Integer, Layout.Column> columns = headers(each.next());
            int count = 0;
            while (each.hasNext() && !columns.isEmpty() && !reading.full()) {
                if (++count > MOST_ROWS) {
                    reading.fault(name, "workbook.rows", MOST_ROWS);
                    return;
                }
                row(each.next(), columns);
            }
        }
    }

    /** The columns by position; empty when the headers have a fault, for then no cell can be judged. */
    private Map<Integer, Layout.Column> headers(org.dhatim.fastexcel.reader.Row row) {
        Map<Integer, Layout.Column> columns = new LinkedHashMap<>();
        boolean right = true;
        for (Cell cell : row) {
            String text = cell == null ? "" : CellReader.text(cell);
            if (text.isEmpty() || text.equals("null")) {
                continue;
            }
            String place = Places.cell(name, cell.getColumnIndex(), row.getRowNum());
            Layout.Column column = layout.columns().stream()
                    .filter(each -> each.name().matches(text))
                    .findFirst()
                    .orElse(null);
            if (column == null || columns.containsValue(column)) {
                reading.fault(place, column == null ? "workbook.header.unknown" : "workbook.header.twice", text);
                right = false;
            } else {
                columns.put(cell.getColumnIndex(), column);
            }
        }
        for (Layout.Column column : layout.columns()) {
            if (!columns.containsValue(column)) {
                reading.fault(
                        Places.cell(name, 0, row.getRowNum()),
                        "workbook.header.missing",
                        column.name().zh(),
                        column.name().en());
                right = false;
            }
        }
        return right ? columns : Map.of();
    }

    private void row(org.dhatim.fastexcel.reader.Row row, Map<Integer, Layout.Column> columns) {
        if (blank(row)) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        Map<String, Integer> positions = new HashMap<>();
        boolean right = true;
        for (Map.Entry<Integer, Layout.Column> each : columns.entrySet()) {
            Layout.Column column = each.getValue();
            positions.put(column.key(), each.getKey());
            right &= cell(row, each.getKey(), column, values);
        }
        for (Cell cell : row) {
            if (cell != null
                    && !columns.containsKey(cell.getColumnIndex())
                    && !CellReader.text(cell).isEmpty()) {
                reading.fault(Places.cell(name, cell.getColumnIndex(), row.getRowNum()), "workbook.cell.no-header");
                right = false;
            }
        }
        Row read = new Row(name, row.getRowNum(), positions, values);
        for (Layout.Column column : columns.values()) {
            if (column.form() instanceof CellForm.Reference reference && read.has(column.key())) {
                pending.add(new Pending(read, column.key(), reference, read.text(column.key())));
            }
        }
        every.add(read);
        if (right) {
            rows.add(read);
        }
    }

    private static boolean blank(org.dhatim.fastexcel.reader.Row row) {
        for (Cell cell : row) {
            if (cell != null
                    && (cell.getFormula() != null || !CellReader.text(cell).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private boolean cell(
            org.dhatim.fastexcel.reader.Row row, int position, Layout.Column column, Map<String, Object> values) {
        String place = Places.cell(name, position, row.getRowNum());
        Cell cell = position < row.getCellCount() ? row.getCell(position) : null;
        CellReader.Read read = CellReader.read(cell, column.form());
        if (read.fault() != null) {
            reading.fault(place, read.fault().key(), read.fault().arguments().toArray());
            return false;
        }
        if (read.value() == null) {
            if (column.required()) {
                reading.fault(
                        place,
                        "workbook.cell.empty",
                        column.name().zh(),
                        column.name().en());
            }
            return !column.required();
        }
        values.put(column.key(), read.value());
        return !(column.form() instanceof CellForm.Code) || unique(column, (String) read.value(), place);
    }

    private boolean unique(Layout.Column column, String code, String place) {
        String first =
                codes.computeIfAbsent(column.key(), key -> new HashMap<>()).putIfAbsent(code, place);
        if (first != null) {
            reading.fault(place, "workbook.cell.duplicate", code, first);
        }
        return first == null;
    }
}
