package org.shengmo.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** What comes after a decision: duties, what came of it, and what was split to avoid it. */
@Component
class FollowUp {

    private static final String MEASURES = "district-collective-decision-measures";
    private static final String EVALUATION = "12";

    private final MatterRows rows;
    private final Splits splits;
    private final Posts posts;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Findings findings;
    private final Docket docket;
    private final Clock clock;

    FollowUp(
            MatterRows rows,
            Splits splits,
            Posts posts,
            Rulebook rulebook,
            Duties duties,
            Findings findings,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.splits = splits;
        this.posts = posts;
        this.rulebook = rulebook;
        this.duties = duties;
        this.findings = findings;
        this.docket = docket;
        this.clock = clock;
    }

    void assign(Actor by, UUID matter, UUID owner, String title, LocalDate due) {
        Matter found = rows.required(matter);
        posts.require(by, Matters.CONVENE, found.details().competence().decider());
        if (!(found instanceof Matter.Decided decided) || decided.outcome() != Outcome.ADOPTED) {
            throw Refusal.of("deliberation.task.not-adopted").refused();
        }
        LocalDate today = today();
        if (title.isBlank()) {
            throw Invalid.at("title", "deliberation.fault.blank");
        }
        if (due.isBefore(today)) {
            throw Invalid.at("due", "deliberation.fault.past");
        }
        Ruling terms = rulebook.decide(Matters.TERMS, today, Map.of("duty", "task"));
        UUID duty = duties.owe(
                by,
                new NewDuty(
                        Kind.of("deliberation.task"),
                        title.strip(),
                        owner,
                        found.details().competence().decider(),
                        terms.citations().getFirst(),
                        found.subject(),
                        today,
                        due,
                        DutyTerms.of(terms, Kind.of("duty.missed"))));
        rows.task(matter, title.strip(), owner, due, duty);
        docket.record(Act.of(
                by.author(),
                "deliberation.assigned",
                found.subject(),
                Map.of("title", title.strip(), "due", due),
                Subject.post(owner)));
    }

    void evaluate(Actor by, UUID matter, boolean sound, String account) {
        Matter found = rows.required(matter);
        posts.require(by, Matters.CONVENE, found.details().competence().decider());
        if (!(found instanceof Matter.Decided decided) || decided.outcome() != Outcome.ADOPTED) {
            throw Refusal.of("deliberation.task.not-adopted").refused();
        }
        if (account.isBlank()) {
            throw Invalid.at("account", "deliberation.fault.blank");
        }
        rows.evaluation(matter, today(), sound, account.strip());
        long entry = docket.record(Act.of(
                by.author(),
                "deliberation.evaluated",
                found.subject(),
                Map.of("sound", sound, "account", account.strip()),
                Subject.body(found.details().what().body())));
        if (!sound) {
            Citation clause = rulebook.cite(MEASURES, EVALUATION, today());
            rows.stancesByPerson(matter).forEach((person, stance) -> {
                if (stance == Stance.AGREE) {
                    findings.state(
                            Actor.CALENDAR,
                            new NewFinding(
                                    Kind.of("deliberation.wrong"),
                                    Subject.person(person),
                                    null,
                                    found.details().what().title(),
                                    Map.of("title", found.details().what().title(), "account", account.strip()),
                                    List.of(entry),
                                    List.of(),
                                    clause,
                                    found.subject(),
                                    null));
                }
            });
        }
    }

    UUID stateSplit(Actor by, UUID matter) {
        Split split = splits.among(rows.all(), today()).stream()
                .filter(each -> each.matters().contains(matter))
                .findFirst()
                .orElseThrow(() -> Refusal.of("deliberation.split.none").refused());
        Matter last = rows.required(split.matters().getLast());
        return findings.state(
                by,
                new NewFinding(
                        Kind.of("deliberation.split"),
                        Subject.body(last.details().what().body()),
                        null,
                        last.details().what().title(),
                        Map.of(
                                "same", split.by(),
                                "value", split.value(),
                                "sum", split.sum(),
                                "count", split.matters().size(),
                                "window", split.window()),
                        List.of(),
                        List.of(),
                        split.clauses().getFirst(),
                        last.subject(),
                        null));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
