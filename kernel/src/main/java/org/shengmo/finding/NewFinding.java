package org.shengmo.finding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * A breach to be stated.
 *
 * @param kind what sort, such as {@code duty.missed}; rooms contribute kinds, said under {@code finding.kind.<code>}
 * @param subject who answers for it: a {@code person}, a {@code post} (its holder replies) or a {@code body} (its head
 *     replies)
 * @param inPost the post in which a person did it or failed to; null: the highest ranked they hold today
 * @param title the breach in a sentence
 * @param facts what was found, by name: text and numbers; {@code gravity} is {@code ordinary} where it is not
 *     {@code serious} or {@code grave}
 * @param entries docket entries that show it
 * @param attachments kept files that show it
 * @param clause the clause that was broken
 * @param source the one fact it rests on (a duty, a case): no fact is held against the same subject twice under one kind;
 *     null when the finding stands for itself
 * @param check the check that found it; null when a person states it
 */
public record NewFinding(
        Kind kind,
        Subject subject,
        UUID inPost,
        String title,
        Map<String, Object> facts,
        List<Long> entries,
        List<UUID> attachments,
        Citation clause,
        Subject source,
        String check) {

    public NewFinding {
        facts = Map.copyOf(facts);
        entries = List.copyOf(entries);
        attachments = List.copyOf(attachments);
        if (!List.of("person", "post", "body").contains(subject.type())) {
            throw new IllegalArgumentException(
                    "a finding concerns a person, a post or a body, not a " + subject.type());
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("a finding says what was found");
        }
        if (facts.isEmpty() && entries.isEmpty() && attachments.isEmpty()) {
            throw new IllegalArgumentException("a finding rests on evidence");
        }
    }
}
