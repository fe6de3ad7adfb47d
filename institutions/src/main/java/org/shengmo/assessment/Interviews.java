package org.shengmo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;

/** Interviews (约谈): a leader calls somebody in, minutes are taken, both sides confirm them. Whatever the occasion. */
public interface Interviews {

    /**
     * Calls somebody in: a duty of the interviewer. Called by the room of the occasion, which checks who may. Entry
     * {@code assessment.interview-called}.
     */
    UUID call(Actor by, New interview);

    /**
     * Writes the minutes, which meets the interviewer's duty; the one interviewed is told. Entry
     * {@code assessment.interview-held}.
     *
     * @throws org.shengmo.wording.Refused for anyone but the interviewer, and a second time
     */
    void hold(Actor by, UUID interview, String minutes);

    /**
     * Confirms the minutes, with a remark or none. Entry {@code assessment.interview-confirmed}.
     *
     * @throws org.shengmo.wording.Refused for anyone but the one interviewed, before the minutes, and a second time
     */
    void confirm(Actor by, UUID interview, String remark);

    /** The interview of an identifier. */
    Optional<Interview> interview(UUID id);

    /** What an occasion led to. */
    List<Interview> on(Subject occasion);

    /** Interviews that somebody holds or is called to, newest first. */
    List<Interview> of(Actor actor);

    /**
     * An interview to be called.
     *
     * @param occasion what it is about
     * @param topic that in words
     * @param interviewer the post that holds it
     * @param person who is called in
     * @param post in which post
     */
    record New(Subject occasion, String topic, UUID interviewer, UUID person, UUID post) {}

    /**
     * An interview.
     *
     * @param held null until it was
     * @param confirmed null until the one interviewed confirmed the minutes
     */
    record Interview(
            UUID id,
            Subject occasion,
            String topic,
            UUID interviewer,
            UUID person,
            UUID post,
            UUID duty,
            LocalDate called,
            LocalDate due,
            LocalDate held,
            String minutes,
            LocalDate confirmed,
            String remark) {}
}
