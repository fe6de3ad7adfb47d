package org.shengmo.petition;

import java.security.SecureRandom;
import java.sql.Array;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders and calendar feeds in PostgreSQL; a feed's secret is kept as a keyed hash only. */
@Service
class PostgresReminders implements Reminders {

    private static final int LATEST = 60;
    private static final int MOST = 10;
    private static final int SECRET_BYTES = 24;

    private final JdbcClient database;
    private final ReceiptCodes codes;
    private final Duties duties;
    private final Docket docket;
    private final Organization organization;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PostgresReminders(
            JdbcClient database,
            ReceiptCodes codes,
            Duties duties,
            Docket docket,
            Organization organization,
            Clock clock) {
        this.database = database;
        this.codes = codes;
        this.duties = duties;
        this.docket = docket;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Integer>> chosen(Actor by) {
        Map<String, List<Integer>> chosen = new LinkedHashMap<>();
        database.sql("SELECT step, days FROM petition.reminder WHERE post = ?")
                .param(by.post())
                .query((row, number) -> {
                    Array days = row.getArray("days");
                    return chosen.put(row.getString("step"), Arrays.asList((Integer[]) days.getArray()));
                })
                .list();
        return chosen;
    }

    @Override
    @Transactional
    public void choose(Actor by, String step, List<Integer> days) {
        requirePost(by);
        if (!STEPS.contains(step) || days.size() > MOST || days.stream().anyMatch(day -> day < 0 || day > LATEST)) {
            throw Invalid.at(step, "petition.fault.days");
        }
        if (days.isEmpty()) {
            database.sql("DELETE FROM petition.reminder WHERE post = ? AND step = ?")
                    .params(by.post(), step)
                    .update();
        } else {
            database.sql("""
                    INSERT INTO petition.reminder (post, step, days) VALUES (?, ?, ?)
                    ON CONFLICT (post, step) DO UPDATE SET days = excluded.days
                    """)
                    .params(by.post(), step, days.toArray(Integer[]::new))
                    .update();
        }
        docket.record(Act.of(
                by.author(), "petition.reminders-chosen", Subject.post(by.post()), Map.of("step", step, "days", days)));
    }

    @Override
    @Transactional
    public String openFeed(Actor by) {
        requirePost(by);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        database.sql("""
                INSERT INTO petition.feed (token, person, post) VALUES (?, ?, ?)
                ON CONFLICT (person, post) DO UPDATE SET token = excluded.token
                """)
                .params(codes.hash("feed", secret), by.person(), by.post())
                .update();
        docket.record(Act.of(by.author(), "petition.feed-opened", Subject.post(by.post()), Map.of()));
        return secret;
    }

    private static void requirePost(Actor by) {
        if (by.post() == null) {
            throw Refusal.of(
                            "access.permission.missing",
                            Permission.of("petition.handle").code())
                    .refused();
        }
    }

    /** A feed ends with the tenure: the secret of who left the post opens nothing. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> feed(String secret) {
        record Feed(UUID person, UUID post) {}
        LocalDate today = LocalDate.now(clock);
        return database.sql("SELECT person, post FROM petition.feed WHERE token = ?")
                .param(codes.hash("feed", secret))
                .query(Feed.class)
                .optional()
                .filter(feed -> organization.holdersOf(feed.post(), today).stream()
                        .anyMatch(tenure -> tenure.person().equals(feed.person())))
                .map(feed -> CalendarText.of(
                        duties.of(feed.post()).stream()
                                .filter(OpenDuty.class::isInstance)
                                .map(Duty::details)
                                .toList(),
                        clock.instant()));
    }
}
