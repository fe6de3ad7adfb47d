package org.shengmo.finding.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Given;
import org.shengmo.finding.Finding;
import org.shengmo.finding.FindingDetails;
import org.shengmo.finding.Findings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Findings by the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingApi {

    private final Findings findings;

    FindingApi(Findings findings) {
        this.findings = findings;
    }

    /** A reply, with kept files. */
    record ReplyJson(String text, List<UUID> attachments) {}

    /** A decision's reasons. */
    record Reasons(String reasons) {}

    /** A finding as the API gives it. */
    record FindingJson(
            UUID id,
            long number,
            String kind,
            String state,
            String subjectType,
            UUID subject,
            String title,
            Map<String, Object> facts,
            LocalDate stated,
            LocalDate replyUntil,
            String clause) {

        static FindingJson of(Finding finding) {
            FindingDetails details = finding.details();
            return new FindingJson(
                    details.id(),
                    details.number(),
                    details.kind().code(),
                    finding.getClass().getSimpleName().replace("Finding", "").toLowerCase(java.util.Locale.ROOT),
                    details.subject().type(),
                    details.subject().id(),
                    details.title(),
                    details.facts(),
                    details.stated(),
                    details.replyUntil(),
                    details.clause().document() + "#" + details.clause().article());
        }
    }

    @GetMapping
    List<FindingJson> findings(Actor actor) {
        return findings.readableBy(actor).stream().map(FindingJson::of).toList();
    }

    @GetMapping("/{id}")
    FindingJson finding(@PathVariable UUID id, Actor actor) {
        return findings.byId(id)
                .filter(finding -> findings.mayRead(actor, finding))
                .map(FindingJson::of)
                .orElseThrow(() -> new NoSuchElementException("no finding " + id));
    }

    @PostMapping("/{id}/reply")
    FindingJson reply(@PathVariable UUID id, @RequestBody ReplyJson reply, Actor actor) {
        findings.reply(actor, id, Given.text(reply.text()), Given.list(reply.attachments()));
        return finding(id, actor);
    }

    @PostMapping("/{id}/uphold")
    FindingJson uphold(@PathVariable UUID id, @RequestBody Reasons reasons, Actor actor) {
        findings.uphold(actor, id, Given.text(reasons.reasons()));
        return finding(id, actor);
    }

    @PostMapping("/{id}/drop")
    FindingJson drop(@PathVariable UUID id, @RequestBody Reasons reasons, Actor actor) {
        findings.drop(actor, id, Given.text(reasons.reasons()));
        return finding(id, actor);
    }
}
