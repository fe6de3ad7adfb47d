package org.shengmo.petition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.Actor;

/** What an officer chooses about their own deadlines: when to be reminded, and a calendar that follows them. */
public interface Reminders {

    /** The steps that reminders are chosen for. */
    List<String> STEPS = List.of("register", "inform", "decide", "again", "review", "re-review", "rectify");

    /** The days before a deadline that a post chose, by step; a step not chosen goes by the rule. */
    Map<String, List<Integer>> chosen(Actor by);

    /**
     * Chooses the days before a deadline on which the post is reminded, for deadlines that arise from now on; none at all
     * goes back to the rule.
     *
     * @throws org.shengmo.wording.Invalid for days that are not between 0 and 60, or more than ten
     */
    void choose(Actor by, String step, List<Integer> days);

    /** Opens a calendar feed for the officer in the post, in the place of the one before. @return the secret of its address */
    String openFeed(Actor by);

    /** The calendar (RFC 5545) of a feed's secret: what the post owes, each day with its reminders; empty for no feed. */
    Optional<String> feed(String secret);
}
