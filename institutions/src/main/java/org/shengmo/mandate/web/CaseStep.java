package org.shengmo.mandate.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.mandate.Exercise;
import org.shengmo.mandate.Exercise.Step;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;
import tools.jackson.databind.json.JsonMapper;

/**
 * A step of a case as its pages show it.
 *
 * @param post whose step it is
 */
public record CaseStep(Step step, String post, Status status) {

    private static final JsonMapper JSON = new JsonMapper();

    static List<CaseStep> of(Exercise exercise, Directory directory, LocalDate today) {
        return exercise.steps().stream()
                .map(step ->
                        new CaseStep(step, StepLine.name(directory.post(step.owner()), directory), status(step, today)))
                .toList();
    }

    static Status status(Step step, LocalDate today) {
        return switch (step.state()) {
            case OPEN -> step.late(today) ? Status.late("mandate.step.late") : Status.due("mandate.step.open");
            case WAITING -> Status.plain("mandate.step.asked");
            case DONE -> step.late(today) ? Status.late("mandate.step.done-late") : Status.done("mandate.step.done");
            case RETURNED -> Status.plain("mandate.step.returned");
            case SIGNED_BY_OTHER -> Status.plain("mandate.step.other");
        };
    }

    /** Where an exercise stands. */
    static Status status(Exercise exercise, LocalDate today) {
        return switch (exercise.state()) {
            case WAITING -> Status.plain("mandate.state.waiting");
            case ENDED -> Status.done("mandate.state.ended");
            case RUNNING ->
                exercise.open().stream().anyMatch(step -> step.late(today))
                        ? Status.late("mandate.state.late")
                        : Status.plain("mandate.state.running");
        };
    }

    /** What the drawing marks, as JSON: of each node its latest step. */
    static String marks(Exercise exercise, LocalDate today) {
        Map<String, StepLine.Mark> marks = new LinkedHashMap<>();
        for (Step step : exercise.steps()) {
            if (step.state() == Exercise.StepState.DONE || step.isOpen()) {
                StepLine.Mark mark = mark(step, today);
                if (!marks.containsKey(step.node()) || step.isOpen()) {
                    marks.put(step.node(), mark);
                }
            }
        }
        return JSON.writeValueAsString(new ArrayList<>(marks.values()));
    }

    private static StepLine.Mark mark(Step step, LocalDate today) {
        if (step.isOpen()) {
            return new StepLine.Mark(step.node(), step.late(today) ? "late" : "open", "≤" + StepLine.day(step.due()));
        }
        return new StepLine.Mark(step.node(), "done", StepLine.day(step.closedOn()));
    }
}
