package org.shengmo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Vetoes: proposed by the rule table with their reasons, replied to, decided. */
@Component
class VetoDesk {

    private final ResultRows rows;
    private final RoundRows rounds;
    private final List<VetoSource> sources;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Organization organization;
    private final Notices notices;
    private final Docket docket;
    private final Clock clock;

    VetoDesk(
            ResultRows rows,
            RoundRows rounds,
            List<VetoSource> sources,
            Rulebook rulebook,
            Calendar calendar,
            Organization organization,
            Notices notices,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.rounds = rounds;
        this.sources = sources;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.organization = organization;
        this.notices = notices;
        this.docket = docket;
        this.clock = clock;
    }

    void propose(Actor by, Round round) {
        List<Subject> subjects = rounds.subjects(round.id()).stream()
                .map(Round.Assessed::subject)
                .toList();
        for (VetoSource source : sources) {
            source.grounds(subjects, round.details().first(), round.details().last())
                    .forEach(ground -> propose(by, round, ground));
        }
    }

    private void propose(Actor by, Round round, VetoSource.Ground ground) {
        LocalDate today = today();
        Ruling ruling = rulebook.decide(
                Assessments.VETO_TABLE,
                today,
                Map.of("subject", ground.subject().type(), "cause", ground.cause()));
        if (ruling.isSilent()) {
            return;
        }
        Veto.Details veto = new Veto.Details(
                UUID.randomUUID(),
                round.id(),
                ground.subject(),
                ground.cause(),
                ground.account(),
                ground.source(),
                Grade.of(ruling.text("ceiling")),
                ruling.citations().getFirst(),
                today,
                calendar.plusWorkingDays(today, ruling.integer("replyDays")),
                null);
        rows.propose(veto);
        record(
                by,
                "assessment.veto-proposed",
                veto,
                Map.of("account", ground.account(), "clause", veto.clause().asPayload(), "until", veto.replyUntil()));
        answering(ground.subject(), today)
                .ifPresent(person -> notices.tellPerson(
                        person,
                        Text.of("assessment.told.veto", round.details().title(), veto.replyUntil()),
                        "/assessments/vetoes/" + veto.id(),
                        new Subject("assessment.veto", veto.id())));
    }

    /** Who speaks for a subject: the person, or the head of the body. */
    Optional<UUID> answering(Subject subject, LocalDate on) {
        return subject.type().equals("person")
                ? Optional.of(subject.id())
                : organization
                        .headOf(subject.id())
                        .map(Post::id)
                        .flatMap(post -> organization.holderOf(post, on))
                        .map(tenure -> tenure.person());
    }

    boolean answers(Actor actor, Subject subject) {
        return answering(subject, today())
                .filter(each -> each.equals(actor.person()))
                .isPresent();
    }

    List<Veto.Proposed> awaitingReplyOf(Actor actor) {
        return rows.open().stream()
                .filter(Veto.Proposed.class::isInstance)
                .map(Veto.Proposed.class::cast)
                .filter(each -> !today().isAfter(each.details().replyUntil()))
                .filter(each -> answers(actor, each.details().subject()))
                .toList();
    }

    void reply(Actor by, UUID id, String text) {
        Veto.Proposed veto = proposed(id);
        if (!answers(by, veto.details().subject())) {
            throw Refusal.of("assessment.veto.not-yours").refused();
        }
        if (veto.details().reply() != null || today().isAfter(veto.details().replyUntil())) {
            throw Refusal.of("assessment.veto.reply-over", veto.details().replyUntil())
                    .under(List.of(veto.details().clause()))
                    .refused();
        }
        if (text.isBlank()) {
            throw Invalid.at("text", "assessment.fault.blank");
        }
        rows.reply(id, text.strip(), today());
        record(by, "assessment.veto-replied", veto.details(), Map.of("text", text.strip()));
    }

    void decide(Actor by, UUID id, boolean stands, String reasons) {
        by.require(Assessments.DECIDE);
        Veto.Proposed veto = proposed(id);
        if (answers(by, veto.details().subject())) {
            throw Refusal.of("assessment.veto.own").refused();
        }
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "assessment.fault.blank");
        }
        if (stands && !veto.heard(today())) {
            throw Refusal.of("assessment.veto.unheard", veto.details().replyUntil())
                    .under(List.of(veto.details().clause()))
                    .refused();
        }
        long entry = record(
                by,
                stands ? "assessment.vetoed" : "assessment.veto-lifted",
                veto.details(),
                Map.of("account", veto.details().account(), "reasons", reasons.strip()));
        rows.decide(id, stands, reasons.strip(), today(), entry);
    }

    /** The ceilings that stand in a round; refused while one is not decided. */
    Map<UUID, Grade> ceilings(UUID round) {
        Map<UUID, Grade> ceilings = new HashMap<>();
        for (Veto veto : rows.vetoes(round)) {
            if (veto instanceof Veto.Decided decided) {
                if (decided.stands()) {
                    ceilings.merge(
                            veto.details().subject().id(),
                            veto.details().ceiling(),
                            (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            } else {
                throw Refusal.of("assessment.veto.undecided")
                        .under(List.of(veto.details().clause()))
                        .at("/assessments/vetoes/" + veto.id())
                        .refused();
            }
        }
        return ceilings;
    }

    private Veto.Proposed proposed(UUID id) {
        if (rows.veto(id).orElseThrow(() -> new NoSuchElementException("no veto " + id))
                instanceof Veto.Proposed proposed) {
            return proposed;
        }
        throw Refusal.of("assessment.veto.decided").refused();
    }

    private long record(Actor by, String kind, Veto.Details veto, Map<String, ?> payload) {
        return docket.record(Act.of(
                by.author(),
                kind,
                new Subject("assessment.veto", veto.id()),
                payload,
                Assessments.subject(veto.round()),
                veto.subject()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
