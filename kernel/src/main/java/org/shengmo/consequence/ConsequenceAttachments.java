package org.shengmo.consequence;

import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What is attached to an appeal opens for who may read the consequence. */
@Component
class ConsequenceAttachments implements AttachmentGate {

    private final Consequences consequences;

    ConsequenceAttachments(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return subject.type().equals("consequence")
                && consequences
                        .byId(subject.id())
                        .map(consequence -> consequences.mayRead(by, consequence))
                        .orElse(false);
    }
}
