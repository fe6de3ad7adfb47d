package org.shengmo.duty;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.wording.Text;

/** What waits for somebody in a room above: a signature, a reply, a decision. Every bean shows on the page of one's duties. */
public interface Waiting {

    /** What waits for the actor, the most pressing first. */
    List<Item> of(Actor actor);

    /**
     * One thing that waits.
     *
     * @param what what is asked: to reply, to decide, to sign
     * @param title what it is about
     * @param href its page
     * @param until the last day for it; null where no date presses
     */
    record Item(Text what, String title, String href, LocalDate until) {}
}
