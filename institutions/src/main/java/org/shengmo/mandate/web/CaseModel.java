package org.shengmo.mandate.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shengmo.mandate.Exercise;
import org.shengmo.mandate.Exercise.Step;
import org.shengmo.organization.Directory;
import org.shengmo.workflow.Chart;
import org.shengmo.workflow.Node;

/** What the pages of a case show, to anyone who has its receipt code: nothing of the applicant. */
final class CaseModel {

    private CaseModel() {}

    static Map<String, Object> of(Exercise exercise, Chart chart, Directory directory, LocalDate today) {
        Map<String, Object> model = new HashMap<>();
        model.put("exercise", exercise);
        model.put("status", CaseStep.status(exercise, today));
        model.put("steps", CaseStep.of(exercise, directory, today));
        model.put("marks", CaseStep.marks(exercise, today));
        model.put("body", directory.body(exercise.body()).name());
        Set<String> begun = exercise.steps().stream().map(Step::node).collect(Collectors.toSet());
        List<String> later = exercise.state() == Exercise.State.ENDED
                ? List.of()
                : chart.steps().stream()
                        .filter(node -> !begun.contains(node.id()))
                        .map(Node::name)
                        .toList();
        model.put("later", later);
        return model;
    }
}
