package org.shengmo.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts attempts under logins that nobody has, and locks these too: the answers are the same as for an account. */
@Repository
class UnknownLogins {

    private static final int LONGEST = 100;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    UnknownLogins(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One attempt more; what an account would have been told. */
    SignIn failed(String login) {
        Instant now = clock.instant();
        String name = login.length() > LONGEST ? login.substring(0, LONGEST) : login;
        database.sql("DELETE FROM access.unknown_login WHERE tried_at < :old")
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        Timestamp lockedUntil = database.sql("""
                INSERT INTO access.unknown_login AS u (login, failures, tried_at) VALUES (:login, 1, :now)
                ON CONFLICT (login) DO UPDATE SET
                  failures = CASE WHEN u.locked_until > :now THEN u.failures
                    WHEN u.failures + 1 >= :most THEN 0 ELSE u.failures + 1 END,
                  locked_until = CASE WHEN u.locked_until > :now THEN u.locked_until
                    WHEN u.failures + 1 >= :most THEN :until ELSE NULL END,
                  tried_at = :now
                RETURNING locked_until
                """)
                .param("login", name)
                .param("now", Timestamp.from(now))
                .param("most", Accounts.FAILURES_BEFORE_LOCK)
                .param("until", Timestamp.from(now.plus(Duration.ofMinutes(Accounts.LOCK_MINUTES))))
                .query((row, number) -> row.getTimestamp("locked_until"))
                .optional()
                .orElse(null);
        return lockedUntil != null ? new SignIn.Locked(lockedUntil.toInstant()) : new SignIn.Wrong(left(name));
    }

    private int left(String login) {
        return Accounts.FAILURES_BEFORE_LOCK
                - database.sql("SELECT failures FROM access.unknown_login WHERE login = :login")
                        .param("login", login)
                        .query(Integer.class)
                        .single();
    }
}
