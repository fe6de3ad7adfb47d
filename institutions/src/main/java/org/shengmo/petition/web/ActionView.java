package org.shengmo.petition.web;

import java.time.LocalDate;
import org.shengmo.organization.Directory;
import org.shengmo.petition.Rectification;
import org.shengmo.wording.Status;

/**
 * A rectification action as its pages show it.
 *
 * @param area the township's name; empty for the whole district
 * @param owner body and post
 */
public record ActionView(Rectification action, String area, String owner, Status status, int stepsDone) {

    static ActionView of(Rectification action, Directory directory, LocalDate today) {
        return new ActionView(
                action,
                Places.name(directory, action.area()),
                directory.body(action.body()).name() + " "
                        + directory.post(action.owner()).name(),
                status(action, today),
                (int) action.steps().stream()
                        .filter(step -> step.doneOn() != null)
                        .count());
    }

    private static Status status(Rectification action, LocalDate today) {
        return switch (action.state()) {
            case CONFIRMED -> Status.done("petition.rectification.state.CONFIRMED");
            case DONE -> Status.due("petition.rectification.state.DONE");
            case UNDER_WAY ->
                today.isAfter(action.due())
                        ? Status.late("petition.rectification.state.late")
                        : Status.plain("petition.rectification.state.UNDER_WAY");
        };
    }
}
