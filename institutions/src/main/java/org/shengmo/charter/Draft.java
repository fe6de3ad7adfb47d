package org.shengmo.charter;

import java.time.Instant;
import java.util.UUID;

/**
 * A text being worked on.
 *
 * @param document the document it will become a version of
 * @param revision 1 and one more at each save; an edit names the revision it was made on
 * @param editor the person who saved it last
 * @param editedAt when
 */
public record Draft(UUID document, int revision, CharterText text, UUID editor, Instant editedAt) {}
