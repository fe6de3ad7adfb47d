package org.shengmo.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The calendar over the notices shipped and those an operator loaded; read once, and again after each load. */
@Service
class PostgresCalendar implements Calendar {

    private static final Permission LOAD = Permission.of("calendar.notice");

    private final JdbcClient database;
    private final Docket docket;
    private volatile NoticeCalendar days;

    PostgresCalendar(JdbcClient database, Docket docket) {
        this.database = database;
        this.docket = docket;
    }

    private NoticeCalendar days() {
        NoticeCalendar known = days;
        if (known == null) {
            List<HolidayNotice> notices = new ArrayList<>(HolidayFacts.shipped());
            database.sql("SELECT facts FROM calendar.notice ORDER BY id").query(String.class).list().stream()
                    .map(HolidayFacts::read)
                    .forEach(notices::addAll);
            known = new NoticeCalendar(notices);
            days = known;
        }
        return known;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return days().isWorkingDay(day);
    }

    @Override
    public Day day(LocalDate date) {
        return days().day(date);
    }

    @Override
    public boolean isProvisional(int year) {
        return days().isProvisional(year);
    }

    @Override
    public Optional<HolidayNotice> notice(int year) {
        return Optional.ofNullable(days().years().get(year));
    }

    @Override
    public List<HolidayNotice> notices() {
        return List.copyOf(days().years().values());
    }

    @Override
    @Transactional
    public void load(Actor by, HolidayNotice notice) {
        by.require(LOAD);
        String facts = HolidayFacts.write(notice);
        database.sql("INSERT INTO calendar.notice (year, facts) VALUES (?, ?)")
                .params(notice.year(), facts)
                .update();
        docket.record(Act.of(
                by.author(),
                "calendar.notice-loaded",
                new Subject("calendar.notice", UUID.nameUUIDFromBytes(new byte[] {
                    (byte) (notice.year() >> 8), (byte) notice.year()
                })),
                Map.of("year", notice.year(), "facts", facts)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                days = null;
            }
        });
    }
}
