package org.shengmo.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.attachment.Attachments;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Findings over PostgreSQL rows. */
@Service
class PostgresFindings implements Findings {

    private final FindingRows rows;
    private final FindingRecord record;
    private final Organization organization;
    private final Posts posts;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostgresFindings(
            FindingRows rows,
            FindingRecord record,
            Organization organization,
            Posts posts,
            Rulebook rulebook,
            Calendar calendar,
            Attachments attachments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.record = record;
        this.organization = organization;
        this.posts = posts;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID state(Actor by, NewFinding finding) {
        LocalDate today = LocalDate.now(clock);
        FindingPlace place = FindingPlace.of(finding, organization.directory(), today);
        if (!by.equals(Actor.CALENDAR)) {
            posts.require(by, STATE, place.body());
        }
        if (finding.source() != null && rows.held(finding.kind(), finding.subject(), finding.source())) {
            throw Refusal.of("finding.fact-held", finding.title())
                    .under(List.of(FindingRules.oneFactOnce(rulebook, today)))
                    .refused();
        }
        UUID id = UUID.randomUUID();
        rows.insert(id, finding, place, by.person(), today, ReplyPeriod.of(finding, today, rulebook, calendar));
        attachments.attach(finding.attachments(), new Subject("finding", id));
        record.stated(by, finding(id).details());
        return id;
    }

    @Override
    @Transactional
    public void reply(Actor by, UUID id, String text, List<UUID> files) {
        Finding finding = lock(id);
        FindingDetails details = finding.details();
        if (!answersFor(by, details)) {
            throw refusal("finding.not-subject", details, details.number());
        }
        LocalDate today = LocalDate.now(clock);
        RepliedFinding replied = switch (finding) {
            case StatedFinding stated -> {
                if (text.isBlank()) {
                    throw Invalid.at("text", "finding.reply.missing");
                }
                yield stated.reply(today, by.person(), text, files).orElseThrow(() -> late(details, today));
            }
            case UnansweredFinding unanswered -> throw late(details, today);
            case RepliedFinding before ->
                throw refusal("finding.already-replied", details, before.reply().on());
            case ClosedFinding closed -> throw decided(closed);
        };
        rows.reply(id, replied.reply());
        attachments.attach(by.author(), files, details.asSubject());
        record.replied(by, replied);
    }

    private static Refused late(FindingDetails details, LocalDate today) {
        return refusal("finding.reply-late", details, details.replyUntil(), today);
    }

    private static Refused decided(ClosedFinding closed) {
        return refusal(
                "finding.already-decided",
                closed.details(),
                closed.details().number(),
                closed.decision().on());
    }

    private static Refused refusal(String key, FindingDetails details, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(List.of(details.replyClause()))
                .on(Map.of("finding", details.title(), "reply_until", details.replyUntil()))
                .refused();
    }

    /** Whether the actor is the person, or holds the post today that answers for the post or body. */
    private static boolean answersFor(Actor by, FindingDetails details) {
        if (by.person() == null || !by.person().equals(details.respondent())) {
            return false;
        }
        return details.subject().type().equals("person") || details.post().equals(by.post());
    }

    @Override
    @Transactional
    public void uphold(Actor by, UUID id, String reasons) {
        UpheldFinding upheld = decidable(by, id, reasons).uphold(decision(by, reasons));
        rows.decide(upheld);
        record.decided(by, upheld);
        events.publishEvent(new FindingUpheld(upheld, by));
    }

    @Override
    @Transactional
    public void drop(Actor by, UUID id, String reasons) {
        DroppedFinding dropped = decidable(by, id, reasons).drop(decision(by, reasons));
        rows.decide(dropped);
        record.decided(by, dropped);
    }

    private FindingDecision decision(Actor by, String reasons) {
        return new FindingDecision(LocalDate.now(clock), by.person(), by.post(), reasons);
    }

    private DecidableFinding decidable(Actor by, UUID id, String reasons) {
        Finding finding = lock(id);
        FindingDetails details = finding.details();
        posts.require(by, DECIDE, details.body());
        LocalDate today = LocalDate.now(clock);
        if (isSubject(by, details)) {
            throw Refusal.of("finding.own", details.number())
                    .under(List.of(FindingRules.recusal(rulebook, today)))
                    .refused();
        }
        if (by.person() != null && by.person().equals(details.statedBy())) {
            throw Refusal.of("finding.stated-by-oneself", details.number())
                    .under(List.of(FindingRules.recusal(rulebook, today)))
                    .refused();
        }
        DecidableFinding decidable = switch (finding) {
            case DecidableFinding ready -> ready;
            case StatedFinding stated ->
                throw Refusal.of("finding.too-early", details.number(), details.replyUntil())
                        .under(List.of(FindingRules.hearing(rulebook, today), details.replyClause()))
                        .on(Map.of("reply_until", details.replyUntil(), "today", today))
                        .refused();
            case ClosedFinding closed -> throw decided(closed);
        };
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "finding.reasons.missing");
        }
        return decidable;
    }

    /** Whether the finding is about the actor, their post, or the body they belong to. */
    private boolean isSubject(Actor by, FindingDetails details) {
        return switch (details.subject().type()) {
            case "person" -> details.subject().id().equals(by.person());
            case "post" ->
                details.subject().id().equals(by.post())
                        || (by.person() != null && by.person().equals(details.respondent()));
            default -> by.post() != null && organization.post(by.post()).body().equals(details.body());
        };
    }

    private Finding lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new NoSuchElementException("no finding " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Finding finding(UUID id) {
        return byId(id).orElseThrow(() -> new NoSuchElementException("no finding " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Finding> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> against(Subject subject) {
        return rows.against(subject);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> restingOn(Subject source) {
        return rows.restingOn(source);
    }

    @Override
    @Transactional(readOnly = true)
    public int upheld(Subject subject, Kind kind, LocalDate first, LocalDate last) {
        return rows.upheld(subject, kind, first, last);
    }

    @Override
    public boolean mayRead(Actor reader, Finding finding) {
        FindingDetails details = finding.details();
        if (reader.person() != null
                && (reader.person().equals(details.respondent())
                        || reader.person().equals(details.statedBy()))) {
            return true;
        }
        return (reader.may(READ) || reader.may(DECIDE)) && posts.reaches(reader, details.body());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> readableBy(Actor reader) {
        Set<UUID> bodies = reader.may(READ) ? reached(reader, READ) : reached(reader, DECIDE);
        return rows.near(reader.person(), reader.post(), bodies, false);
    }

    private Set<UUID> reached(Actor reader, Permission permission) {
        return reader.may(permission) ? posts.reached(reader) : Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StatedFinding> awaitingReplyOf(Actor actor) {
        return rows.near(actor.person(), actor.post(), List.of(), true).stream()
                .filter(finding -> answersFor(actor, finding.details()))
                .filter(StatedFinding.class::isInstance)
                .map(StatedFinding.class::cast)
                .sorted(Comparator.comparing(finding -> finding.details().replyUntil()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<DecidableFinding> awaitingDecisionOf(Actor actor) {
        return rows.near(null, null, reached(actor, DECIDE), true).stream()
                .filter(DecidableFinding.class::isInstance)
                .map(DecidableFinding.class::cast)
                .filter(finding -> !isSubject(actor, finding.details())
                        && !java.util.Objects.equals(
                                actor.person(), finding.details().statedBy()))
                .sorted(Comparator.comparing(finding -> finding.details().stated()))
                .toList();
    }
}
