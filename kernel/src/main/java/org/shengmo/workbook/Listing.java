package org.shengmo.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.shengmo.wording.Text;

/**
 * A list that a reader filters, sorts, pages through and takes away as a workbook: its columns, said once.
 *
 * <pre>{@code
 * static final Listing<Row> LISTING = Listing.<Row>titled("finding.list.title")
 *     .text("finding.column.title", Row::title).linked(row -> "/findings/" + row.id())
 *     .date("finding.column.stated", Row::stated)
 *     .choice("finding.column.state", Row::status)
 *     .sorted("-stated");
 * }</pre>
 *
 * The last word of a column's key names it in the address: {@code ?q=…&state=finding.state.open&stated.from=2025-01-01&sort=-stated}.
 * Immutable; a controller keeps it in a constant.
 *
 * @param <T> a row
 */
public final class Listing<T> {

    private final String title;
    private final List<Column<T>> columns;
    private final String order;

    private Listing(String title, List<Column<T>> columns, String order) {
        this.title = title;
        this.columns = List.copyOf(columns);
        this.order = order;
    }

    /** A list without columns, of the title of a key: the sheet's and the file's name too. */
    public static <T> Listing<T> titled(String title) {
        return new Listing<>(title, List.of(), "");
    }

    /** A column of text, looked through by the words asked for. */
    public Listing<T> text(String key, Function<? super T, String> value) {
        return and(new Column<>(key, Form.TEXT, value, null));
    }

    /** A column of text that is said in the reader's language. */
    public Listing<T> said(String key, Function<? super T, Text> value) {
        return and(new Column<>(key, Form.TEXT, value, null));
    }

    /**
     * A column with few different values, which a reader filters by.
     *
     * @param value a {@link Text}, a {@link org.shengmo.wording.Status}, or a plain text
     */
    public Listing<T> choice(String key, Function<? super T, ?> value) {
        return and(new Column<>(key, Form.CHOICE, value, null));
    }

    /** A column of days, which a reader filters by from and until. */
    public Listing<T> date(String key, Function<? super T, LocalDate> value) {
        return and(new Column<>(key, Form.DATE, value, null));
    }

    /** A column of moments. */
    public Listing<T> moment(String key, Function<? super T, Instant> value) {
        return and(new Column<>(key, Form.MOMENT, value, null));
    }

    /** A column of whole or decimal numbers. */
    public Listing<T> number(String key, Function<? super T, ? extends Number> value) {
        return and(new Column<>(key, Form.NUMBER, value, null));
    }

    /** A column of yuan. */
    public Listing<T> money(String key, Function<? super T, BigDecimal> value) {
        return and(new Column<>(key, Form.MONEY, value, null));
    }

    /** Makes the last column open an address. */
    public Listing<T> linked(Function<? super T, String> href) {
        Column<T> last = columns.getLast();
        List<Column<T>> changed = new ArrayList<>(columns.subList(0, columns.size() - 1));
        changed.add(new Column<>(last.key(), last.form(), last.value(), href));
        return new Listing<>(title, changed, order);
    }

    /** The order when none is asked for: a column's name, with {@code -} before it for descending. */
    public Listing<T> sorted(String newOrder) {
        return new Listing<>(title, columns, newOrder);
    }

    private Listing<T> and(Column<T> column) {
        if (columns.stream().anyMatch(each -> each.name().equals(column.name()))) {
            throw new IllegalArgumentException("two columns named " + column.name());
        }
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(column);
        return new Listing<>(title, more, order);
    }

    /** The rows asked for, in the reader's language. */
    public ListingView show(Collection<? extends T> rows, ListingRequest request, Speech speech) {
        return new Selection<>(this, List.copyOf(rows), request, speech).view();
    }

    /** All rows that pass the filters, in the order asked for, as a workbook. */
    public byte[] workbook(Collection<? extends T> rows, ListingRequest request, Speech speech) {
        return new Selection<>(this, List.copyOf(rows), request, speech).workbook();
    }

    /** Key of the title. */
    public String title() {
        return title;
    }

    List<Column<T>> columns() {
        return columns;
    }

    String order() {
        return order;
    }

    /** Says texts in one reader's language. */
    public record Speech(org.shengmo.wording.Words words, java.util.Locale language) {
        String say(Text text) {
            return words.say(language, text);
        }

        String say(String key) {
            return words.say(language, key);
        }
    }

    /** How a column's values look, sort and filter. */
    public enum Form {
        TEXT,
        CHOICE,
        DATE,
        MOMENT,
        NUMBER,
        MONEY
    }

    record Column<T>(String key, Form form, Function<? super T, ?> value, Function<? super T, String> href) {
        String name() {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }
}
