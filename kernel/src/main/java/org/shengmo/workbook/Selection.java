package org.shengmo.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/** A list's rows as one request selects them. */
final class Selection<T> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Listing<T> listing;
    private final List<T> rows;
    private final ListingRequest request;
    private final Listing.Speech speech;

    Selection(Listing<T> listing, List<T> rows, ListingRequest request, Listing.Speech speech) {
        this.listing = listing;
        this.rows = rows;
        this.request = request;
        this.speech = speech;
    }

    ListingView view() {
        List<T> selected = selected();
        int size = request.size();
        int pages = Math.max(1, (selected.size() + size - 1) / size);
        int page = Math.min(request.page(), pages);
        List<ListingView.Row> shown = selected.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(this::row)
                .toList();
        return new ListingView(
                listing.title(), request, heads(), filters(), shown, selected.size(), rows.size(), page, pages);
    }

    private ListingView.Row row(T row) {
        return new ListingView.Row(listing.columns().stream()
                .map(column -> new ListingView.Cell(
                        column.form(),
                        column.value().apply(row),
                        column.href() == null ? null : column.href().apply(row)))
                .toList());
    }

    List<T> selected() {
        Predicate<T> passes = row -> true;
        for (Listing.Column<T> column : listing.columns()) {
            passes = passes.and(filter(column));
        }
        return rows.stream().filter(passes.and(this::hasWords)).sorted(order()).toList();
    }

    private boolean hasWords(T row) {
        String looked = request.words().toLowerCase(Locale.ROOT);
        return looked.isEmpty()
                || listing.columns().stream()
                        .filter(column -> column.form() == Listing.Form.TEXT || column.form() == Listing.Form.CHOICE)
                        .anyMatch(column -> said(column.value().apply(row))
                                .toLowerCase(Locale.ROOT)
                                .contains(looked));
    }

    private Predicate<T> filter(Listing.Column<T> column) {
        if (column.form() == Listing.Form.CHOICE) {
            Optional<String> chosen = request.asked(column.name());
            return row ->
                    chosen.isEmpty() || chosen.get().equals(code(column.value().apply(row)));
        }
        if (column.form() == Listing.Form.DATE) {
            Optional<LocalDate> from = request.day(column.name() + ".from");
            Optional<LocalDate> until = request.day(column.name() + ".until");
            return row -> {
                LocalDate day = (LocalDate) column.value().apply(row);
                return (from.isEmpty() && until.isEmpty())
                        || (day != null
                                && from.map(first -> !day.isBefore(first)).orElse(true)
                                && until.map(last -> !day.isAfter(last)).orElse(true));
            };
        }
        return row -> true;
    }

    private String orderAsked() {
        String asked = request.asked("sort").orElse(listing.order());
        return listing.columns().stream().anyMatch(column -> column.name().equals(bare(asked)))
                ? asked
                : listing.order();
    }

    private static String bare(String order) {
        return order.startsWith("-") ? order.substring(1) : order;
    }

    private Comparator<T> order() {
        String asked = orderAsked();
        return listing.columns().stream()
                .filter(column -> column.name().equals(bare(asked)))
                .findFirst()
                .map(column -> by(column, asked.startsWith("-")))
                .orElseGet(() -> Comparator.comparingInt(row -> 0));
    }

    /** By a column's values; rows without a value come last either way. */
    private Comparator<T> by(Listing.Column<T> column, boolean descending) {
        Collator collator = Collator.getInstance(speech.language());
        Comparator<Object> values = switch (column.form()) {
            case TEXT, CHOICE -> (one, other) -> collator.compare(said(one), said(other));
            case DATE -> Comparator.comparing(LocalDate.class::cast);
            case MOMENT -> Comparator.comparing(Instant.class::cast);
            case NUMBER, MONEY -> Comparator.comparing(value -> new BigDecimal(value.toString()));
        };
        return Comparator.comparing(
                row -> column.value().apply(row), Comparator.nullsLast(descending ? values.reversed() : values));
    }

    private List<ListingView.Head> heads() {
        String asked = orderAsked();
        return listing.columns().stream()
                .map(column -> {
                    boolean sorted = bare(asked).equals(column.name());
                    boolean descending = sorted && asked.startsWith("-");
                    return new ListingView.Head(
                            column.name(),
                            column.key(),
                            column.form(),
                            !sorted ? "none" : descending ? "descending" : "ascending",
                            request.with("sort", sorted && !descending ? "-" + column.name() : column.name()));
                })
                .toList();
    }

    private List<ListingView.Filter> filters() {
        return listing.columns().stream()
                .filter(column -> column.form() == Listing.Form.CHOICE || column.form() == Listing.Form.DATE)
                .<ListingView.Filter>map(column -> column.form() == Listing.Form.CHOICE
                        ? new ListingView.ChoiceFilter(
                                column.name(),
                                column.key(),
                                options(column),
                                request.asked(column.name()).orElse(""))
                        : new ListingView.DayFilter(
                                column.name(),
                                column.key(),
                                request.day(column.name() + ".from")
                                        .map(LocalDate::toString)
                                        .orElse(""),
                                request.day(column.name() + ".until")
                                        .map(LocalDate::toString)
                                        .orElse("")))
                .toList();
    }

    /** What is blank is no option: its code would be that of no choice at all. */
    private List<ListingView.Option> options(Listing.Column<T> column) {
        Map<String, ListingView.Option> options = new LinkedHashMap<>();
        for (T row : rows) {
            Object value = column.value().apply(row);
            if (!code(value).isEmpty()) {
                options.merge(
                        code(value),
                        new ListingView.Option(code(value), said(value), 1),
                        (one, other) -> new ListingView.Option(one.code(), one.words(), one.count() + 1));
            }
        }
        Collator collator = Collator.getInstance(speech.language());
        Collection<ListingView.Option> all = options.values();
        return all.stream()
                .sorted(Comparator.comparing(ListingView.Option::words, collator))
                .toList();
    }

    /** What a choice is called in the address: a said text's key, so that a link holds in both languages. */
    private static String code(Object value) {
        return switch (value) {
            case null -> "";
            case Text text -> text.key();
            case Status status -> status.words().key();
            default -> value.toString();
        };
    }

    private String said(Object value) {
        return switch (value) {
            case null -> "";
            case Text text -> speech.say(text);
            case Status status -> speech.say(status.words());
            default -> value.toString();
        };
    }

    byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Shengmo", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName());
            List<Listing.Column<T>> columns = listing.columns();
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, speech.say(columns.get(column).key()));
            }
            sheet.range(0, 0, 0, Math.max(0, columns.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            for (T row : selected()) {
                for (int column = 0; column < columns.size(); column++) {
                    write(sheet, line, column, columns.get(column).value().apply(row));
                }
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, int line, int column, Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(line, column, number);
            case LocalDate day -> {
                sheet.value(line, column, day);
                sheet.style(line, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> {
                sheet.value(line, column, LocalDateTime.ofInstant(moment, ZONE));
                sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> sheet.value(line, column, said(value));
        }
    }

    /** A sheet's name may have 31 characters, none of them of a file path. */
    private String sheetName() {
        String name = speech.say(listing.title()).replaceAll("[\\[\\]:*?/\\\\']", " ");
        return name.length() > 31 ? name.substring(0, 31) : name;
    }
}
