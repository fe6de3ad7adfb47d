package org.shengmo.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** The year's public promises. Each milestone is a duty of the post that answers for the promise. */
public interface Pledges {

    /** Leave to announce programmes, to tell delays and to book money. */
    Permission MANAGE = Permission.of("pledge.manage");

    /** The decision table that gives what happens around a milestone's date. */
    String TERMS_TABLE = "pledge-terms";

    /**
     * Announces a programme. Entries {@code pledge.announced}, one {@code pledge.promised} a promise.
     *
     * @param creditor the body that it is owed to on the public's behalf
     * @throws org.shengmo.wording.Invalid with every fault: blank texts, a code that stands already, money below zero,
     *     milestones out of order or outside the year
     */
    Programme announce(Actor by, UUID creditor, NewProgramme programme);

    /**
     * Reaches a milestone and meets its duty. Entry {@code pledge.reached}.
     *
     * @throws org.shengmo.wording.Refused for anyone who is not in the owning post today, a second time, and before the
     *     milestone ahead of it
     */
    void reach(Actor by, UUID milestone, String account);

    /**
     * Tells a delay; the date moves. Entry {@code pledge.delayed}.
     *
     * @throws org.shengmo.wording.Invalid without reasons
     * @throws org.shengmo.wording.Refused once reached, when the date is not later, and for the owner itself: the one who
     *     is late doesn't move the own date
     */
    void delay(Actor by, UUID milestone, LocalDate due, String reasons);

    /**
     * Books money spent. Entry {@code pledge.spent}.
     *
     * @param amount yuan, above zero
     */
    void spend(Actor by, UUID promise, BigDecimal amount, LocalDate on, String purpose);

    /**
     * Shows a picture of how it goes. Entry {@code pledge.photographed}.
     *
     * @param picture PNG or JPEG; it is re-encoded, so that place, device and author are gone
     * @throws org.shengmo.wording.Invalid when it is no picture or larger than 40 million pixels
     * @throws org.shengmo.wording.Refused for anyone but the owner and who manages
     */
    void photograph(Actor by, UUID promise, byte[] picture, String caption);

    /**
     * Takes someone's verdict; one more from the same visitor replaces the one before. Entry {@code pledge.judged}, which
     * says nothing of the visitor.
     *
     * @param visitor a random key that the visitor's browser keeps, at least 20 characters; only its hash is kept
     */
    void judge(UUID promise, String visitor, boolean satisfied, String comment);

    /** The programmes of a year, by code. */
    List<Programme> of(int year);

    /** The years that have programmes, latest first. */
    List<Integer> years();

    /** The promise of an identifier. */
    Optional<Promise> promise(UUID id);

    /** The comments that came with verdicts, newest first. */
    List<Comment> comments(UUID promise, int limit);

    /**
     * What someone said with a verdict.
     *
     * @param on the day
     */
    record Comment(LocalDate on, boolean satisfied, String text) {}
}
