package org.shengmo.petition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shengmo.access.Actor;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** What the sender says of an answer: solved ends the petition, a second failure becomes a finding by itself. */
@Component
class Verdicts {

    private static final int BEST = 5;
    private static final int LONGEST_REMARK = 1000;
    private static final int EVIDENCE = 50;

    private final PetitionRows rows;
    private final Steps steps;
    private final Findings findings;
    private final Docket docket;
    private final Rulebook rulebook;

    Verdicts(PetitionRows rows, Steps steps, Findings findings, Docket docket, Rulebook rulebook) {
        this.rows = rows;
        this.steps = steps;
        this.findings = findings;
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** @throws Invalid for a rating that is none, or a remark too long */
    void rate(Actor by, Petition petition, int rating, boolean solved, String remark) {
        if (rating < 1 || rating > BEST) {
            throw Invalid.at("rating", "petition.fault.rating");
        }
        if (remark.length() > LONGEST_REMARK) {
            throw Invalid.at("remark", "petition.fault.long", LONGEST_REMARK);
        }
        Petition.Details details = petition.details();
        Petitions.Answer last = rows.answers(details.id()).getLast();
        rows.rate(details.id(), last.round(), rating, solved, remark.strip(), steps.today());
        long entry = steps.record(
                by,
                "petition.rated",
                details,
                Map.of("rating", rating, "solved", solved, "round", last.round(), "called_back", by.person() != null),
                Subject.body(last.body()));
        if (solved) {
            rows.update(
                    details.id(),
                    PetitionRows.values(
                            "state", Petition.State.CLOSED.name(),
                            "closed_on", steps.today(),
                            "closing", Petition.Closing.SOLVED.name(),
                            "solved_on", steps.today()));
            steps.record(by, "petition.solved", details, Map.of(), Subject.body(last.body()));
        } else if (last.round() > 1) {
            failedTwice(details, last, entry);
        }
    }

    private void failedTwice(Petition.Details petition, Petitions.Answer answer, long entry) {
        Subject source = Steps.subject(petition.id());
        boolean stated = findings.restingOn(source).stream()
                .anyMatch(finding -> finding.details().kind().code().equals("petition.failed-twice"));
        if (stated) {
            return;
        }
        Map<String, Object> facts = new TreeMap<>();
        facts.put("petition", petition.handle());
        facts.put("round", answer.round());
        facts.put("answered_on", answer.on().toString());
        List<Long> evidence = new java.util.ArrayList<>(docket.timeline(source, List.of(), EVIDENCE).stream()
                .map(Entry::id)
                .toList());
        if (!evidence.contains(entry)) {
            evidence.add(entry);
        }
        findings.state(
                Actor.CALENDAR,
                new NewFinding(
                        Kind.of("petition.failed-twice"),
                        Subject.post(petition.handler()),
                        petition.handler(),
                        steps.say(Text.of("petition.finding.failed-twice", petition.handle())),
                        facts,
                        evidence,
                        List.of(),
                        rulebook.cite("petition-handling-measures", "8", steps.today()),
                        source,
                        "petition.second-failure"));
    }
}
