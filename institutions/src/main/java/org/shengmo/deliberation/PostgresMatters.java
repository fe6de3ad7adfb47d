package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matters in PostgreSQL. */
@Service
class PostgresMatters implements Matters {

    private static final String MEASURES = "district-collective-decision-measures";
    private static final String EVALUATION = "12";
    private static final int LONGEST_COMMENT = 2000;

    private final MatterRows rows;
    private final Competences competences;
    private final Splits splits;
    private final Posts posts;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Duties duties;
    private final Findings findings;
    private final Attachments attachments;
    private final Docket docket;
    private final Clock clock;

    PostgresMatters(
            MatterRows rows,
            Competences competences,
            Splits splits,
            Posts posts,
            Organization organization,
            Rulebook rulebook,
            Calendar calendar,
            Duties duties,
            Findings findings,
            Attachments attachments,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.competences = competences;
        this.splits = splits;
        this.posts = posts;
        this.organization = organization;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.duties = duties;
        this.findings = findings;
        this.attachments = attachments;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Matter propose(Actor by, NewMatter matter) {
        posts.require(by, PROPOSE, matter.body());
        List<Fault> faults = faults(matter);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        LocalDate today = today();
        BigDecimal counted = matter.amount();
        if (counted != null && !matter.project().isBlank()) {
            int window =
                    rulebook.decide(SPLITTING, today, Map.of("by", "project")).integer("days");
            counted = counted.add(
                    rows.sumOfProject(matter.kind(), matter.project().strip(), today.minusDays(window)));
        }
        Competence competence = competences.of(matter.kind(), counted, matter.body(), today);
        UUID id = UUID.randomUUID();
        rows.insert(id, matter, competence, today, by.person(), by.post());
        Map<String, Object> payload = new HashMap<>(Map.of(
                "kind", matter.kind().code(),
                "title", matter.title(),
                "text", matter.text(),
                "decider", organization.body(competence.decider()).name(),
                "clauses",
                        competence.clauses().stream().map(Citation::asPayload).toList()));
        if (matter.amount() != null) {
            payload.put("amount", matter.amount());
            payload.put("counted", counted);
        }
        docket.record(Act.of(
                by.author(),
                "deliberation.proposed",
                subject(id),
                payload,
                Subject.body(matter.body()),
                Subject.body(competence.decider())));
        return found(id);
    }

    private static List<Fault> faults(NewMatter matter) {
        List<Fault> faults = new ArrayList<>();
        if (matter.title().isBlank()) {
            faults.add(new Fault("title", Text.of("deliberation.fault.blank")));
        }
        if (matter.text().isBlank()) {
            faults.add(new Fault("text", Text.of("deliberation.fault.blank")));
        }
        BigDecimal amount = matter.amount();
        if (matter.kind().hasAmount() && (amount == null || amount.signum() <= 0 || amount.scale() > 2)) {
            faults.add(new Fault("amount", Text.of("deliberation.fault.amount")));
        }
        if (!matter.kind().hasAmount() && amount != null) {
            faults.add(new Fault("amount", Text.of("deliberation.fault.no-amount")));
        }
        if (matter.kind() == Business.PERSONNEL && matter.concerned().isEmpty()) {
            faults.add(new Fault("concerned", Text.of("deliberation.fault.concerned")));
        }
        return faults;
    }

    @Override
    @Transactional
    public void begin(Actor by, UUID matter, Step step) {
        Matter.Details details = preparing(by, matter);
        requireAsked(details, step);
        if (details.evidence(step).isPresent()) {
            throw Refusal.of("deliberation.step.begun").refused();
        }
        rows.begin(matter, step, today());
        record(by, "deliberation.begun", details, Map.of("step", step.code()));
    }

    @Override
    @Transactional
    public void give(Actor by, UUID matter, Step step, boolean favourable, String account, List<UUID> files) {
        if (step == Step.LEGALITY) {
            by.require(REVIEW);
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
        attachments.attach(by.author(), files, subject(matter));
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
        StatutoryPeriod period = ruling.truth("working")
                ? StatutoryPeriod.workingDays(days)
                : StatutoryPeriod.days(days).standing();
        LocalDate first = period.dueDate(begun.get().begunOn(), calendar);
        if (today().isBefore(first)) {
            throw Refusal.of("deliberation.step.too-early", days)
                    .under(ruling.citations())
                    .on(Map.of("from", begun.get().begunOn(), "until", first))
                    .refused();
        }
    }

    @Override
    @Transactional
    public void exempt(Actor by, UUID matter, Step step, String article, String reasons) {
        by.require(EXEMPT);
        Matter.Details details = preparing(matter);
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

    @Override
    @Transactional
    public void comment(UUID matter, String text) {
        if (text.isBlank()) {
            throw Invalid.at("text", "deliberation.fault.blank");
        }
        if (text.length() > LONGEST_COMMENT) {
            throw Invalid.at("text", "deliberation.fault.long", LONGEST_COMMENT);
        }
        Matter.Details details = found(matter).details();
        boolean out = details.what().open()
                && details.evidence(Step.COMMENT)
                        .filter(Evidence.Begun.class::isInstance)
                        .isPresent();
        if (!out) {
            throw ruled(Step.COMMENT, Refusal.of("deliberation.comment.closed"));
        }
        rows.comment(matter, today(), text.strip());
        docket.record(Act.of(
                new Author(null, null), "deliberation.commented", subject(matter), Map.of("text", text.strip())));
    }

    @Override
    @Transactional
    public void withdraw(Actor by, UUID matter, String reasons) {
        Matter.Details details = preparing(by, matter);
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "deliberation.fault.blank");
        }
        rows.state(matter, "withdrawn", today());
        record(by, "deliberation.withdrawn", details, Map.of("reasons", reasons.strip()));
    }

    @Override
    @Transactional
    public void declareInterest(Actor by, String supplier) {
        if (supplier.isBlank()) {
            throw Invalid.at("supplier", "deliberation.fault.blank");
        }
        rows.interest(by.person(), supplier.strip(), today());
        docket.record(Act.of(
                by.author(),
                "deliberation.interest-declared",
                Subject.person(by.person()),
                Map.of("supplier", supplier.strip())));
    }

    @Override
    @Transactional
    public void assign(Actor by, UUID matter, UUID owner, String title, LocalDate due) {
        by.require(CONVENE);
        Matter found = found(matter);
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
        Ruling terms = rulebook.decide(TERMS, today, Map.of("duty", "task"));
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

    @Override
    @Transactional
    public void evaluate(Actor by, UUID matter, boolean sound, String account) {
        by.require(CONVENE);
        Matter found = found(matter);
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

    @Override
    @Transactional(readOnly = true)
    public Optional<Matter> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> all() {
        return rows.all();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> open() {
        return rows.all().stream().filter(PostgresMatters::isPublic).toList();
    }

    /** Out for comment or decided, and not closed by law. */
    private static boolean isPublic(Matter matter) {
        return matter.details().what().open()
                && (matter instanceof Matter.Decided
                        || matter.details().evidence(Step.COMMENT).isPresent());
    }

    @Override
    public boolean mayRead(Actor reader, Matter matter) {
        if (isPublic(matter)) {
            return true;
        }
        boolean proposes = reader.may(PROPOSE)
                && posts.reaches(reader, matter.details().what().body());
        return proposes || List.of(REVIEW, EXEMPT, CONVENE, SIT).stream().anyMatch(reader::may);
    }

    @Override
    public List<Refusal> missing(Matter.Details matter) {
        return Precondition.ALL.stream()
                .flatMap(policy -> policy.refuses(matter, today()).stream())
                .map(refusal -> refusal.under(List.of(rulebook.cite(MEASURES, "5", today()))))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Comment> comments(UUID matter) {
        return rows.comments(matter);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Split> splits() {
        return splits.among(rows.all(), today());
    }

    @Override
    @Transactional
    public UUID stateSplit(Actor by, UUID matter) {
        Split split = splits().stream()
                .filter(each -> each.matters().contains(matter))
                .findFirst()
                .orElseThrow(() -> Refusal.of("deliberation.split.none").refused());
        Matter last = found(split.matters().getLast());
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

    // What is insisted on

    private Matter found(UUID id) {
        return rows.byId(id).orElseThrow(() -> new NoSuchElementException("no matter " + id));
    }

    private Matter.Details preparing(UUID id) {
        rows.lock(id);
        Matter matter = found(id);
        if (!(matter instanceof Matter.Preparing)) {
            throw Refusal.of("deliberation.matter.not-preparing").refused();
        }
        return matter.details();
    }

    private Matter.Details preparing(Actor by, UUID id) {
        Matter.Details details = preparing(id);
        posts.require(by, PROPOSE, details.what().body());
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
        return rulebook.decide(PRECONDITION, today(), Map.of("step", step.code()));
    }

    private org.shengmo.wording.Refused ruled(Step step, Refusal refusal) {
        return refusal.under(precondition(step).citations()).refused();
    }

    private void record(Actor by, String kind, Matter.Details matter, Map<String, ?> payload) {
        docket.record(Act.of(
                by.author(),
                kind,
                subject(matter.id()),
                payload,
                Subject.body(matter.what().body())));
    }

    private static Subject subject(UUID matter) {
        return new Subject("deliberation.matter", matter);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
