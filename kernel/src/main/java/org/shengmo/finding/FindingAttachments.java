package org.shengmo.finding;

import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What is attached to a finding opens for who may read the finding. */
@Component
class FindingAttachments implements AttachmentGate {

    private final Findings findings;

    FindingAttachments(Findings findings) {
        this.findings = findings;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return subject.type().equals("finding")
                && findings.byId(subject.id())
                        .map(finding -> findings.mayRead(by, finding))
                        .orElse(false);
    }
}
