package org.shengmo.finding;

import java.util.ArrayList;
import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Replies and decisions on findings that wait for somebody. */
@Component
class FindingWaiting implements Waiting {

    private final Findings findings;

    FindingWaiting(Findings findings) {
        this.findings = findings;
    }

    @Override
    public List<Item> of(Actor actor) {
        List<Item> items = new ArrayList<>();
        findings.awaitingReplyOf(actor)
                .forEach(finding -> items.add(new Item(
                        Text.of("finding.waiting.reply"),
                        finding.details().title(),
                        "/findings/" + finding.id(),
                        finding.details().replyUntil())));
        findings.awaitingDecisionOf(actor)
                .forEach(finding -> items.add(new Item(
                        Text.of("finding.waiting.decision"),
                        finding.details().title(),
                        "/findings/" + finding.id(),
                        null)));
        return items;
    }
}
