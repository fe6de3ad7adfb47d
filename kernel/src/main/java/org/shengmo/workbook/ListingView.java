package org.shengmo.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.wording.Text;

/**
 * One page of a list, ready to be rendered.
 *
 * @param title key of the list's title
 * @param request what was asked; gives the addresses of neighbours
 * @param heads the columns
 * @param filters what the list can be narrowed by
 * @param rows the rows of this page
 * @param total rows that pass the filters
 * @param unfiltered rows before the filters
 * @param page this page's number, first 1
 * @param pages how many pages there are, at least 1
 */
public record ListingView(
        String title,
        ListingRequest request,
        List<Head> heads,
        List<Filter> filters,
        List<Row> rows,
        int total,
        int unfiltered,
        int page,
        int pages) {

    /** Whether any filter narrows the list. */
    public boolean narrowed() {
        return !request.words().isEmpty() || filters.stream().anyMatch(Filter::set);
    }

    /** What the address says to the page and not to the list, such as a year: the filters' form and its clearing keep it. */
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(request.parameters());
        kept.keySet().removeAll(List.of("q", "sort", "size", "page", "format"));
        for (Head head : heads) {
            kept.keySet().removeAll(List.of(head.name(), head.name() + ".from", head.name() + ".until"));
        }
        return kept;
    }

    /** The address of the whole list. */
    public String whole() {
        return new ListingRequest(request.path(), kept()).with("page", null);
    }

    /**
     * A column's head.
     *
     * @param name the column in the address
     * @param key key of its words
     * @param order {@code ascending}, {@code descending} or {@code none}
     * @param href address that sorts by it, or turns the order
     */
    public record Head(String name, String key, Listing.Form form, String order, String href) {}

    /** Something a list can be narrowed by. */
    public sealed interface Filter {
        /** The column in the address. */
        String name();

        /** Key of the column's words. */
        String key();

        /** Whether it narrows the list now. */
        boolean set();
    }

    /** One of a column's values. */
    public record ChoiceFilter(String name, String key, List<Option> options, String chosen) implements Filter {
        @Override
        public boolean set() {
            return !chosen.isEmpty();
        }
    }

    /** A span of days, both included; {@code from} and {@code until} in ISO form or empty. */
    public record DayFilter(String name, String key, String from, String until) implements Filter {
        @Override
        public boolean set() {
            return !from.isEmpty() || !until.isEmpty();
        }
    }

    /** A value to choose: its code in the address, what it is called, how many rows have it. */
    public record Option(String code, String words, int count) {}

    /** A row. */
    public record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param value text, {@link Text}, {@link org.shengmo.wording.Status}, day, moment, number, or null
     * @param href where it leads; null when nowhere
     */
    public record Cell(Listing.Form form, Object value, String href) {}
}
