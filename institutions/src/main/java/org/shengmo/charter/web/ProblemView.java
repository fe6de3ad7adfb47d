package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.shengmo.charter.Problem;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Portfolio;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A problem as pages show it.
 *
 * @param body the name of the body it is about
 * @param leader the post it was assigned to
 * @param holder who holds that post; empty while it is vacant
 * @param portfolio the portfolios over the body; empty when none covers it
 */
public record ProblemView(Problem problem, String body, String leader, String holder, String portfolio, Status status) {

    private static final int REMINDER_DAYS = 7;

    static ProblemView of(Problem problem, Directory directory, LocalDate today) {
        return new ProblemView(
                problem,
                directory.body(problem.body()).name(),
                directory.post(problem.post()).name(),
                directory
                        .holderOf(problem.post(), today)
                        .map(tenure -> directory.person(tenure.person()).name())
                        .orElse(""),
                directory.portfoliosOver(problem.body(), problem.raised()).stream()
                        .map(Portfolio::name)
                        .collect(Collectors.joining("、")),
                status(problem, today));
    }

    /** Its page. */
    public String href() {
        return "/charter/problems/" + problem.id();
    }

    Text severity() {
        return Text.of("charter.problem.severity." + problem.severity().code());
    }

    private static Status status(Problem problem, LocalDate today) {
        if (problem.solution().isPresent()) {
            return problem.solution().get().on().isAfter(problem.due())
                    ? Status.late("charter.problem.solved-late")
                    : Status.done("charter.problem.solved");
        }
        if (problem.circulatedOn().isPresent()) {
            return Status.late("charter.problem.circulated");
        }
        if (today.isAfter(problem.due())) {
            return Status.late("charter.problem.late");
        }
        return today.plusDays(REMINDER_DAYS).isBefore(problem.due())
                ? Status.plain("charter.problem.in-hand")
                : Status.due("charter.problem.due-soon");
    }
}
