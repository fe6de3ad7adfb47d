package org.shengmo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.shengmo.wording.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class HolidayFactsTest {

    private final NoticeCalendar calendar = new NoticeCalendar(HolidayFacts.shipped());

    @Test
    void everyDayOfTheSharedFilesIsOffOrWorkedAsTheySay() {
        SoftAssertions.assertSoftly(softly -> SharedData.files("holidays", ".json")
                .forEach(file -> softly.assertThatCode(() -> check(new ObjectMapper().readTree(file.toFile())))
                        .as(file.getFileName().toString())
                        .doesNotThrowAnyException()));
    }

    private void check(JsonNode year) {
        assertThat(calendar.isProvisional(year.path("year").asInt())).isFalse();
        assertThat(year.path("days")).isNotEmpty().allSatisfy(day -> {
            LocalDate date = LocalDate.parse(day.path("date").asString());
            boolean off = day.path("isOffDay").asBoolean();
            assertThat(calendar.isWorkingDay(date)).as(date.toString()).isEqualTo(!off);
        });
        List<LocalDate> listed = year.path("days")
                .valueStream()
                .map(day -> LocalDate.parse(day.path("date").asString()))
                .toList();
        LocalDate first = LocalDate.of(year.path("year").asInt(), 1, 1);
        assertThat(first.datesUntil(first.plusYears(1).minusDays(10)).filter(day -> !listed.contains(day)))
                .allSatisfy(day -> assertThat(calendar.isWorkingDay(day))
                        .as(day.toString())
                        .isEqualTo(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0));
    }

    @Test
    void aDaySaysWhyItIsWorkedOrNot() {
        assertThat(calendar.day(LocalDate.of(2025, 1, 26)))
                .isEqualTo(new Day(LocalDate.of(2025, 1, 26), true, Day.Why.WORKING_WEEKEND, "春节", false));
        assertThat(calendar.day(LocalDate.of(2025, 10, 8)).why()).isEqualTo(Day.Why.HOLIDAY);
        assertThat(calendar.day(LocalDate.of(2025, 11, 8)).why()).isEqualTo(Day.Why.WEEKEND);
        assertThat(calendar.day(LocalDate.of(2025, 11, 10)).why()).isEqualTo(Day.Why.WEEKDAY);
    }

    @Test
    void aDayOfDecemberGoesByTheNextYearsNotice() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 29))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 31))).isFalse();
    }

    @Test
    void aYearWithoutItsNoticeGoesByWeekendsAndFixedDatesAndIsProvisional() {
        Day mayday = calendar.day(LocalDate.of(2031, 5, 1));
        assertThat(mayday).isEqualTo(new Day(LocalDate.of(2031, 5, 1), false, Day.Why.HOLIDAY, "劳动节", true));
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 3))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 6))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 4))).isFalse();
        assertThat(calendar.isProvisional(2031)).isTrue();
    }

    @Test
    void everyFaultOfANoticeIsNamedByItsLine() {
        assertThatThrownBy(() -> HolidayFacts.read("""
                        2031 https://example.org/notice
                        元旦: 01-01~01-03 + 01-32
                        春节 02-01
                        国庆节: 10-03~10-01
                        """))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(fault -> fault.place())
                                .containsExactly("2", "3", "4"));
    }

    @Test
    void aDayBothOffAndWorkedIsRefused() {
        assertThatThrownBy(() -> HolidayFacts.read("""
                        2031 https://example.org/notice
                        元旦: 01-01 + 01-01
                        """)).isInstanceOf(Invalid.class);
    }

    @Test
    void aNoticeIsWrittenAsItIsRead() {
        assertThat(HolidayFacts.shipped())
                .allSatisfy(notice -> assertThat(HolidayFacts.read(HolidayFacts.write(notice)))
                        .containsExactly(notice));
    }
}
