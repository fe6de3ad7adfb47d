package org.shengmo.mandate.web;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.wording.Text;
import org.shengmo.workflow.Chart;
import org.shengmo.workflow.Node;

/**
 * A step of a chart in words, for those who read instead of look.
 *
 * @param posts whose step it is
 * @param signing how many of several sign; null when one does it
 * @param limit how long it may take; null when the chart does not say
 * @param answers what may be answered; empty when nothing is asked
 */
public record StepLine(String name, List<String> posts, Text signing, Text limit, List<String> answers) {

    public StepLine {
        posts = List.copyOf(posts);
        answers = List.copyOf(answers);
    }

    static List<StepLine> of(Chart chart, Directory directory) {
        return chart.steps().stream().map(node -> of(node, chart, directory)).toList();
    }

    private static StepLine of(Node node, Chart chart, Directory directory) {
        Text signing = switch (node.signing()) {
            case ONE -> null;
            case ALL -> Text.of("mandate.item.step.all");
            case ANY -> Text.of("mandate.item.step.any");
        };
        return new StepLine(
                node.name(),
                node.roles().stream().map(role -> post(role, directory)).toList(),
                signing,
                node.timeLimit().map(StepLine::limit).orElse(null),
                chart.answers(node.id()));
    }

    private static Text limit(StatutoryPeriod period) {
        return Text.of(
                period.unit() == StatutoryPeriod.Unit.WORKING_DAYS ? "mandate.limit.working" : "mandate.limit.days",
                period.length());
    }

    static String post(String code, Directory directory) {
        return directory.postByCode(code).map(post -> name(post, directory)).orElse(code);
    }

    static String name(Post post, Directory directory) {
        return directory.body(post.body()).name() + " " + post.name();
    }

    /** A mark on the drawn chart: which node, how it stands, and the date that stands beside it. */
    public record Mark(String node, String state, String label) {}

    /** The day as a mark bears it: month and day. */
    static String day(LocalDate day) {
        return day.getMonthValue() + "-" + day.getDayOfMonth();
    }
}
