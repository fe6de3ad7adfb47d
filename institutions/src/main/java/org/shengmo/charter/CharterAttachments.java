package org.shengmo.charter;

import java.util.List;
import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/**
 * What is attached to a report, a problem's account or a note in the ledger, and what entries about them say, is for who
 * may read that; what was put before a session, for who may open its papers.
 */
@Component
class CharterAttachments implements AttachmentGate, RecordGate {

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
        return subject.type().equals("charter.session")
                ? readers.session(by)
                : shows(by, subject).orElse(false);
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject subject) {
        return switch (subject.type()) {
            case "charter.report" -> reports.byId(subject.id()).map(report -> readers.report(by, report.owed()));
            case "charter.problem" -> problems.byId(subject.id()).map(problem -> readers.problem(by, problem));
            case DocketLedger.NOTE -> Optional.of(note(by, subject));
            default -> Optional.empty();
        };
    }

    private boolean note(Actor by, Subject note) {
        return docket.timeline(note, List.of(), 1).stream()
                .anyMatch(entry -> entry.author().person() != null
                        && readers.ledger(by, entry.author().person()));
    }
}
