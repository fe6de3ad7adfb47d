package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.petition.Petition.State;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with petitions, in PostgreSQL. */
@Service
class PostgresHandling implements Handling {

    private final PetitionRows rows;
    private final Deadlines deadlines;
    private final Offices offices;
    private final PetitionAccess access;
    private final Steps steps;
    private final Verdicts verdicts;
    private final Sealing sealing;
    private final Attachments files;
    private final Organization organization;
    private final Notices notices;

    PostgresHandling(
            PetitionRows rows,
            Deadlines deadlines,
            Offices offices,
            PetitionAccess access,
            Steps steps,
            Verdicts verdicts,
            Sealing sealing,
            Attachments files,
            Organization organization,
            Notices notices) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.offices = offices;
        this.access = access;
        this.steps = steps;
        this.verdicts = verdicts;
        this.sealing = sealing;
        this.files = files;
        this.organization = organization;
        this.notices = notices;
    }

    @Override
    @Transactional
    public void passOn(Actor by, UUID id, Topic topic, UUID body, String note) {
        by.require(Petitions.DESK);
        Petition.Details petition = steps.insist(id, Move.PASS_ON).details();
        LocalDate today = steps.today();
        Post handler = offices.handler(body);
        LocalDate informDue = deadlines.due("inform", today);
        steps.meet(
                by,
                petition,
                say("petition.account.passed-on", organization.body(body).name()));
        UUID duty = steps.owe(by, petition, "inform", handler.id(), steps.bodyOf(by.post()), informDue);
        rows.update(
                id,
                PetitionRows.values(
                        "state",
                        State.PASSED_ON.name(),
                        "topic",
                        topic.name(),
                        "body",
                        body,
                        "handler",
                        handler.id(),
                        "passed_on",
                        today,
                        "inform_due",
                        informDue,
                        "object_due",
                        deadlines.due("object", today),
                        "objection",
                        "",
                        "due",
                        informDue,
                        "duty",
                        duty));
        rows.indexBody(id, body);
        steps.record(
                by,
                "petition.passed-on",
                petition,
                Map.of(
                        "topic",
                        topic.code(),
                        "body",
                        organization.body(body).name(),
                        "note",
                        note,
                        "late",
                        petition.due() != null && today.isAfter(petition.due())),
                Subject.body(body));
        steps.tell(
                petition,
                by.post(),
                Text.of("petition.told.passed-on", organization.body(body).name(), informDue));
    }

    @Override
    @Transactional
    public void object(Actor by, UUID id, String reasons) {
        Petition petition = steps.insist(id, Move.OBJECT);
        Petition.Details details = petition.details();
        access.requireHandler(by, details);
        filled("reasons", reasons);
        LocalDate until = ((Petition.PassedOn) petition).objectUntil();
        if (steps.today().isAfter(until)) {
            throw Refusal.of("petition.object.late", until)
                    .under(deadlines.clauses("object", steps.today()))
                    .on(Map.of("passed_on", details.passedOn(), "until", until))
                    .refused();
        }
        rows.update(id, PetitionRows.values("state", State.OBJECTED.name(), "objection", reasons.strip()));
        steps.record(
                by, "petition.objected", details, Map.of("reasons", reasons.strip()), Subject.body(details.body()));
        notices.tell(
                offices.desk().id(),
                Text.of("petition.notice.objected", details.handle()),
                href(id),
                Steps.subject(id));
    }

    @Override
    @Transactional
    public void decideObjection(Actor by, UUID id, boolean agreed, String reasons) {
        by.require(Petitions.DESK);
        Petition.Details petition = steps.insist(id, Move.DECIDE_OBJECTION).details();
        filled("reasons", reasons);
        if (agreed) {
            steps.lift(petition, "petition.lifted.objection");
            LocalDate due = deadlines.due("register", steps.today());
            Post desk = offices.desk();
            UUID duty = steps.owe(by, petition, "register", desk.id(), desk.body(), due);
            rows.update(
                    id,
                    PetitionRows.values(
                            "state", State.RECEIVED.name(), "body", null, "handler", null, "due", due, "duty", duty));
            rows.indexBody(id, null);
        } else {
            rows.update(id, PetitionRows.values("state", State.PASSED_ON.name()));
            notices.tell(
                    petition.handler(),
                    Text.of("petition.notice.objection-refused", petition.handle(), reasons.strip()),
                    href(id),
                    Steps.subject(id));
        }
        steps.record(
                by,
                "petition.objection-decided",
                petition,
                Map.of("agreed", agreed, "reasons", reasons.strip()),
                Subject.body(petition.body()));
    }

    @Override
    @Transactional
    public void accept(Actor by, UUID id, String told) {
        Petition.Details petition = steps.insist(id, Move.ACCEPT).details();
        access.requireHandler(by, petition);
        filled("told", told);
        LocalDate today = steps.today();
        LocalDate due = deadlines.due("decide", today);
        steps.meet(by, petition, told.strip());
        UUID duty = steps.owe(
                by, petition, "decide", petition.handler(), offices.desk().body(), due);
        rows.update(
                id, PetitionRows.values("state", State.IN_HAND.name(), "accepted_on", today, "due", due, "duty", duty));
        steps.record(
                by,
                "petition.accepted",
                petition,
                Map.of("due", due, "late", today.isAfter(petition.due())),
                Subject.body(petition.body()));
        steps.tell(petition, by.post(), told.strip(), List.of());
    }

    @Override
    @Transactional
    public void redirect(Actor by, UUID id, String way) {
        Petition.Details petition = steps.insist(id, Move.REDIRECT).details();
        access.requireHandlerOrDesk(by, petition);
        filled("way", way);
        steps.meet(by, petition, way.strip());
        close(id, Petition.Closing.REDIRECTED);
        steps.record(by, "petition.redirected", petition, Map.of());
        steps.tell(petition, by.post(), way.strip(), List.of());
    }

    @Override
    @Transactional
    public void assign(Actor by, UUID id, UUID post) {
        Petition petition = steps.insist(id, Move.ASSIGN);
        Petition.Details details = petition.details();
        if (!by.may(Petitions.DESK) && !offices.heads(by.post(), details.body())) {
            throw Refusal.of("petition.assign.not-head", details.handle()).refused();
        }
        if (offices.handlers(details.body()).stream()
                .noneMatch(each -> each.id().equals(post))) {
            throw Invalid.at("post", "petition.fault.handler");
        }
        rows.update(id, PetitionRows.values("handler", post));
        if (petition.state() != State.SUSPENDED) {
            steps.lift(details, "petition.lifted.assigned");
            String step = petition.state() == State.PASSED_ON ? "inform" : "decide";
            UUID duty = steps.owe(by, details, step, post, offices.desk().body(), details.due());
            rows.update(id, PetitionRows.values("duty", duty));
        }
        steps.record(
                by,
                "petition.assigned",
                details,
                Map.of("post", organization.post(post).name()),
                Subject.post(post));
    }

    @Override
    @Transactional
    public void handleJointly(Actor by, UUID id, List<UUID> bodies) {
        by.require(Petitions.DESK);
        Petition.Details petition = steps.insist(id, Move.JOINT).details();
        if (bodies.isEmpty() || bodies.contains(petition.body())) {
            throw Invalid.at("bodies", "petition.fault.joint");
        }
        rows.update(id, PetitionRows.values("joint", bodies.toArray(UUID[]::new)));
        for (UUID body : bodies) {
            notices.tell(
                    offices.handler(body).id(),
                    Text.of(
                            "petition.notice.joint",
                            petition.handle(),
                            organization.body(petition.body()).name()),
                    href(id),
                    Steps.subject(id));
        }
        steps.record(
                by,
                "petition.joint",
                petition,
                Map.of(
                        "bodies",
                        bodies.stream()
                                .map(body -> organization.body(body).name())
                                .toList()),
                bodies.stream().map(Subject::body).toArray(Subject[]::new));
    }

    @Override
    @Transactional
    public void extend(Actor by, UUID id, int days, String reasons) {
        Petition.Details petition = steps.insist(id, Move.EXTEND).details();
        LocalDate today = steps.today();
        List<Citation> clauses = deadlines.clauses("decide", today);
        if (by.post() == null || !offices.heads(by.post(), petition.body())) {
            throw Refusal.of(
                            "petition.extend.not-head",
                            organization.body(petition.body()).name())
                    .under(clauses)
                    .refused();
        }
        filled("reasons", reasons);
        int longest = deadlines.longestExtension("decide", today);
        if (days < 1 || days > longest || petition.extendedDays() > 0 || petition.reopened() > 0) {
            throw Refusal.of("petition.extend.too-long", longest)
                    .under(clauses)
                    .on(Map.of("days", days, "extended_before", petition.extendedDays()))
                    .refused();
        }
        if (today.isAfter(petition.due())) {
            throw Refusal.of("petition.extend.over", petition.due())
                    .under(clauses)
                    .refused();
        }
        LocalDate due = deadlines.due("decide", petition.acceptedOn(), rows.suspensions(id, 0), days);
        steps.lift(petition, "petition.lifted.extended");
        UUID duty = steps.owe(
                by, petition, "decide", petition.handler(), offices.desk().body(), due);
        rows.update(
                id, PetitionRows.values("extended_days", days, "extension", reasons.strip(), "due", due, "duty", duty));
        steps.record(by, "petition.extended", petition, Map.of("days", days, "until", due, "reasons", reasons.strip()));
        steps.tell(petition, by.post(), Text.of("petition.told.extended", due, reasons.strip()));
    }

    @Override
    @Transactional
    public void suspend(Actor by, UUID id, boolean hearing, String ground) {
        Petition.Details petition = steps.insist(id, Move.SUSPEND).details();
        requireAtStage(by, petition);
        filled("ground", ground);
        steps.lift(petition, "petition.lifted.suspended");
        rows.suspend(id, petition.stage(), steps.today(), ground.strip(), hearing);
        rows.update(id, PetitionRows.values("state", State.SUSPENDED.name(), "due", null, "duty", null));
        steps.record(by, "petition.suspended", petition, Map.of("ground", ground.strip(), "hearing", hearing));
        steps.tell(petition, by.post(), Text.of("petition.told.suspended", ground.strip()));
    }

    @Override
    @Transactional
    public void resume(Actor by, UUID id) {
        Petition.Details petition = steps.insist(id, Move.RESUME).details();
        requireAtStage(by, petition);
        LocalDate today = steps.today();
        rows.resume(id, petition.stage(), today);
        boolean review = petition.stage() > 0;
        String step = review
                ? (petition.stage() == 1 ? "review" : "re-review")
                : petition.reopened() > 0 ? "again" : "decide";
        Petitions.Review asked = review ? rows.reviews(id).getLast() : null;
        LocalDate due = deadlines.due(
                step,
                review ? asked.askedOn() : petition.acceptedOn(),
                rows.suspensions(id, petition.stage()),
                review ? 0 : petition.extendedDays());
        UUID owner = review ? asked.post() : petition.handler();
        UUID duty = steps.owe(by, petition, step, owner, offices.desk().body(), due);
        rows.update(
                id,
                PetitionRows.values(
                        "state", (review ? State.UNDER_REVIEW : State.IN_HAND).name(), "due", due, "duty", duty));
        steps.record(by, "petition.resumed", petition, Map.of("until", due));
        steps.tell(petition, by.post(), Text.of("petition.told.resumed", due));
    }

    private void requireAtStage(Actor by, Petition.Details petition) {
        if (petition.stage() == 0) {
            access.requireHandler(by, petition);
        } else {
            requireReviewer(by, petition);
        }
    }

    @Override
    @Transactional
    public void reply(Actor by, UUID id, Petition.Outcome outcome, String text, List<UUID> attachments) {
        Petition.Details petition = steps.insist(id, Move.REPLY).details();
        access.requireHandler(by, petition);
        filled("text", text);
        LocalDate today = steps.today();
        steps.meet(by, petition, say("petition.account.answered"));
        int round = rows.answer(id, today, by.post(), petition.body(), outcome, text.strip());
        rows.update(
                id,
                PetitionRows.values("state", State.ANSWERED.name(), "answered_on", today, "due", null, "duty", null));
        steps.record(
                by,
                "petition.answered",
                petition,
                Map.of(
                        "outcome",
                        outcome.name(),
                        "round",
                        round,
                        "digest",
                        Sha256.hex(text),
                        "late",
                        petition.due() != null && today.isAfter(petition.due())),
                Subject.body(petition.body()));
        tell(by, petition, text.strip(), attachments);
    }

    @Override
    @Transactional
    public void write(Actor by, UUID id, String text, List<UUID> attachments) {
        Petition.Details petition = steps.insist(id, Move.WRITE).details();
        access.requireHandlerOrDesk(by, petition);
        filled("text", text);
        tell(by, petition, text.strip(), attachments);
        steps.record(by, "petition.written", petition, Map.of("digest", Sha256.hex(text)));
    }

    /** What goes with the words hangs on the petition, so that all who read it may open it. */
    private void tell(Actor by, Petition.Details petition, String text, List<UUID> attachments) {
        files.attach(by.author(), attachments, Steps.subject(petition.id()));
        steps.tell(petition, by.post(), text, attachments);
    }

    @Override
    @Transactional
    public void join(Actor by, UUID id, UUID into) {
        by.require(Petitions.DESK);
        Petition.Details petition = steps.insist(id, Move.JOIN).details();
        Petition target = rows.lock(into);
        if (into.equals(id) || target.details().joinedTo() != null || target.state() == State.CLOSED) {
            throw Invalid.at("into", "petition.fault.join");
        }
        steps.meet(by, petition, say("petition.account.joined", target.details().handle()));
        rows.update(id, PetitionRows.values("joined_to", into));
        close(id, Petition.Closing.JOINED);
        steps.record(
                by, "petition.joined", petition, Map.of("into", target.details().handle()), Steps.subject(into));
        steps.tell(
                petition,
                by.post(),
                Text.of("petition.told.joined", target.details().handle()));
    }

    @Override
    @Transactional
    public void supervise(Actor by, UUID id, String text) {
        Petition.Details petition = steps.insist(id, Move.SUPERVISE).details();
        boolean inCharge = petition.body() != null
                && offices.inCharge(petition.body())
                        .filter(post -> post.equals(by.post()))
                        .isPresent();
        if (!inCharge) {
            by.require(Petitions.DESK);
        }
        filled("text", text);
        rows.update(id, PetitionRows.values("supervised", petition.supervised() + 1));
        UUID told = petition.handler() == null ? offices.desk().id() : petition.handler();
        notices.tell(
                told,
                Text.of("petition.notice.supervised", petition.handle(), text.strip()),
                href(id),
                Steps.subject(id));
        steps.record(by, "petition.supervised", petition, Map.of("text", text.strip()), Subject.post(told));
    }

    @Override
    @Transactional
    public void callBack(Actor by, UUID id, int rating, boolean solved, String remark) {
        by.require(Petitions.DESK);
        verdicts.rate(by, steps.insist(id, Move.RATE), rating, solved, remark);
    }

    @Override
    @Transactional
    public void decideReview(Actor by, UUID id, boolean changed, String opinion) {
        Petition petition = steps.insist(id, Move.DECIDE_REVIEW);
        Petition.Details details = petition.details();
        requireReviewer(by, details);
        filled("opinion", opinion);
        LocalDate today = steps.today();
        steps.meet(by, details, say("petition.account.reviewed"));
        rows.reviewed(id, details.stage(), today, changed, opinion.strip());
        if (changed) {
            LocalDate due = deadlines.due("again", today);
            UUID duty = steps.owe(
                    by, details, "again", details.handler(), offices.desk().body(), due);
            rows.update(
                    id,
                    PetitionRows.values(
                            "state",
                            State.IN_HAND.name(),
                            "accepted_on",
                            today,
                            "stage",
                            0,
                            "reopened",
                            details.reopened() + 1,
                            "due",
                            due,
                            "duty",
                            duty));
        } else if (details.stage() == 1) {
            rows.update(
                    id,
                    PetitionRows.values(
                            "state", State.ANSWERED.name(), "answered_on", today, "due", null, "duty", null));
        } else {
            close(id, Petition.Closing.REVIEWED);
        }
        steps.record(
                by,
                "petition.reviewed",
                details,
                Map.of("stage", details.stage(), "changed", changed, "digest", Sha256.hex(opinion)),
                Subject.body(details.body()));
        steps.tell(details, by.post(), opinion.strip(), List.of());
    }

    private void requireReviewer(Actor by, Petition.Details petition) {
        by.require(Petitions.REVIEW);
        if (!rows.reviews(petition.id()).getLast().post().equals(by.post())) {
            throw Refusal.of("petition.not-reviewer", petition.handle()).refused();
        }
    }

    @Override
    @Transactional
    public void seal(Actor by, UUID id, NewPetition.Accused accused) {
        by.require(Petitions.DESK);
        if (accused.name().isEmpty()) {
            throw Invalid.at("accused", "petition.fault.accused", 50);
        }
        sealing.seal(by, steps.insist(id, Move.SEAL).details(), accused);
    }

    private void close(UUID id, Petition.Closing closing) {
        rows.update(
                id,
                PetitionRows.values(
                        "state", State.CLOSED.name(),
                        "closed_on", steps.today(),
                        "closing", closing.name(),
                        "due", null,
                        "duty", null));
    }

    private String say(String key, Object... arguments) {
        return steps.say(Text.of(key, arguments));
    }

    private static String href(UUID id) {
        return "/petitions/" + id;
    }

    private static void filled(String field, String text) {
        if (text == null || text.isBlank()) {
            throw Invalid.at(field, "petition.fault.blank");
        }
        if (text.length() > NewPetition.LONGEST) {
            throw Invalid.at(field, "petition.fault.long", NewPetition.LONGEST);
        }
    }
}
