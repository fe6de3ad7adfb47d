package org.shengmo.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/**
 * Notices as text, one block a year: a line with the year and where the notice is published, then a line for each holiday
 * with its days off and, after a plus sign, the weekend days worked for it:
 *
 * <pre>
 * 2026 https://www.gov.cn/…
 * 元旦: 01-01~01-03 + 01-04
 * </pre>
 */
public final class HolidayFacts {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})((?:\\s+\\S+)+)");
    private static final Pattern HOLIDAY = Pattern.compile("([^:：]+)[:：]([^+]*)(?:\\+(.*))?");

    private static final Pattern DAYS = Pattern.compile("([^\\s~]+)(?:~([^\\s~]+))?");

    private final List<HolidayNotice> notices = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int year;
    private List<String> sources = List.of();
    private SortedMap<LocalDate, String> off = new TreeMap<>();
    private SortedMap<LocalDate, String> working = new TreeMap<>();

    private HolidayFacts() {}

    /** The notices that the program ships with, oldest first. */
    public static List<HolidayNotice> shipped() {
        try (InputStream file = HolidayFacts.class.getResourceAsStream("holidays.txt")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads notices.
     *
     * @throws Invalid with every line that cannot be read, by its number
     */
    public static List<HolidayNotice> read(String text) {
        HolidayFacts reader = new HolidayFacts();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                reader.line(i + 1, lines.get(i));
            }
        }
        reader.finish(lines.size());
        if (!reader.faults.isEmpty()) {
            throw new Invalid(reader.faults);
        }
        return List.copyOf(reader.notices);
    }

    private void line(int number, String line) {
        Matcher head = YEAR.matcher(line);
        Matcher holiday = HOLIDAY.matcher(line);
        try {
            if (head.matches()) {
                finish(number);
                year = Integer.parseInt(head.group(1));
                sources = List.of(head.group(2).strip().split("\\s+"));
            } else if (year != 0 && holiday.matches()) {
                String name = holiday.group(1).strip();
                days(holiday.group(2)).forEach(day -> off.put(day, name));
                if (holiday.group(3) != null) {
                    days(holiday.group(3)).forEach(day -> working.put(day, name));
                }
            } else {
                fault(number, "calendar.notice.line", line);
            }
        } catch (DateTimeException e) {
            fault(number, "calendar.notice.date", line);
        }
    }

    private List<LocalDate> days(String text) {
        List<LocalDate> days = new ArrayList<>();
        Matcher part = DAYS.matcher(text);
        while (part.find()) {
            LocalDate first = date(part.group(1));
            LocalDate last = part.group(2) == null ? first : date(part.group(2));
            if (last.isBefore(first) || last.isAfter(first.plusDays(30))) {
                throw new DateTimeException("not a run of days: " + part.group());
            }
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private LocalDate date(String text) {
        return LocalDate.parse(text.length() == 5 ? "%04d-%s".formatted(year, text) : text);
    }

    private void finish(int number) {
        if (year != 0) {
            try {
                notices.add(new HolidayNotice(year, sources, off, working));
            } catch (IllegalArgumentException e) {
                fault(number, "calendar.notice.contradiction", String.valueOf(year));
            }
        }
        off = new TreeMap<>();
        working = new TreeMap<>();
    }

    private void fault(int number, String key, String argument) {
        faults.add(new Fault(Integer.toString(number), Text.of(key, argument)));
    }

    /** A notice in the form that {@link #read} takes. */
    public static String write(HolidayNotice notice) {
        Map<String, Set<LocalDate>> off = byName(notice.off());
        Map<String, Set<LocalDate>> working = byName(notice.working());
        Set<String> names = new TreeSet<>(off.keySet());
        names.addAll(working.keySet());
        StringBuilder out = new StringBuilder();
        out.append(notice.year())
                .append(' ')
                .append(String.join(" ", notice.sources()))
                .append('\n');
        names.forEach(name -> {
            out.append(name).append(':');
            off.getOrDefault(name, new TreeSet<>())
                    .forEach(day -> out.append(' ').append(day));
            if (working.containsKey(name)) {
                out.append(" +");
                working.get(name).forEach(day -> out.append(' ').append(day));
            }
            out.append('\n');
        });
        return out.toString();
    }

    private static Map<String, Set<LocalDate>> byName(SortedMap<LocalDate, String> days) {
        Map<String, Set<LocalDate>> names = new LinkedHashMap<>();
        days.forEach((day, name) ->
                names.computeIfAbsent(name, each -> new TreeSet<>()).add(day));
        return names;
    }
}
