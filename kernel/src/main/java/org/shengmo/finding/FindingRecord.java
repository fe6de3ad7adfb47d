package org.shengmo.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Enters what happens to findings, and tells those concerned. */
@Component
class FindingRecord {

    private final Docket docket;
    private final Notices notices;
    private final Organization organization;
    private final Clock clock;

    FindingRecord(Docket docket, Notices notices, Organization organization, Clock clock) {
        this.docket = docket;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    void stated(Actor by, FindingDetails finding) {
        Map<String, Object> more = new TreeMap<>();
        more.put("facts", finding.facts());
        more.put("evidence", finding.entries());
        more.put("attachments", finding.attachments());
        more.put("reply_until", finding.replyUntil());
        more.put("reply_clause", finding.replyClause().asPayload());
        finding.check().ifPresent(check -> more.put("check", check));
        enter(by, "finding.stated", finding, more);
        tell(finding, Text.of("finding.notice.stated", finding.title(), finding.replyUntil()));
    }

    void replied(Actor by, RepliedFinding finding) {
        enter(
                by,
                "finding.replied",
                finding.details(),
                Map.of(
                        "reply", finding.reply().text(),
                        "attachments", finding.reply().attachments()));
        if (finding.details().statedBy() != null) {
            notices.tellPerson(
                    finding.details().statedBy(),
                    Text.of("finding.notice.replied", finding.details().title()),
                    href(finding.details()),
                    finding.details().asSubject());
        }
    }

    void lapsed(FindingDetails finding) {
        enter(Actor.CALENDAR, "finding.reply-lapsed", finding, Map.of("reply_until", finding.replyUntil()));
        tell(finding, Text.of("finding.notice.lapsed", finding.title(), finding.replyUntil()));
    }

    void decided(Actor by, ClosedFinding closed) {
        String outcome = closed instanceof UpheldFinding ? "upheld" : "dropped";
        enter(
                by,
                "finding." + outcome,
                closed.details(),
                Map.of(
                        "reasons",
                        closed.decision().reasons(),
                        "replied",
                        closed.heard().isPresent()));
        tell(
                closed.details(),
                Text.of(
                        "finding.notice." + outcome,
                        closed.details().title(),
                        closed.decision().reasons()));
    }

    private void enter(Actor by, String kind, FindingDetails finding, Map<String, ?> more) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> payload = new TreeMap<>();
        payload.put("number", finding.number());
        payload.put("finding_kind", finding.kind().code());
        payload.put("title", finding.title());
        payload.put("subject_type", finding.subject().type());
        payload.put("subject", directory.nameOn(finding.subject().id(), today));
        payload.put("body", directory.nameOn(finding.body(), today));
        payload.put("clause", finding.clause().asPayload());
        payload.putAll(more);
        List<Subject> concerns = new ArrayList<>();
        concerns.add(finding.subject());
        concerns.add(Subject.body(finding.body()));
        finding.source().ifPresent(concerns::add);
        docket.record(Act.of(by.author(), kind, finding.asSubject(), payload, concerns.toArray(Subject[]::new)));
    }

    private void tell(FindingDetails finding, Text text) {
        if (finding.subject().type().equals("person")) {
            notices.tellPerson(finding.subject().id(), text, href(finding), finding.asSubject());
        } else if (finding.post() != null) {
            notices.tellAll(List.of(NewNotice.toPost(finding.post(), text, href(finding), finding.asSubject())));
        }
    }

    private static String href(FindingDetails finding) {
        return "/findings/" + finding.id();
    }
}
