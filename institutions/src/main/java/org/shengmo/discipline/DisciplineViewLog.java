package org.shengmo.discipline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of views, append-only. */
@Service
class DisciplineViewLog implements ViewLog {

    private static final int OPENS = 7;
    private static final int CLOSES = 21;
    private static final int MANY = 30;

    private final JdbcClient database;
    private final DisciplineRecord record;
    private final DisciplineCrews crews;
    private final DisciplineTerms terms;
    private final DisciplineVault vault;
    private final Clock clock;

    DisciplineViewLog(
            JdbcClient database,
            DisciplineRecord record,
            DisciplineCrews crews,
            DisciplineTerms terms,
            DisciplineVault vault,
            Clock clock) {
        this.database = database;
        this.record = record;
        this.crews = crews;
        this.terms = terms;
        this.vault = vault;
        this.clock = clock;
    }

    /** Logs a view, in the reader's transaction: what is not logged is not shown. */
    void viewed(Actor reader, String what, UUID matter, String role) {
        database.sql(
                        "INSERT INTO discipline.view (matter, what, person, post, role, at, on_day) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        matter,
                        what,
                        reader.person(),
                        reader.post(),
                        role,
                        Timestamp.from(clock.instant()),
                        LocalDate.now(clock))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<View> of(Actor by, YearMonth month) {
        by.require(REVIEW);
        return views(month);
    }

    private List<View> views(YearMonth month) {
        return database.sql("""
                SELECT v.*, extract(hour FROM v.at AT TIME ZONE 'Asia/Shanghai') AS hour,
                  count(*) OVER (PARTITION BY v.person, v.on_day) AS of_day
                FROM discipline.view v WHERE v.on_day BETWEEN ? AND ? ORDER BY v.id DESC
                """)
                .params(month.atDay(1), month.atEndOfMonth())
                .query((row, number) -> new View(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("what"),
                        Columns.id(row, "person"),
                        Columns.id(row, "post"),
                        row.getString("role"),
                        row.getInt("hour") < OPENS || row.getInt("hour") >= CLOSES || row.getInt("of_day") > MANY))
                .list();
    }

    /** Whether anything was looked at in a month that was not looked through. */
    boolean unreviewed(YearMonth month) {
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM discipline.view WHERE on_day BETWEEN ? AND ?)
                   AND NOT EXISTS (SELECT 1 FROM discipline.view_review WHERE month = ?)
                """)
                .params(month.atDay(1), month.atEndOfMonth(), month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public void review(Actor by, YearMonth month, String remarks) {
        by.require(REVIEW);
        PostgresDisciplineLeads.requireText("remarks", remarks);
        if (!month.isBefore(YearMonth.from(LocalDate.now(clock)))) {
            throw refusal("discipline.log.too-early", month);
        }
        if (find(month).isPresent()) {
            throw refusal("discipline.log.before", month);
        }
        List<View> views = views(month);
        if (views.stream().anyMatch(view -> view.person().equals(by.person()))) {
            throw refusal("discipline.log.own", month);
        }
        int striking = (int) views.stream().filter(View::striking).count();
        database.sql("INSERT INTO discipline.view_review VALUES (?, ?, ?, ?, ?, ?)")
                .params(month.atDay(1), views.size(), striking, remarks.strip(), by.person(), LocalDate.now(clock))
                .update();
        // The term of it stands behind the seal, whose door a reviewer has not.
        vault.openForWork();
        terms.done(matter(month));
        record.sealed(
                by,
                "log-reviewed",
                new Subject("discipline.log", matter(month)),
                Map.of("month", month.toString(), "views", views.size(), "striking", striking, "remarks", remarks));
    }

    /** A month as a matter of its own. */
    static UUID matter(YearMonth month) {
        return new UUID(0, month.getYear() * 100L + month.getMonthValue());
    }

    private org.shengmo.wording.Refused refusal(String key, YearMonth month) {
        return Refusal.of(key, month.toString())
                .under(List.of(crews.clause("9")))
                .refused();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Review> reviews(Actor by) {
        by.require(REVIEW);
        return database.sql("SELECT * FROM discipline.view_review ORDER BY month DESC")
                .query((row, number) -> new Review(
                        YearMonth.from(Columns.day(row, "month")),
                        row.getInt("views"),
                        row.getInt("striking"),
                        row.getString("remarks"),
                        Columns.id(row, "by_whom")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Review> review(Actor by, YearMonth month) {
        by.require(REVIEW);
        return find(month);
    }

    private Optional<Review> find(YearMonth month) {
        return database.sql("SELECT * FROM discipline.view_review WHERE month = ?")
                .param(month.atDay(1))
                .query((row, number) -> new Review(
                        month,
                        row.getInt("views"),
                        row.getInt("striking"),
                        row.getString("remarks"),
                        Columns.id(row, "by_whom")))
                .optional();
    }
}
