package org.shengmo.deliberation.web;

import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.deliberation.AgendaItem;
import org.shengmo.deliberation.Meeting;
import org.shengmo.deliberation.Member;
import org.shengmo.deliberation.Outcome;
import org.shengmo.deliberation.Sitting;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;

/**
 * A meeting as a reader sees it.
 *
 * @param body the deciding body's name
 * @param directory for the posts' names
 * @param seat the reader's own seat; empty for who only keeps the record
 * @param chairs whether the reader may call, decide and close
 * @param convenes whether the reader keeps the record
 */
public record MeetingView(
        Meeting meeting, String body, Directory directory, Optional<Member> seat, boolean chairs, boolean convenes) {

    static MeetingView of(Meeting meeting, Directory directory, Actor actor, boolean convenes) {
        Sitting sitting = meeting.sitting();
        Optional<Member> seat = sitting.members().stream()
                .filter(member ->
                        member.post().equals(actor.post()) && member.person().equals(actor.person()))
                .findFirst();
        boolean presides = seat.isPresent() && sitting.presider().equals(seat);
        return new MeetingView(
                meeting, directory.body(meeting.body()).name(), directory, seat, presides || convenes, convenes);
    }

    /** Its page. */
    public String href() {
        return "/meetings/" + meeting.id();
    }

    /** Where it stands. */
    public Status status() {
        return switch (meeting.sitting().progress()) {
            case CONVENED -> Status.plain("deliberation.meeting.state.convened");
            case OPEN -> Status.due("deliberation.meeting.state.open");
            case CLOSED -> {
                int missing = meeting.minutes().orElseThrow().missing().size();
                yield missing == 0
                        ? Status.done("deliberation.meeting.state.signed")
                        : Status.due("deliberation.meeting.state.unsigned", missing);
            }
        };
    }

    /** The state of an item that has its outcome. */
    public static Status status(Outcome outcome) {
        return outcome == Outcome.ADOPTED
                ? Status.done("deliberation.outcome.adopted")
                : Status.plain("deliberation.outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A post's name. */
    public String post(UUID post) {
        return directory.nameOn(post, meeting.heldOn());
    }

    /** A member's name. */
    public String name(UUID post) {
        return meeting.sitting().member(post).name();
    }

    /** Whether a member is in the room. */
    public boolean there(Member member) {
        return meeting.sitting().present().contains(member.post());
    }

    /** Whether it is the reader's turn. */
    public boolean mine(AgendaItem item) {
        Optional<Member> next = meeting.sitting().speaker(item);
        return next.isPresent() && next.equals(seat);
    }

    /** Whether the reader presides over an item and waits for the others. */
    public boolean locked(AgendaItem item) {
        return seat.isPresent()
                && meeting.sitting().presider(item).equals(seat)
                && meeting.sitting().turns(item).size() > 1;
    }

    /** Whether the reader may still keep out of an item. */
    public boolean mayRecuse(AgendaItem item) {
        return seat.isPresent()
                && item.progress() != AgendaItem.Progress.CLOSED
                && item.standOf(seat.get().post()).isEmpty()
                && !item.recused().containsKey(seat.get().post());
    }

    /** Whether the reader owes a signature. */
    public boolean owesSignature() {
        return seat.isPresent()
                && meeting.minutes()
                        .filter(minutes -> minutes.missing().contains(seat.get().post()))
                        .isPresent();
    }
}
