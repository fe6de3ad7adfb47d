package org.shengmo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Docket;
import org.shengmo.store.KernelTest;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class CalendarTest {

    private static final LocalDate BRIDGE = LocalDate.of(2031, 1, 2);

    @Autowired
    Calendar calendar;

    @Autowired
    Docket docket;

    private final Actor operator = new Actor(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "operator",
            Set.of(Permission.of("calendar.notice")),
            new Scope.All(),
            List.of());

    private final HolidayNotice notice = HolidayFacts.read("2031 https://example.org/notice\n元旦: 01-01~01-03 + 01-04")
            .getFirst();

    @Test
    void aYearsNoticeLoadedCountsFromThenOnAndIsOnRecord() {
        assertThat(calendar.isProvisional(2031)).isTrue();
        assertThat(calendar.isWorkingDay(BRIDGE)).isTrue();

        calendar.load(operator, notice);

        assertThat(calendar.isProvisional(2031)).isFalse();
        assertThat(calendar.isWorkingDay(BRIDGE)).isFalse();
        assertThat(calendar.notice(2031)).contains(notice);
        assertThat(docket.doneBy(operator.person(), 1).getFirst().payload()).containsEntry("year", 2031);
    }

    @Test
    void aPostWithoutThePermissionCannotChangeTheCalendar() {
        assertThatThrownBy(() -> calendar.load(Actor.PUBLIC, notice)).isInstanceOf(Refused.class);
    }
}
