package org.shengmo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Date arithmetic against every table of {@code dates/}: which table it is, the header says. */
class DateSpanTest {

    private static final Pattern CELL = Pattern.compile("\\s*;\\s*");
    private static final Pattern SPAN = Pattern.compile("\\[(-?\\d+) years, (-?\\d+) months, (-?\\d+) days]");

    @Test
    void everyCaseOfTheSharedTables() {
        SoftAssertions.assertSoftly(softly -> SharedData.files("dates", ".csv").forEach(file -> cases(softly, file)));
    }

    private static void cases(SoftAssertions softly, Path file) {
        List<String> lines = SharedData.lines(file);
        String header = lines.getFirst().replaceAll("\\s*;\\s*", ";").strip();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                softly.assertThatCode(
                                () -> check(header, CELL.splitAsStream(line).toList()))
                        .as(file.getFileName() + " " + line)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void check(String header, List<String> cells) {
        LocalDate date = LocalDate.parse(cells.getFirst());
        switch (header) {
            case "Date;Period;Date+Period" -> {
                for (MonthEnd rule : MonthEnd.values()) {
                    assertThat(span(cells.get(1)).addTo(date, rule)).isEqualTo(cells.get(2));
                }
            }
            case "Date;Period;Date +up Period;Date +down Period" -> {
                DateSpan span = span(cells.get(1));
                assertThat(span.addTo(date, MonthEnd.UP)).isEqualTo(cells.get(2));
                assertThat(span.addTo(date, MonthEnd.DOWN)).isEqualTo(cells.get(3));
                assertThatThrownBy(() -> span.addTo(date, MonthEnd.REFUSE)).isInstanceOf(AmbiguousDate.class);
            }
            case "Date;First day of month;Last day of month" -> {
                assertThat(YearMonth.from(date).atDay(1)).isEqualTo(cells.get(1));
                assertThat(YearMonth.from(date).atEndOfMonth()).isEqualTo(cells.get(2));
            }
            default -> throw new AssertionError("a table of a new kind: " + header);
        }
    }

    private static DateSpan span(String text) {
        Matcher matcher = SPAN.matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        return new DateSpan(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }
}
