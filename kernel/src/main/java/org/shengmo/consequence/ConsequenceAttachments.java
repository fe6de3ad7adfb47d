package org.shengmo.consequence;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What is attached to an appeal, and what entries about a consequence say, is for who may read the consequence. */
@Component
class ConsequenceAttachments implements AttachmentGate, RecordGate {

    private final Consequences consequences;

    ConsequenceAttachments(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return shows(by, subject).orElse(false);
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject subject) {
        return subject.type().equals("consequence")
                ? consequences.byId(subject.id()).map(each -> consequences.mayRead(by, each))
                : Optional.empty();
    }
}
