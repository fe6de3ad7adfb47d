package org.shengmo.petition;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.shengmo.docket.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts each month's petitions when it is over, and tells the public. */
@Component
class PetitionMonth implements DailyRound, Publishable {

    private static final String KIND = "petition.month-counted";

    private final JdbcClient database;
    private final Docket docket;

    PetitionMonth(JdbcClient database, Docket docket) {
        this.database = database;
        this.docket = docket;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        YearMonth month = YearMonth.from(day).minusMonths(1);
        Subject subject = subject(month);
        if (docket.timeline(subject, java.util.List.of(), 1).isEmpty()) {
            Map<String, Object> counted = count(month);
            if (!counted.get("received").equals(0L)) {
                docket.record(Act.of(Author.CALENDAR, KIND, subject, counted));
            }
        }
    }

    private static Subject subject(YearMonth month) {
        return new Subject(
                "petition.month", UUID.nameUUIDFromBytes(("petition.month " + month).getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Object> count(YearMonth month) {
        return database.sql("""
                SELECT count(*) FILTER (WHERE received_on BETWEEN :first AND :last) AS received,
                  count(*) FILTER (WHERE answered_on BETWEEN :first AND :last) AS answered,
                  count(*) FILTER (WHERE solved_on BETWEEN :first AND :last) AS solved
                FROM petition.petition
                WHERE received_on BETWEEN :first AND :last OR answered_on BETWEEN :first AND :last
                  OR solved_on BETWEEN :first AND :last
                """)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query((row, number) -> Map.<String, Object>of(
                        "month", month.toString(),
                        "received", row.getLong("received"),
                        "answered", row.getLong("answered"),
                        "solved", row.getLong("solved")))
                .single();
    }

    @Override
    public String item() {
        return "petition.month";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of(KIND));
    }

    @Override
    public Optional<News> of(Entry act) {
        Map<String, Object> counted = act.payload();
        YearMonth month = YearMonth.parse(counted.get("month").toString());
        return Optional.of(new News(
                "%d年%d月信访统计".formatted(month.getYear(), month.getMonthValue()),
                "收到 %s 件，答复 %s 件，信访人确认解决 %s 件。"
                        .formatted(counted.get("received"), counted.get("answered"), counted.get("solved")),
                null,
                "/petitions"));
    }
}
