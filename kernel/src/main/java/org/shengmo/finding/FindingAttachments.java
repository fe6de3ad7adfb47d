package org.shengmo.finding;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What is attached to a finding, and what entries about it say, is for who may read the finding. */
@Component
class FindingAttachments implements AttachmentGate, RecordGate {

    private final Findings findings;

    FindingAttachments(Findings findings) {
        this.findings = findings;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return shows(by, subject).orElse(false);
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject subject) {
        return subject.type().equals("finding")
                ? findings.byId(subject.id()).map(each -> findings.mayRead(by, each))
                : Optional.empty();
    }
}
