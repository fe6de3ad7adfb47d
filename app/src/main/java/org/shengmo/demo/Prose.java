package org.shengmo.demo;

import java.util.List;
import org.shengmo.charter.Problem;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.consequence.ConsequenceDetails;
import org.shengmo.duty.DutyDetails;
import org.shengmo.finding.FindingDetails;

/** What the district's people write: plausible words, chosen by what they are about. */
final class Prose {

    private static final List<String> DONE = Table.lines("prose-done.txt").toList();
    private static final List<String> PROBLEMS =
            Table.lines("prose-problems.txt").toList();
    private static final List<String> NEXT = Table.lines("prose-next.txt").toList();
    private static final List<String> OTHER = Table.lines("prose-other.txt").toList();

    private Prose() {}

    static QuarterlyReport.Content report(QuarterlyReport.Owed owed) {
        String key = owed.post() + " " + owed.quarter();
        return new QuarterlyReport.Content(
                pick(DONE, key) + pick(DONE, key + "2"), pick(PROBLEMS, key), pick(NEXT, key), List.of());
    }

    static String account(DutyDetails duty) {
        return pick(DONE, duty.title());
    }

    static String solution(Problem problem) {
        return "已核实并办结：" + pick(NEXT, problem.title());
    }

    static String reply(FindingDetails finding) {
        return pick(OTHER.subList(0, 4), finding.title());
    }

    static String upheld() {
        return OTHER.get(4);
    }

    static String dropped() {
        return OTHER.get(5);
    }

    static String measure(ConsequenceDetails details) {
        return pick(OTHER.subList(6, 8), details.title());
    }

    static String appeal() {
        return OTHER.get(8);
    }

    static String appealDecided() {
        return OTHER.get(9);
    }

    private static String pick(List<String> options, String key) {
        return options.get(Chance.of(options.size(), key));
    }
}
