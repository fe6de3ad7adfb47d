package org.shengmo.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * What a finding says, in whatever state.
 *
 * @param number its number for people to quote, such as 1024
 * @param subject who answers for it
 * @param respondent the person who may reply today; null while the post is vacant
 * @param post the post in which it was done or failed to be done; null for a body without a head
 * @param body the body that the subject belongs to or is: its place for scope
 * @param source the fact it rests on
 * @param statedBy the person who stated it; null for a check or the calendar
 * @param check the check that found it
 * @param stated the day it was stated
 * @param replyUntil the last day of the reply period
 * @param replyClause the clause that gives the period
 */
public record FindingDetails(
        UUID id,
        long number,
        Kind kind,
        Subject subject,
        UUID post,
        UUID respondent,
        UUID body,
        String title,
        Map<String, Object> facts,
        List<Long> entries,
        List<UUID> attachments,
        Citation clause,
        Optional<Subject> source,
        UUID statedBy,
        Optional<String> check,
        LocalDate stated,
        LocalDate replyUntil,
        Citation replyClause) {

    /** The finding as the subject of entries and notices. */
    public Subject asSubject() {
        return new Subject("finding", id);
    }

    /** The fact that it holds against its subject: its source, or itself. */
    public Subject fact() {
        return source.orElseGet(this::asSubject);
    }
}
