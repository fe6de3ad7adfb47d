package org.shengmo.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/** A list in forms that programs read: csv (RFC 4180), records for JSON, RSS 2.0. */
public final class OpenForms {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int MOST_OF_A_FEED = 100;

    private OpenForms() {}

    /** With the columns' names in the first line; what a spreadsheet would run as a formula is made a text. */
    public static <T> String csv(
            Listing<T> listing, List<? extends T> rows, ListingRequest asked, Listing.Speech speech) {
        StringBuilder csv = new StringBuilder().append(BYTE_ORDER_MARK);
        csv.append(listing.columns().stream().map(Listing.Column::name).collect(Collectors.joining(",")))
                .append("\r\n");
        for (Map<String, Object> row : records(listing, rows, asked, speech)) {
            csv.append(row.values().stream().map(OpenForms::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        boolean formula = !(value instanceof Number) && text.matches("(?s)\\s*[=+\\-@\\t\\r].*");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Each row by the columns' names: numbers, days, moments, and texts as they are said. */
    public static <T> List<Map<String, Object>> records(
            Listing<T> listing, List<? extends T> rows, ListingRequest asked, Listing.Speech speech) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (T row : new Selection<T>(listing, List.copyOf(rows), asked, speech).selected()) {
            Map<String, Object> record = new LinkedHashMap<>();
            listing.columns().forEach(column -> record.put(column.name(), plain(column, row, speech)));
            records.add(record);
        }
        return records;
    }

    private static <T> Object plain(Listing.Column<T> column, T row, Listing.Speech speech) {
        return switch (column.value().apply(row)) {
            case null -> null;
            case Number number -> number;
            case LocalDate day -> day;
            case Instant moment -> moment;
            case Text text -> speech.say(text);
            case Status status -> speech.say(status.words());
            case Object other -> other.toString();
        };
    }

    /**
     * The first hundred rows as a feed: the first linked text is an item's title, the first day its date.
     *
     * @param site the address that the list's links are under, without a slash at its end
     * @param page the list's page under it
     * @param self the feed's own address
     */
    public static <T> String rss(
            Listing<T> listing,
            List<? extends T> rows,
            ListingRequest asked,
            Listing.Speech speech,
            String site,
            String page,
            String self) {
        String title = xml(speech.say(listing.title()));
        StringBuilder rss = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n<title>")
                .append(title)
                .append("</title><link>")
                .append(xml(site + page))
                .append("</link><description>")
                .append(title)
                .append("</description><language>")
                .append(xml(speech.language().toLanguageTag()))
                .append("</language><atom:link href=\"")
                .append(xml(self))
                .append("\" rel=\"self\" type=\"application/rss+xml\"/>\n");
        new Selection<T>(listing, List.copyOf(rows), asked, speech)
                .selected().stream()
                        .limit(MOST_OF_A_FEED)
                        .forEach(row -> rss.append(item(listing, row, speech, site + page, site)));
        return rss.append("</channel></rss>\n").toString();
    }

    private static <T> String item(Listing<T> listing, T row, Listing.Speech speech, String page, String site) {
        Listing.Column<T> named = listing.columns().stream()
                .filter(column -> column.href() != null)
                .findFirst()
                .orElse(listing.columns().getFirst());
        String href = named.href() == null ? null : site + named.href().apply(row);
        String said = listing.columns().stream()
                .filter(column -> !column.name().equals(named.name()))
                .map(column -> {
                    Object value = plain(column, row, speech);
                    return value == null || value.toString().isEmpty() ? null : speech.say(column.key()) + ": " + value;
                })
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        String name = String.valueOf(plain(named, row, speech));
        String date = listing.columns().stream()
                .filter(column -> column.form() == Listing.Form.DATE)
                .map(column -> (LocalDate) column.value().apply(row))
                .filter(Objects::nonNull)
                .findFirst()
                .map(day -> "<pubDate>" + DateTimeFormatter.RFC_1123_DATE_TIME.format(day.atStartOfDay(ZONE))
                        + "</pubDate>")
                .orElse("");
        String guid = href == null
                ? "<guid isPermaLink=\"false\">" + xml(page + "#" + name) + "</guid>"
                : "<guid isPermaLink=\"true\">" + xml(href) + "</guid>";
        return "<item><title>%s</title><link>%s</link>%s<description>%s</description>%s</item>\n"
                .formatted(xml(name), xml(href == null ? page : href), guid, xml(said), date);
    }

    /** What XML 1.0 can't hold is left out, the rest escaped. */
    public static String xml(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }
}
