package org.shengmo.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A promise as it stands.
 *
 * @param owner the post that answers for it
 * @param leadBody the body that leads the work
 * @param planned yuan planned
 * @param spent yuan spent so far
 * @param milestones in order
 * @param delays newest first
 * @param photos newest first
 * @param verdict what the public says of it
 */
public record Promise(
        UUID id,
        UUID programme,
        String code,
        String title,
        String text,
        UUID owner,
        UUID leadBody,
        BigDecimal planned,
        BigDecimal spent,
        List<Milestone> milestones,
        List<Delay> delays,
        List<Photo> photos,
        Verdict verdict) {

    public Promise {
        milestones = List.copyOf(milestones);
        delays = List.copyOf(delays);
        photos = List.copyOf(photos);
    }

    /** Where a promise stands. */
    public enum Standing {
        /** Every milestone was reached. */
        KEPT,
        /** A milestone is past its date. */
        LATE,
        /** Going on. */
        UNDER_WAY
    }

    /** Where it stands on a day. */
    public Standing standing(LocalDate today) {
        if (milestones.stream().allMatch(each -> each.reachedOn().isPresent())) {
            return Standing.KEPT;
        }
        boolean late = milestones.stream().anyMatch(each -> each.reachedOn().isEmpty() && today.isAfter(each.due()));
        return late ? Standing.LATE : Standing.UNDER_WAY;
    }

    /** The milestone that is worked on: the first not reached. */
    public Optional<Milestone> next() {
        return milestones.stream().filter(each -> each.reachedOn().isEmpty()).findFirst();
    }

    /**
     * A milestone.
     *
     * @param firstDue the date that was announced
     * @param due the date now, delays counted in
     * @param duty the duty that it is
     * @param account what was done, once it is reached
     */
    public record Milestone(
            UUID id,
            String title,
            LocalDate firstDue,
            LocalDate due,
            UUID duty,
            Optional<LocalDate> reachedOn,
            String account) {}

    /**
     * A delay, told to the public with its reasons.
     *
     * @param milestone which one
     * @param from the date before
     * @param to the date since
     */
    public record Delay(UUID milestone, LocalDate on, LocalDate from, LocalDate to, String reasons) {}

    /**
     * A photo of how it goes. Re-encoded when put in: it carries no place, device or author.
     *
     * @param attachment the kept picture
     */
    public record Photo(UUID attachment, LocalDate on, String caption) {}

    /**
     * The public's verdict.
     *
     * @param count how many gave one
     * @param satisfied how many of them are satisfied
     */
    public record Verdict(int count, int satisfied) {}
}
