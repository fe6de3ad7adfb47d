package org.shengmo.mandate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Template;

/** Writes lists as they are read again. */
final class ListWriter {

    private ListWriter() {}

    static byte[] workbook(List<ItemVersion> items) {
        return Template.filled(
                ListLayout.full(),
                Locale.SIMPLIFIED_CHINESE,
                Map.of(ListLayout.ITEMS, items.stream().map(ListWriter::row).toList()));
    }

    static byte[] csv(List<ItemVersion> items) {
        List<Layout.Column> columns = ListLayout.full().sheet(ListLayout.ITEMS).columns();
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(columns.stream().map(Layout.Column::key).collect(Collectors.joining(",")))
                .append("\r\n");
        for (ItemVersion item : items) {
            Map<String, Object> row = row(item);
            text.append(columns.stream()
                            .map(column -> quoted(String.valueOf(row.get(column.key()))))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> row(ItemVersion item) {
        Power power = item.power();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", item.code());
        PowerTexts.of(power).forEach((field, text) -> row.put(field.equals("class") ? "type" : field, text));
        row.put("catalogue", item.catalogue().code());
        row.put("flowchart", "");
        return row;
    }

    /** A text that begins like a formula is quoted with an apostrophe before it, so that no spreadsheet runs it. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
