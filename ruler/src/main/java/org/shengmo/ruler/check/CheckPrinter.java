package org.shengmo.ruler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shengmo.ruler.world.Score;

/** Says checks, a run's report and its score in the reader's language, a line each. */
public final class CheckPrinter {

    private final Locale locale;

    public CheckPrinter(Locale locale) {
        this.locale = locale;
    }

    /** The checks with their registers and settings. */
    public List<String> list(List<Check> checks) {
        var lines = new ArrayList<String>();
        for (var family : Family.values()) {
            var members =
                    checks.stream().filter(check -> check.family() == family).toList();
            if (!members.isEmpty()) {
                lines.add(say("check.family." + family.code(), family.code()));
                members.forEach(
                        check -> lines.add("  %-26s %s%s".formatted(check.id(), check.title(locale), settings(check))));
            }
        }
        return lines;
    }

    private static String settings(Check check) {
        return check.settings().isEmpty()
                ? ""
                : check.settings().stream()
                        .map(setting -> setting.name() + "=" + setting.standard())
                        .collect(Collectors.joining(", ", "  [", "]"));
    }

    /** What was found, left out and put aside. */
    public List<String> report(CheckReport report) {
        var lines = new ArrayList<String>();
        lines.add(say("check.report.on", report.on().toString()));
        report.rows().forEach((family, rows) -> lines.add(say("check.report.rows", family.code(), rows)));
        report.outcomes()
                .forEach(outcome -> lines.add("  %-26s %s"
                        .formatted(
                                outcome.check().id(),
                                say(
                                        "check.report.outcome",
                                        outcome.findings(),
                                        outcome.judged(),
                                        outcome.check().title(locale)))));
        report.leftOut()
                .forEach(left -> lines.add(say(
                        "check.left.out",
                        left.check().id(),
                        String.join(", ", left.lacking()).replace("|", " / "))));
        if (report.putAside() > 0) {
            lines.add(say("check.report.aside", report.putAside()));
        }
        report.changes().ifPresent(changes -> {
            lines.add(say("check.report.changes", changes.found(), changes.gone(), changes.unchanged()));
            lines.add(
                    changes.rejudged().isPresent()
                            ? say("check.again.changed", changes.rejudged().getAsLong())
                            : say(changes.reason()));
        });
        if (report.households() > 0) {
            lines.add(say("check.report.totals", report.households(), report.persons(), report.atStake()));
        }
        return lines;
    }

    /** Precision and recall against a known truth. */
    public List<String> scores(List<Score> scores) {
        return scores.stream()
                .map(score -> "  %-26s %s"
                        .formatted(
                                score.check(),
                                say(
                                        "check.score",
                                        "%.4f".formatted(score.precision()),
                                        "%.4f".formatted(score.recall()),
                                        score.planted(),
                                        score.found(),
                                        score.right())))
                .toList();
    }

    private String say(String key, Object... arguments) {
        return CheckRefused.say(locale, key, arguments);
    }
}
