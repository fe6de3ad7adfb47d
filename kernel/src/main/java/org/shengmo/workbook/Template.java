package org.shengmo.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes xlsx: the template of a layout for filling in, a filled layout, and plain tables. */
public final class Template {

    private static final String APPLICATION = "Shengmo";
    private static final String VERSION = "1.0";
    private static final int NARROWEST = 12;
    private static final int WIDEST = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Template() {}

    /** An empty workbook of a layout, headers in the reader's language. */
    public static byte[] of(Layout layout, Locale language) {
        return filled(layout, language, Map.of());
    }

    /**
     * A workbook of a layout with rows.
     *
     * @param rows by sheet key, the cells of each row by column key; a cell is text, a number, a boolean or a date
     */
    public static byte[] filled(Layout layout, Locale language, Map<String, List<Map<String, Object>>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, APPLICATION, VERSION)) {
            for (Layout.Sheet sheet : layout.sheets()) {
                Worksheet page = workbook.newWorksheet(sheet.name().in(language));
                headers(
                        page,
                        sheet.columns().stream()
                                .map(column -> column.name().in(language))
                                .toList());
                int number = 1;
                for (Map<String, Object> row : rows.getOrDefault(sheet.key(), List.of())) {
                    for (int i = 0; i < sheet.columns().size(); i++) {
                        cell(page, number, i, row.get(sheet.columns().get(i).key()));
                    }
                    number++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes one sheet, row by row; does not close the stream.
     *
     * @param sheet the sheet's name
     * @param rows cells of text, number, boolean, date, moment or null
     */
    public static void table(OutputStream out, String sheet, List<String> headers, Iterable<? extends List<?>> rows)
            throws IOException {
        Workbook workbook = new Workbook(out, APPLICATION, VERSION);
        Worksheet page = workbook.newWorksheet(sheet);
        headers(page, headers);
        int number = 1;
        for (List<?> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                cell(page, number, i, row.get(i));
            }
            number++;
        }
        workbook.finish();
    }

    private static void headers(Worksheet page, List<String> headers) {
        for (int i = 0; i < headers.size(); i++) {
            page.value(0, i, headers.get(i));
            page.style(0, i).bold().fillColor("E8EDF3").set();
            page.width(i, Math.min(WIDEST, Math.max(NARROWEST, headers.get(i).length() * 2 + 4)));
        }
        page.freezePane(0, 1);
    }

    private static void cell(Worksheet page, int row, int column, Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                page.value(row, column, day);
                page.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> {
                page.value(row, column, moment.atZone(ZONE).toLocalDateTime());
                page.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case BigDecimal number -> page.value(row, column, number);
            case Number number -> page.value(row, column, number);
            case Boolean truth -> page.value(row, column, truth);
            default -> page.value(row, column, value.toString());
        }
    }
}
