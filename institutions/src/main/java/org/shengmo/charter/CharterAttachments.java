package org.shengmo.charter;

import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What is attached to a report, a problem's account, a session or a note in the ledger opens for who may read that. */
@Component
class CharterAttachments implements AttachmentGate {

    private final Readers readers;
    private final ReportRows reports;
    private final ProblemRows problems;
    private final Docket docket;

    CharterAttachments(Readers readers, ReportRows reports, ProblemRows problems, Docket docket) {
        this.readers = readers;
        this.reports = reports;
        this.problems = problems;
        this.docket = docket;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return switch (subject.type()) {
            case "charter.report" ->
                reports.byId(subject.id())
                        .map(report -> readers.report(by, report.owed()))
                        .orElse(false);
            case "charter.problem" ->
                problems.byId(subject.id())
                        .map(problem -> readers.problem(by, problem))
                        .orElse(false);
            case "charter.session" -> readers.session(by);
            case DocketLedger.NOTE -> note(by, subject);
            default -> false;
        };
    }

    private boolean note(Actor by, Subject note) {
        return docket.timeline(note, List.of(), 1).stream()
                .anyMatch(entry -> entry.author().person() != null
                        && readers.ledger(by, entry.author().person()));
    }
}
