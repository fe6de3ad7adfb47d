package org.shengmo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in PostgreSQL. Attempts on one account come one after another, so that none slips past the lock. */
@Service
class PostgresAccounts implements Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private static final String SELECT =
            "SELECT person, login, locked_until, must_change, closed, hash, failures FROM access.account WHERE ";
    /** A lock that only somebody lifts. */
    private static final Instant UNTIL_LIFTED = Instant.parse("9999-12-31T00:00:00Z");

    private record Row(Account account, String hash, int failures) {}

    private final JdbcClient database;
    private final Docket docket;
    private final Clock clock;
    private final UnknownLogins unknown;
    private final ObjectProvider<Posts> posts;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    /** Compared with when there is no account, so that the answer takes as long. */
    private final String nobodys = encoder.encode("");

    PostgresAccounts(
            JdbcClient database, Docket docket, Clock clock, UnknownLogins unknown, ObjectProvider<Posts> posts) {
        this.database = database;
        this.docket = docket;
        this.clock = clock;
        this.unknown = unknown;
        this.posts = posts;
    }

    @Override
    @Transactional
    public Account create(Actor by, UUID person, String login, CharSequence password) {
        manages(by, person);
        String name = login(login);
        PasswordRule.check("password", password, name);
        open(by, person, name, encoder.encode(password), false);
        return of(person).orElseThrow();
    }

    @Override
    @Transactional
    public void createForDemonstration(Actor by, Map<UUID, String> logins, CharSequence password) {
        by.require(MANAGE);
        String hash = encoder.encode(password);
        logins.forEach((person, login) -> open(by, person, login(login), hash, true));
    }

    private static String login(String login) {
        String name = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(name).matches()) {
            throw Invalid.at("login", "access.login.malformed", name);
        }
        return name;
    }

    private void open(Actor by, UUID person, String login, String hash, boolean demonstration) {
        if (of(person).isPresent()) {
            throw Invalid.at("person", "access.account.exists");
        }
        int rows = database.sql("""
                INSERT INTO access.account (person, login, hash, must_change, demonstration, opened_at)
                VALUES (:person, :login, :hash, :must_change, :demonstration, :now) ON CONFLICT (login) DO NOTHING
                """)
                .param("person", person)
                .param("login", login)
                .param("hash", hash)
                .param("must_change", !demonstration)
                .param("demonstration", demonstration)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows == 0) {
            throw Invalid.at("login", "access.login.taken", login);
        }
        record(by.author(), "account-opened", person, Map.of("login", login));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> withDemonstrationPassword() {
        return withDemonstrationPassword(database);
    }

    static List<String> withDemonstrationPassword(JdbcClient database) {
        return database.sql("SELECT login FROM access.account WHERE demonstration AND NOT closed ORDER BY login")
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> of(UUID person) {
        return row("person = ?", person, false).map(Row::account);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> byLogin(String login) {
        return row("login = ?", login.strip().toLowerCase(Locale.ROOT), false).map(Row::account);
    }

    private Optional<Row> row(String condition, Object key, boolean locking) {
        return database.sql(SELECT + condition + (locking ? " FOR UPDATE" : ""))
                .param(key)
                .query(PostgresAccounts::read)
                .optional();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        Timestamp lockedUntil = row.getTimestamp("locked_until");
        return new Row(
                new Account(
                        row.getObject("person", UUID.class),
                        row.getString("login"),
                        lockedUntil == null ? null : lockedUntil.toInstant(),
                        row.getBoolean("must_change"),
                        row.getBoolean("closed")),
                row.getString("hash"),
                row.getInt("failures"));
    }

    @Override
    @Transactional
    public SignIn signIn(String login, CharSequence password) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Optional<Row> row =
                row("login = ?", name, true).filter(each -> !each.account().closed());
        SignIn attempt = attempt(row, password);
        return row.isPresent() ? attempt : unknown.failed(name);
    }

    @Override
    @Transactional
    public SignIn confirm(UUID person, CharSequence password) {
        return attempt(row("person = ?", person, true), password);
    }

    private SignIn attempt(Optional<Row> found, CharSequence password) {
        boolean right = matches(password, found.map(Row::hash).orElse(nobodys));
        if (found.isEmpty() || found.get().account().closed()) {
            return new SignIn.Wrong(FAILURES_BEFORE_LOCK - 1);
        }
        Row row = found.get();
        Instant lockedUntil = row.account().lockedUntil();
        if (lockedUntil != null && clock.instant().isBefore(lockedUntil)) {
            return new SignIn.Locked(lockedUntil);
        }
        return right ? succeeded(row, password) : failed(row);
    }

    private boolean matches(CharSequence password, String hash) {
        return password.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                        <= PasswordRule.LONGEST_BYTES
                && encoder.matches(password, hash);
    }

    private SignIn succeeded(Row row, CharSequence password) {
        if (row.failures() > 0 || row.account().lockedUntil() != null) {
            database.sql("UPDATE access.account SET failures = 0, locked_until = NULL WHERE person = ?")
                    .param(row.account().person())
                    .update();
        }
        if (encoder.upgradeEncoding(row.hash())) {
            database.sql("UPDATE access.account SET hash = ? WHERE person = ?")
                    .param(encoder.encode(password))
                    .param(row.account().person())
                    .update();
        }
        return new SignIn.Done(of(row.account().person()).orElseThrow());
    }

    private SignIn failed(Row row) {
        int failures = row.failures() + 1;
        boolean lock = failures >= FAILURES_BEFORE_LOCK;
        Instant until = lock ? clock.instant().plus(Duration.ofMinutes(LOCK_MINUTES)) : null;
        database.sql("UPDATE access.account SET failures = :failures, locked_until = :until WHERE person = :person")
                .param("failures", lock ? 0 : failures)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("person", row.account().person())
                .update();
        if (!lock) {
            return new SignIn.Wrong(FAILURES_BEFORE_LOCK - failures);
        }
        record(
                Author.CALENDAR,
                "account-locked",
                row.account().person(),
                Map.of("login", row.account().login(), "failures", failures, "until", until.toString()));
        return new SignIn.Locked(until);
    }

    @Override
    @Transactional(noRollbackFor = {Invalid.class, Refused.class})
    public void change(UUID person, CharSequence old, CharSequence next) {
        Row row = existing(person);
        PasswordRule.check("newPassword", next, row.account().login());
        SignIn attempt = attempt(Optional.of(row), old);
        if (attempt instanceof SignIn.Wrong wrong) {
            throw Invalid.at("oldPassword", "access.password.wrong", wrong.attemptsLeft());
        }
        if (attempt instanceof SignIn.Locked) {
            throw Refusal.of("access.account.locked", LOCK_MINUTES).refused();
        }
        if (old.toString().contentEquals(next)) {
            throw Invalid.at("newPassword", "access.password.same");
        }
        replace(person, next, false);
        record(new Author(person, null), "password-changed", person, Map.of());
    }

    @Override
    @Transactional
    public void reset(Actor by, UUID person, CharSequence next) {
        manages(by, person);
        Row row = existing(person);
        PasswordRule.check("newPassword", next, row.account().login());
        replace(person, next, true);
        record(by.author(), "password-reset", person, Map.of());
    }

    private void replace(UUID person, CharSequence next, boolean mustChange) {
        database.sql("""
                UPDATE access.account
                SET hash = :hash, must_change = :must_change, demonstration = false, failures = 0, locked_until = NULL
                WHERE person = :person
                """)
                .param("hash", encoder.encode(next))
                .param("must_change", mustChange)
                .param("person", person)
                .update();
    }

    @Override
    @Transactional
    public void unlock(Actor by, UUID person) {
        manages(by, person);
        existing(person);
        database.sql("UPDATE access.account SET failures = 0, locked_until = NULL WHERE person = ?")
                .param(person)
                .update();
        record(by.author(), "account-unlocked", person, Map.of());
    }

    @Override
    @Transactional
    public void lock(Actor by, UUID person) {
        manages(by, person);
        existing(person);
        database.sql("UPDATE access.account SET locked_until = :until WHERE person = :person")
                .param("until", Timestamp.from(UNTIL_LIFTED))
                .param("person", person)
                .update();
        record(by.author(), "account-locked", person, Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Account> readableBy(Actor by) {
        by.require(MANAGE);
        return database.sql(SELECT + "true ORDER BY login").query(PostgresAccounts::read).list().stream()
                .map(Row::account)
                .filter(account -> reaches(by, account.person()))
                .toList();
    }

    /** The permission, and a scope that reaches a body in which the person holds or last held a post. */
    private void manages(Actor by, UUID person) {
        by.require(MANAGE);
        if (!reaches(by, person)) {
            throw Refusal.of("access.scope.exceeded", MANAGE.code()).refused();
        }
    }

    private boolean reaches(Actor by, UUID person) {
        Posts known = posts.getIfAvailable();
        if (by.scope() instanceof Scope.All || known == null) {
            return true;
        }
        LocalDate today = LocalDate.now(clock);
        Stream<UUID> bodies = Stream.concat(
                known.heldBy(person, today).stream().map(Posts.HeldPost::body),
                known.lastHeld(person, today).flatMap(known::bodyOf).stream());
        return bodies.anyMatch(body -> known.reaches(by, body));
    }

    @Override
    @Transactional
    public void close(Actor by, UUID person) {
        manages(by, person);
        existing(person);
        database.sql("UPDATE access.account SET closed = true WHERE person = ?")
                .param(person)
                .update();
        record(by.author(), "account-closed", person, Map.of());
    }

    private Row existing(UUID person) {
        return row("person = ?", person, true).orElseThrow(() -> new NoSuchElementException("no account of " + person));
    }

    private void record(Author author, String kind, UUID person, Map<String, ?> payload) {
        docket.record(Act.of(author, "access." + kind, Subject.person(person), payload));
    }
}
