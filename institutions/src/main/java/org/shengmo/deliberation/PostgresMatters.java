package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
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

    private final MatterRows rows;
    private final Competences competences;
    private final Splits splits;
    private final Preparation preparation;
    private final FollowUp followUp;
    private final Posts posts;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Docket docket;
    private final Clock clock;

    PostgresMatters(
            MatterRows rows,
            Competences competences,
            Splits splits,
            Preparation preparation,
            FollowUp followUp,
            Posts posts,
            Organization organization,
            Rulebook rulebook,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.competences = competences;
        this.splits = splits;
        this.preparation = preparation;
        this.followUp = followUp;
        this.posts = posts;
        this.organization = organization;
        this.rulebook = rulebook;
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
                Matter.subject(id),
                payload,
                Subject.body(matter.body()),
                Subject.body(competence.decider())));
        return rows.required(id);
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
    public void withdraw(Actor by, UUID matter, String reasons) {
        Matter.Details details = preparation.preparing(by, matter);
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "deliberation.fault.blank");
        }
        rows.state(matter, "withdrawn", today());
        docket.record(Act.of(
                by.author(),
                "deliberation.withdrawn",
                Matter.subject(matter),
                Map.of("reasons", reasons.strip()),
                Subject.body(details.what().body())));
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
    public void begin(Actor by, UUID matter, Step step) {
        preparation.begin(by, matter, step);
    }

    @Override
    @Transactional
    public void give(Actor by, UUID matter, Step step, boolean favourable, String account, List<UUID> files) {
        preparation.give(by, matter, step, favourable, account, files);
    }

    @Override
    @Transactional
    public void exempt(Actor by, UUID matter, Step step, String article, String reasons) {
        preparation.exempt(by, matter, step, article, reasons);
    }

    @Override
    @Transactional
    public void comment(UUID matter, String text) {
        preparation.comment(matter, text);
    }

    @Override
    public List<Refusal> missing(Matter.Details matter) {
        return preparation.missing(matter);
    }

    @Override
    public Optional<LocalDate> firstDay(Matter.Details matter, Step step) {
        return preparation.firstDay(matter, step);
    }

    @Override
    @Transactional
    public void assign(Actor by, UUID matter, UUID owner, String title, LocalDate due) {
        followUp.assign(by, matter, owner, title, due);
    }

    @Override
    @Transactional
    public void evaluate(Actor by, UUID matter, boolean sound, String account) {
        followUp.evaluate(by, matter, sound, account);
    }

    @Override
    @Transactional
    public UUID stateSplit(Actor by, UUID matter) {
        return followUp.stateSplit(by, matter);
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
    @Transactional(readOnly = true)
    public List<Comment> comments(UUID matter) {
        return rows.comments(matter);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Split> splits() {
        return splits.among(rows.all(), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
