package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An action that puts right what many complained of. Those who complained close it, not the one who acted.
 *
 * @param area the township; null for the whole district
 * @param target what will be so when it is done
 * @param before how it was
 * @param after how it is, as the owner reports it; empty before that
 * @param owner the post that answers for it
 * @param body the body that does it
 * @param petitions how many petitions it came of
 * @param returned how often those who complained said it was not done
 * @param voices what they said this time
 */
public record Rectification(
        UUID id,
        long number,
        int year,
        Topic topic,
        UUID area,
        String title,
        String target,
        String before,
        String after,
        UUID owner,
        UUID body,
        LocalDate openedOn,
        LocalDate due,
        UUID duty,
        State state,
        LocalDate doneOn,
        LocalDate closedOn,
        int returned,
        int petitions,
        List<Step> steps,
        List<Proof> proofs,
        Voices voices) {

    public Rectification {
        steps = List.copyOf(steps);
        proofs = List.copyOf(proofs);
    }

    /** Where it stands. */
    public enum State {
        /** The owner is at it. */
        UNDER_WAY,
        /** The owner says it is done; those who complained are asked. */
        DONE,
        /** Those who complained say so too. */
        CONFIRMED
    }

    /** A step with its date and, when done, what was done. */
    public record Step(int position, String title, LocalDate due, LocalDate doneOn, String account) {}

    /** A picture of before or after. */
    public record Proof(UUID attachment, boolean after, String caption, LocalDate on) {}

    /** How many said it is done, and how many not. */
    public record Voices(int confirmed, int denied) {}
}
