package org.shengmo.charter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Problems from public evaluation in PostgreSQL. */
@Service
class PostgresProblems implements Problems {

    static final Kind DUTY = Kind.of("charter.problem");

    private final ProblemRows rows;
    private final Readers readers;
    private final Terms terms;
    private final Presence presence;
    private final Organization organization;
    private final Attachments attachments;
    private final Duties duties;
    private final Notices notices;
    private final Docket docket;
    private final Written written;

    PostgresProblems(
            ProblemRows rows,
            Readers readers,
            Terms terms,
            Presence presence,
            Organization organization,
            Attachments attachments,
            Duties duties,
            Notices notices,
            Docket docket,
            Written written) {
        this.rows = rows;
        this.readers = readers;
        this.terms = terms;
        this.presence = presence;
        this.organization = organization;
        this.attachments = attachments;
        this.duties = duties;
        this.notices = notices;
        this.docket = docket;
        this.written = written;
    }

    @Override
    @Transactional
    public Problem raise(Actor by, Problem.New problem) {
        by.require(RAISE);
        check(problem);
        LocalDate today = presence.today();
        Directory directory = organization.directory();
        Body body = directory.body(problem.body());
        Body top = directory.ancestorsOf(body.id()).isEmpty()
                ? body
                : directory.ancestorsOf(body.id()).getLast();
        Post leader = directory
                .inCharge(body.id(), today)
                .or(() -> directory.headOf(top.id()))
                .orElseThrow(() -> Refusal.of("charter.problem.nobody-in-charge", body.name())
                        .refused());
        Terms.Term term = terms.problem(problem.severity(), today);
        UUID id = UUID.randomUUID();
        Subject subject = new Subject("charter.problem", id);
        UUID duty = duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                DUTY,
                                written.say("charter.duty.problem", problem.title()),
                                leader.id(),
                                top.id(),
                                term.clause(),
                                subject,
                                term.opens(),
                                term.due(),
                                term.terms())
                        .metAt("/charter/problems/" + id));
        long entry = docket.record(Act.of(
                by.author(),
                "charter.problem.assigned",
                subject,
                Map.of(
                        "title", problem.title(),
                        "text", problem.text(),
                        "source", problem.source(),
                        "severity", problem.severity().code(),
                        "body", body.name(),
                        "post", leader.name(),
                        "due", term.due()),
                Subject.post(leader.id()),
                Subject.body(body.id())));
        rows.insert(id, problem, leader.id(), duty, today, term, entry);
        return rows.byId(id).orElseThrow();
    }

    private static void check(Problem.New problem) {
        List<Fault> faults = new ArrayList<>();
        if (problem.title().isBlank()) {
            faults.add(new Fault("title", Text.of("charter.problem.title-missing")));
        }
        if (problem.source().isBlank()) {
            faults.add(new Fault("source", Text.of("charter.problem.source-missing")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    @Override
    @Transactional
    public Problem chase(Actor by, UUID id, String text) {
        by.require(CHASE);
        Problem problem = unsolved(id);
        if (text.isBlank()) {
            throw Invalid.at("text", "charter.problem.chase-missing");
        }
        Subject subject = new Subject("charter.problem", id);
        long entry = docket.record(Act.of(
                by.author(),
                "charter.problem.chased",
                subject,
                Map.of("title", problem.title(), "text", text),
                Subject.post(problem.post())));
        rows.chase(id, entry);
        notices.tell(
                problem.post(),
                Text.of("charter.notice.chased", problem.title(), text),
                "/charter/problems/" + id,
                subject);
        return rows.byId(id).orElseThrow();
    }

    @Override
    @Transactional
    public Problem solve(Actor by, UUID id, String account, List<UUID> files) {
        Problem problem = unsolved(id);
        presence.require(by, problem.post(), "charter.problem.not-yours");
        if (account.isBlank()) {
            throw Invalid.at("account", "charter.problem.account-missing");
        }
        Subject subject = new Subject("charter.problem", id);
        attachments.attach(by.author(), files, subject);
        long entry = docket.record(Act.of(
                by.author(),
                "charter.problem.solved",
                subject,
                Map.of("title", problem.title(), "account", account, "attachments", files),
                Subject.person(by.person()),
                Subject.post(problem.post()),
                Subject.body(problem.body())));
        rows.solve(id, new Problem.Solution(presence.today(), by.person(), account, files), entry);
        if (duties.duty(problem.duty()) instanceof OpenDuty) {
            duties.meetByAct(by, problem.duty(), account, files);
        }
        return rows.byId(id).orElseThrow();
    }

    private Problem unsolved(UUID id) {
        Problem problem = rows.byId(id).orElseThrow(() -> new NoSuchElementException("no problem " + id));
        problem.solution().ifPresent(solution -> {
            throw Refusal.of("charter.problem.solved-before", solution.on().toString())
                    .refused();
        });
        return problem;
    }

    @Override
    public boolean mayRead(Actor by, Problem problem) {
        return readers.problem(by, problem);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return rows.years();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Problem> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> of(int year) {
        return rows.of(year);
    }
}
