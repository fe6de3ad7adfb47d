package org.shengmo.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Text;

/**
 * A notice that was given.
 *
 * @param to the post or person told
 * @param text what they were told
 * @param href the page it leads to
 * @param about what it is about
 * @param at when it was given
 * @param seenAt when somebody it was meant for first saw it
 */
public record Notice(
        UUID id, Subject to, Text text, String href, Subject about, Instant at, Optional<Instant> seenAt) {}
