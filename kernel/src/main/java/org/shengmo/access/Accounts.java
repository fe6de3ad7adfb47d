package org.shengmo.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts and their passwords. A password is kept as a bcrypt hash. Repeated failures lock an account for a while,
 * whichever door they came through.
 */
public interface Accounts {

    /** Leave to open, lock, reset and close accounts, within the post's scope. */
    Permission MANAGE = Permission.of("access.account.manage");

    /** How many failures in a row lock an account. */
    int FAILURES_BEFORE_LOCK = 5;

    /** How long a lock lasts, in minutes. */
    int LOCK_MINUTES = 15;

    /**
     * Opens an account with a first password that its owner must change.
     *
     * @param by needs {@code access.account.manage}, reaching a body where the person holds or last held a post
     * @throws org.shengmo.wording.Invalid when the login is taken or malformed, or the password is too weak
     */
    Account create(Actor by, UUID person, String login, CharSequence password);

    /**
     * Opens many accounts with one known password, for a demonstration; hashed once, marked as such.
     *
     * @param logins login by person
     */
    void createForDemonstration(Actor by, Map<UUID, String> logins, CharSequence password);

    /** The logins that still have a demonstration's password: a real service must not run with any. */
    List<String> withDemonstrationPassword();

    /** The same of a database that no program runs on yet. */
    static List<String> withDemonstrationPassword(DataSource database) {
        return PostgresAccounts.withDemonstrationPassword(JdbcClient.create(database));
    }

    /** The account of a person. */
    Optional<Account> of(UUID person);

    /** The account of a login, whatever its case. */
    Optional<Account> byLogin(String login);

    /** Tries to sign in. An unknown login takes as long and says the same as a wrong password. */
    SignIn signIn(String login, CharSequence password);

    /**
     * Asks a person who is signed in for the password once more, as before a signature. A wrong one counts as a failure.
     */
    SignIn confirm(UUID person, CharSequence password);

    /**
     * Changes one's own password.
     *
     * @throws org.shengmo.wording.Invalid when the old one is wrong or the new one too weak
     * @throws org.shengmo.wording.Refused while the account is locked
     */
    void change(UUID person, CharSequence old, CharSequence next);

    /** Gives another password that its owner must change; needs {@code access.account.manage}. */
    void reset(Actor by, UUID person, CharSequence next);

    /** Locks an account until somebody lifts it; needs {@code access.account.manage}. */
    void lock(Actor by, UUID person);

    /** The accounts that somebody may manage, by login; needs {@code access.account.manage}. */
    List<Account> readableBy(Actor by);

    /** Lifts a lock; needs {@code access.account.manage}. */
    void unlock(Actor by, UUID person);

    /** Closes an account; needs {@code access.account.manage}. */
    void close(Actor by, UUID person);
}
