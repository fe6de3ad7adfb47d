package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Post;
import org.shengmo.petition.Petition.State;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What senders do with their receipt codes. */
@Service
class PostgresSender implements Sender {

    private final PetitionRows rows;
    private final ReceiptCodes codes;
    private final SealedIntake sealed;
    private final Deadlines deadlines;
    private final Offices offices;
    private final Steps steps;
    private final Verdicts verdicts;
    private final SentFiles uploads;
    private final RectificationRows rectifications;
    private final Voices voices;
    private final Attachments attachments;
    private final Notices notices;
    private final TransactionTemplate transaction;

    PostgresSender(
            PetitionRows rows,
            ReceiptCodes codes,
            SealedIntake sealed,
            Deadlines deadlines,
            Offices offices,
            Steps steps,
            Verdicts verdicts,
            SentFiles uploads,
            RectificationRows rectifications,
            Voices voices,
            Attachments attachments,
            Notices notices,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.codes = codes;
        this.sealed = sealed;
        this.deadlines = deadlines;
        this.offices = offices;
        this.steps = steps;
        this.verdicts = verdicts;
        this.uploads = uploads;
        this.rectifications = rectifications;
        this.voices = voices;
        this.attachments = attachments;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Followed> follow(String typed) {
        String code = ReceiptCodes.normal(typed);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = codes.hash(code);
        Optional<Followed> own = rows.byCode(hash).map(id -> followed(id, false));
        return own.or(() -> sealed.follow(hash).map(Followed.class::cast))
                .or(() -> rows.byEcho(hash).map(id -> followed(id, true)));
    }

    private Followed followed(UUID id, boolean echo) {
        Petition petition = rows.byId(id).orElseThrow();
        LocalDate today = steps.today();
        boolean answered = petition.state() == State.ANSWERED && !echo;
        LocalDate reopenUntil = answered ? reopenUntil(petition.details()) : null;
        LocalDate reviewUntil = answered ? reviewUntil(petition.details()) : null;
        return new FollowedPetition(
                petition,
                echo ? List.of() : rows.messages(id),
                rows.answers(id),
                echo ? List.of() : rows.reviews(id),
                echo,
                reopenUntil == null || today.isAfter(reopenUntil) ? null : reopenUntil,
                reviewUntil == null || today.isAfter(reviewUntil) ? null : reviewUntil,
                echo ? List.of() : rectifications.awaiting(id));
    }

    /** Only what a body answered can be handled again, not what a review upheld. */
    private LocalDate reopenUntil(Petition.Details petition) {
        return petition.stage() > 0
                ? null
                : petition.answeredOn()
                        .plusDays(deadlines.again(petition.answeredOn()).integer("window"));
    }

    private LocalDate reviewUntil(Petition.Details petition) {
        return petition.stage() > 1
                ? null
                : deadlines.due(petition.stage() == 0 ? "ask-review" : "ask-re-review", petition.answeredOn());
    }

    /** The petition that a code was given for; an echo's code does nothing. */
    private Petition own(String typed, Move move) {
        String code = ReceiptCodes.normal(typed);
        UUID id = code.isEmpty() ? null : rows.byCode(codes.hash(code)).orElse(null);
        if (id == null) {
            throw Refusal.of("petition.code.unknown").refused();
        }
        return steps.insist(id, move);
    }

    @Override
    public void write(String typed, String text, List<NewPetition.Upload> files) {
        checkText(text);
        // The files are looked at before a transaction holds a connection: large ones must not hold up the others.
        List<NewPetition.Upload> harmless = SentFiles.harmless(files);
        transaction.executeWithoutResult(status -> written(typed, text, harmless));
    }

    private void written(String typed, String text, List<NewPetition.Upload> files) {
        String code = ReceiptCodes.normal(typed);
        if (!code.isEmpty() && sealed.write(codes.hash(code), text.strip(), files)) {
            return;
        }
        Petition.Details petition = own(typed, Move.WRITE).details();
        List<UUID> kept = uploads.keep(Actor.PUBLIC.author(), files, Steps.subject(petition.id()));
        steps.tell(petition, null, text.strip(), kept);
        steps.record(Actor.PUBLIC, "petition.written", petition, Map.of("digest", Sha256.hex(text)));
        tellHandler(petition, Text.of("petition.notice.written", petition.handle()));
    }

    private static void checkText(String text) {
        if (text.isBlank()) {
            throw Invalid.at("text", "petition.fault.text");
        }
        if (text.length() > NewPetition.LONGEST) {
            throw Invalid.at("text", "petition.fault.long", NewPetition.LONGEST);
        }
    }

    private void tellHandler(Petition.Details petition, Text text) {
        UUID post = petition.handler() == null ? offices.desk().id() : petition.handler();
        notices.tell(post, text, "/petitions/" + petition.id(), Steps.subject(petition.id()));
    }

    @Override
    @Transactional
    public void rate(String code, int rating, boolean solved, String remark) {
        verdicts.rate(Actor.PUBLIC, own(code, Move.RATE), rating, solved, remark);
    }

    @Override
    @Transactional
    public void reopen(String code, String reasons) {
        Petition.Details petition = own(code, Move.REOPEN).details();
        checkText(reasons);
        LocalDate today = steps.today();
        Ruling again = deadlines.again(today);
        LocalDate until = reopenUntil(petition);
        if (until == null || today.isAfter(until)) {
            throw Refusal.of("petition.reopen.late", again.integer("window"))
                    .under(again.citations())
                    .on(Map.of("answered_on", petition.answeredOn()))
                    .refused();
        }
        LocalDate due = deadlines.due("again", today);
        UUID duty = steps.owe(
                Actor.PUBLIC,
                petition,
                "again",
                petition.handler(),
                offices.desk().body(),
                due);
        rows.update(
                petition.id(),
                PetitionRows.values(
                        "state",
                        State.IN_HAND.name(),
                        "accepted_on",
                        today,
                        "extended_days",
                        0,
                        "reopened",
                        petition.reopened() + 1,
                        "due",
                        due,
                        "duty",
                        duty));
        steps.tell(petition, null, reasons.strip(), List.of());
        steps.record(
                Actor.PUBLIC,
                "petition.reopened",
                petition,
                Map.of("due", due, "digest", Sha256.hex(reasons)),
                Subject.body(petition.body()));
    }

    @Override
    @Transactional
    public void askReview(String code, String reasons) {
        Petition.Details petition = own(code, Move.ASK_REVIEW).details();
        checkText(reasons);
        LocalDate today = steps.today();
        int stage = petition.stage() + 1;
        String ask = stage == 1 ? "ask-review" : "ask-re-review";
        LocalDate until = reviewUntil(petition);
        if (until == null || today.isAfter(until)) {
            throw Refusal.of("petition.review.late", until == null ? petition.answeredOn() : until)
                    .under(deadlines.clauses(stage > 2 ? "ask-re-review" : ask, today))
                    .on(Map.of("answered_on", petition.answeredOn()))
                    .refused();
        }
        String step = stage == 1 ? "review" : "re-review";
        Post reviewer = offices.reviewer(petition.body(), stage);
        LocalDate due = deadlines.due(step, today);
        UUID duty = steps.owe(
                Actor.PUBLIC, petition, step, reviewer.id(), offices.desk().body(), due);
        rows.review(petition.id(), stage, today, reasons.strip(), reviewer.body(), reviewer.id());
        rows.update(
                petition.id(),
                PetitionRows.values("state", State.UNDER_REVIEW.name(), "stage", stage, "due", due, "duty", duty));
        steps.tell(petition, null, reasons.strip(), List.of());
        steps.record(
                Actor.PUBLIC,
                "petition.review-asked",
                petition,
                Map.of("stage", stage, "due", due, "digest", Sha256.hex(reasons)),
                Subject.body(reviewer.body()));
    }

    @Override
    @Transactional
    public void withdraw(String code) {
        Petition.Details petition = own(code, Move.WITHDRAW).details();
        steps.lift(petition, "petition.lifted.withdrawn");
        rows.update(
                petition.id(),
                PetitionRows.values(
                        "state", State.CLOSED.name(),
                        "closed_on", steps.today(),
                        "closing", Petition.Closing.WITHDRAWN.name(),
                        "due", null,
                        "duty", null));
        steps.record(Actor.PUBLIC, "petition.withdrawn", petition, Map.of());
        tellHandler(petition, Text.of("petition.notice.withdrawn", petition.handle()));
    }

    @Override
    @Transactional
    public void confirm(String typed, UUID rectification, boolean confirmed, String remark) {
        String code = ReceiptCodes.normal(typed);
        UUID petition = (code.isEmpty() ? java.util.Optional.<UUID>empty() : rows.byCode(codes.hash(code)))
                .orElseThrow(() -> Refusal.of("petition.code.unknown").refused());
        voices.say(rectification, petition, confirmed, remark);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> file(String typed, UUID attachment) {
        String code = ReceiptCodes.normal(typed);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = codes.hash(code);
        Optional<UUID> own = rows.byCode(hash);
        if (own.isEmpty()) {
            return sealed.file(hash, attachment);
        }
        boolean said = rows.messages(own.get()).stream()
                .anyMatch(message -> message.attachments().contains(attachment));
        return said ? Optional.of(attachments.content(attachment)) : Optional.empty();
    }
}
