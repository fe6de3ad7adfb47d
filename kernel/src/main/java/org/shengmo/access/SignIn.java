package org.shengmo.access;

import java.time.Instant;

/** What came of an attempt to sign in or to confirm with a password. */
public sealed interface SignIn {

    /**
     * The password was right.
     *
     * @param account whose
     */
    record Done(Account account) implements SignIn {}

    /**
     * Login or password wrong; it isn't said which.
     *
     * @param attemptsLeft failures left before the account is locked
     */
    record Wrong(int attemptsLeft) implements SignIn {}

    /**
     * Too many failures.
     *
     * @param until no attempt counts before this moment
     */
    record Locked(Instant until) implements SignIn {}

    /** Whether the password was right. */
    default boolean done() {
        return this instanceof Done;
    }
}
