package org.shengmo.deliberation.web;

import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Outcome;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A matter as its pages show it.
 *
 * @param body the proposing body's name
 * @param decider the deciding body's name
 * @param status where it stands
 */
public record MatterView(Matter matter, String body, String decider, Status status) {

    static MatterView of(Matter matter, Directory directory, boolean ready) {
        Matter.Details details = matter.details();
        return new MatterView(
                matter,
                directory.body(details.what().body()).name(),
                directory.body(details.competence().decider()).name(),
                status(matter, ready));
    }

    /** What it is, in whatever state. */
    public Matter.Details details() {
        return matter.details();
    }

    /** The kind of business in words. */
    public Text kind() {
        return Text.of("deliberation.business." + details().what().kind().code());
    }

    /** Its page. */
    public String href() {
        return "/matters/" + matter.id();
    }

    private static Status status(Matter matter, boolean ready) {
        return switch (matter) {
            case Matter.Preparing preparing ->
                ready ? Status.due("deliberation.state.ready") : Status.plain("deliberation.state.preparing");
            case Matter.Tabled tabled -> Status.due("deliberation.state.tabled");
            case Matter.Withdrawn withdrawn -> Status.plain("deliberation.state.withdrawn");
            case Matter.Decided decided ->
                decided.outcome() == Outcome.ADOPTED
                        ? Status.done("deliberation.outcome.adopted")
                        : Status.plain("deliberation.outcome.rejected");
        };
    }
}
