package org.shengmo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.shengmo.workbook.Layout.Column;

class DayProperties {

    private static final Layout LAYOUT =
            Layout.of(Layout.Sheet.of("day", "日", "Day", Column.required("day", "日期", "Date", new CellForm.Date())));

    private static LocalDate read(Object cell) {
        byte[] file = Template.filled(LAYOUT, Locale.ENGLISH, Map.of("day", List.of(Map.of("day", cell))));
        return Workbooks.read(file, LAYOUT).faultless().rows("day").getFirst().date("day");
    }

    @Property(tries = 60)
    void aDayIsTheSameHoweverItIsWritten(@ForAll @IntRange(min = 0, max = 100_000) int days) {
        LocalDate day = LocalDate.of(1901, 1, 1).plusDays(days);
        assertThat(read(day)).isEqualTo(day);
        assertThat(read(day.toString())).isEqualTo(day);
        assertThat(read(day.format(DateTimeFormatter.ofPattern("yyyy年M月d日")))).isEqualTo(day);
        assertThat(read(day.format(DateTimeFormatter.BASIC_ISO_DATE))).isEqualTo(day);
    }
}
