package org.shengmo.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.attachment.Attachments;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** What comes before a decision: steps begun, given, left out under a clause; what the public says. */
@Component
class Preparation {

    private static final String MEASURES = "district-collective-decision-measures";
    private static final String PRECONDITIONS = "5";
    private static final int LONGEST_COMMENT = 2000;

    private final MatterRows rows;
    private final Posts posts;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Attachments attachments;
    private final Docket docket;
    private final Clock clock;

    Preparation(
            MatterRows rows,
            Posts posts,
            Rulebook rulebook,
            Calendar calendar,
            Attachments attachments,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.attachments = attachments;
        this.docket = docket;
        this.clock = clock;
    }

    void begin(Actor by, UUID matter, Step step) {
        Matter.Details details = preparing(by, matter);
        requireAsked(details, step);
        if (details.evidence(step).isPresent()) {
            throw Refusal.of("deliberation.step.begun").refused();
        }
        rows.begin(matter, step, today());
        record(by, "deliberation.begun", details, Map.of("step", step.code()));
    }

    void give(Actor by, UUID matter, Step step, boolean favourable, String account, List<UUID> files) {
        if (step == Step.LEGALITY) {
            by.require(Matters.REVIEW);
        }
        Matter.Details details = step == Step.LEGALITY ? preparing(matter) : preparing(by, matter);
        requireAsked(details, step);
        if (account.isBlank()) {
            throw Invalid.at("account", "deliberation.fault.blank");
        }
        if (step == Step.LEGALITY && details.proposedBy().equals(by.person())) {
            throw ruled(step, Refusal.of("deliberation.legality.own"));
        }
        Optional<Evidence> before = details.evidence(step);
        if (before.isPresent() && !(before.get() instanceof Evidence.Begun)) {
            throw ruled(step, Refusal.of("deliberation.step.given"));
        }
        requireTime(step, before);
        rows.give(matter, step, today(), favourable, account.strip());
        attachments.attach(by.author(), files, Matter.subject(matter));
        record(
                by,
                "deliberation.given",
                details,
                Map.of("step", step.code(), "favourable", favourable, "account", account.strip()));
    }

    /** A step that takes days was begun, and they have passed. */
    private void requireTime(Step step, Optional<Evidence> begun) {
        Ruling ruling = precondition(step);
        int days = ruling.integer("days");
        if (days == 0) {
            return;
        }
        if (begun.isEmpty()) {
            throw Refusal.of("deliberation.step.not-begun", days)
                    .under(ruling.citations())
                    .refused();
        }
        LocalDate first = firstDay(ruling, begun.get());
        if (today().isBefore(first)) {
            throw Refusal.of("deliberation.step.too-early", days)
                    .under(ruling.citations())
                    .on(Map.of("from", begun.get().begunOn(), "until", first))
                    .refused();
        }
    }

    private LocalDate firstDay(Ruling ruling, Evidence begun) {
        int days = ruling.integer("days");
        StatutoryPeriod period = ruling.truth("working")
                ? StatutoryPeriod.workingDays(days)
                : StatutoryPeriod.days(days).standing();
        return period.dueDate(begun.begunOn(), calendar);
    }

    /** The first day on which the result of a step that was begun may be recorded. */
    Optional<LocalDate> firstDay(Matter.Details matter, Step step) {
        return matter.evidence(step).map(begun -> firstDay(precondition(step), begun));
    }

    void exempt(Actor by, UUID matter, Step step, String article, String reasons) {
        Matter.Details details = preparing(matter);
        posts.require(by, Matters.EXEMPT, details.competence().decider());
        requireAsked(details, step);
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "deliberation.fault.blank");
        }
        Ruling ruling = precondition(step);
        Optional<Citation> clause = ruling.citations().stream()
                .filter(each -> each.article().equals(article.strip()))
                .findFirst();
        if (!ruling.truth("exempt") || clause.isEmpty()) {
            throw Refusal.of("deliberation.exempt.no").under(ruling.citations()).refused();
        }
        if (details.evidence(step)
                .filter(each -> !(each instanceof Evidence.Begun))
                .isPresent()) {
            throw ruled(step, Refusal.of("deliberation.step.given"));
        }
        rows.exempt(matter, step, today(), clause.get(), reasons.strip());
        record(
                by,
                "deliberation.exempted",
                details,
                Map.of("step", step.code(), "clause", clause.get().asPayload(), "reasons", reasons.strip()));
    }

    void comment(UUID matter, String text) {
        if (text.isBlank()) {
            throw Invalid.at("text", "deliberation.fault.blank");
        }
        if (text.length() > LONGEST_COMMENT) {
            throw Invalid.at("text", "deliberation.fault.long", LONGEST_COMMENT);
        }
        Matter.Details details = rows.required(matter).details();
        boolean out = details.what().open()
                && details.evidence(Step.COMMENT)
                        .filter(Evidence.Begun.class::isInstance)
                        .isPresent();
        if (!out) {
            throw ruled(Step.COMMENT, Refusal.of("deliberation.comment.closed"));
        }
        rows.comment(matter, today(), text.strip());
        docket.record(Act.of(
                new Author(null, null),
                "deliberation.commented",
                Matter.subject(matter),
                Map.of("text", text.strip())));
    }

    List<Refusal> missing(Matter.Details matter) {
        return Precondition.ALL.stream()
                .flatMap(policy -> policy.refuses(matter, today()).stream())
                .map(refusal -> refusal.under(List.of(rulebook.cite(MEASURES, PRECONDITIONS, today()))))
                .toList();
    }

    // What is insisted on

    private Matter.Details preparing(UUID id) {
        rows.lock(id);
        Matter matter = rows.required(id);
        if (!(matter instanceof Matter.Preparing)) {
            throw Refusal.of("deliberation.matter.not-preparing").refused();
        }
        return matter.details();
    }

    /** By whoever proposes for the body. */
    Matter.Details preparing(Actor by, UUID id) {
        Matter.Details details = preparing(id);
        posts.require(by, Matters.PROPOSE, details.what().body());
        return details;
    }

    private void requireAsked(Matter.Details matter, Step step) {
        if (!matter.competence().steps().contains(step)) {
            throw Refusal.of("deliberation.step.not-asked")
                    .under(matter.competence().clauses())
                    .refused();
        }
    }

    private Ruling precondition(Step step) {
        return rulebook.decide(Matters.PRECONDITION, today(), Map.of("step", step.code()));
    }

    private org.shengmo.wording.Refused ruled(Step step, Refusal refusal) {
        return refusal.under(precondition(step).citations()).refused();
    }

    private void record(Actor by, String kind, Matter.Details matter, Map<String, ?> payload) {
        docket.record(Act.of(
                by.author(),
                kind,
                Matter.subject(matter.id()),
                payload,
                Subject.body(matter.what().body())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
