package org.shengmo.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's leave to sign in.
 *
 * @param person whose
 * @param login the name they sign in with, lower case
 * @param lockedUntil no sign-in before this moment; null when not locked
 * @param mustChange whether the password was given by somebody else and must be changed
 * @param closed whether the account was closed
 */
public record Account(UUID person, String login, Instant lockedUntil, boolean mustChange, boolean closed) {}
