package org.shengmo.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.SignIn;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings in PostgreSQL: each act locks its meeting, asks the {@link Sitting}, and writes what came of it. */
@Service
class PostgresMeetings implements Meetings {

    private static final String MEASURES = "district-collective-decision-measures";
    private static final String MAJOR = "major-decisions-regulation";

    private final MeetingRows rows;
    private final MatterRows matterRows;
    private final Convening convening;
    private final Signing signing;
    private final Posts posts;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Accounts accounts;
    private final Docket docket;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PostgresMeetings(
            MeetingRows rows,
            MatterRows matterRows,
            Convening convening,
            Signing signing,
            Posts posts,
            Organization organization,
            Rulebook rulebook,
            Accounts accounts,
            Docket docket,
            Clock clock,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.matterRows = matterRows;
        this.convening = convening;
        this.signing = signing;
        this.posts = posts;
        this.organization = organization;
        this.rulebook = rulebook;
        this.accounts = accounts;
        this.docket = docket;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    @Transactional
    public UUID convene(Actor by, UUID body, LocalDate on, String place, List<UUID> agenda) {
        return convening.convene(by, body, on, place, agenda);
    }

    // In the room

    @Override
    @Transactional
    public void arrive(Actor by, UUID id, UUID post) {
        move(by, locked(id), "deliberation.arrived", post, null, Map.of(), meeting -> {
            requireOwnOrConvener(by, meeting, post);
            return meeting.sitting().arrive(post);
        });
        rows.presence(id, post, true, clock.instant());
    }

    @Override
    @Transactional
    public void leave(Actor by, UUID id, UUID post) {
        move(by, locked(id), "deliberation.left", post, null, Map.of(), meeting -> {
            requireOwnOrConvener(by, meeting, post);
            return meeting.sitting().leave(post);
        });
        rows.presence(id, post, false, clock.instant());
    }

    @Override
    @Transactional
    public void open(Actor by, UUID id) {
        Sitting opened = move(by, locked(id), "deliberation.opened", null, null, Map.of(), meeting -> {
            requireChair(by, meeting);
            return meeting.sitting().open();
        });
        rows.progress(id, opened.progress());
    }

    @Override
    @Transactional
    public void call(Actor by, UUID id, UUID matter) {
        Sitting called = move(by, locked(id), "deliberation.called", null, matter, Map.of(), meeting -> {
            requireChair(by, meeting);
            return meeting.sitting().call(matter);
        });
        rows.item(id, called.item(matter));
    }

    @Override
    @Transactional
    public void recuse(Actor by, UUID id, UUID matter, String ground) {
        Meeting held = locked(id);
        UUID seat = seat(by, held);
        move(
                by,
                held,
                "deliberation.recused",
                seat,
                matter,
                Map.of("ground", ground.strip()),
                meeting -> meeting.sitting().recuse(matter, seat, ground));
        rows.recusal(id, matter, seat, ground.strip());
    }

    @Override
    @Transactional
    public void pass(Actor by, UUID id, UUID matter) {
        Meeting held = locked(id);
        UUID seat = seat(by, held);
        move(
                by,
                held,
                "deliberation.passed",
                seat,
                matter,
                Map.of(),
                meeting -> meeting.sitting().pass(matter, seat));
        rows.pass(id, matter, seat);
    }

    @Override
    @Transactional
    public void stand(Actor by, UUID meeting, UUID matter, Stance stance, String said) {
        Meeting held = locked(meeting);
        UUID seat = seat(by, held);
        Sitting before = held.sitting();
        Sitting after = ruled(() -> before.stand(matter, seat, stance, said, clock.instant()));
        Stand stand = after.item(matter).standOf(seat).orElseThrow();
        long entry = docket.record(Act.of(
                by.author(),
                "deliberation.stood",
                Meeting.subject(meeting),
                Map.of(
                        "place", stand.place(),
                        "stance", stance.name().toLowerCase(Locale.ROOT),
                        "words", stand.words(),
                        "last", stand.last(),
                        "title", after.item(matter).title()),
                Matter.subject(matter),
                Subject.post(seat)));
        rows.stand(meeting, matter, stand, entry);
    }

    @Override
    @Transactional
    public void decide(Actor by, UUID meeting, UUID matter) {
        Meeting held = locked(meeting);
        requireChair(by, held);
        Sitting before = held.sitting();
        AgendaItem item = ruled(() -> before.decide(matter)).item(matter);
        rows.item(meeting, item);
        Outcome outcome = item.outcome();
        matterRows.state(
                matter,
                outcome == Outcome.DEFERRED ? "preparing" : outcome.name().toLowerCase(Locale.ROOT),
                outcome == Outcome.DEFERRED ? null : today());
        docket.record(Act.of(
                by.author(),
                outcome == Outcome.DEFERRED ? "deliberation.deferred" : "deliberation.decided",
                Matter.subject(matter),
                Map.of(
                        "title", item.title(),
                        "outcome", outcome.name().toLowerCase(Locale.ROOT),
                        "agree", item.count(Stance.AGREE),
                        "disagree", item.count(Stance.DISAGREE),
                        "defer", item.count(Stance.DEFER),
                        "membership", before.members().size(),
                        "principalLast", principalLast(before, item)),
                Meeting.subject(meeting),
                Subject.body(held.body())));
    }

    /** Whether the principal, where one took a stand, took it after everybody else. */
    private static boolean principalLast(Sitting sitting, AgendaItem item) {
        return sitting.members().stream()
                .filter(Member::principal)
                .flatMap(member -> item.standOf(member.post()).stream())
                .allMatch(stand -> stand.place() == item.stands().size());
    }

    @Override
    @Transactional
    public void postpone(Actor by, UUID id, UUID matter, String reasons) {
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "deliberation.fault.blank");
        }
        Sitting after = move(
                by, locked(id), "deliberation.deferred", null, matter, Map.of("reasons", reasons.strip()), meeting -> {
                    requireChair(by, meeting);
                    return meeting.sitting().postpone(matter);
                });
        rows.item(id, after.item(matter));
        matterRows.state(matter, "preparing", null);
    }

    @Override
    @Transactional
    public void close(Actor by, UUID id) {
        Meeting meeting = locked(id);
        requireChair(by, meeting);
        Sitting closed = ruled(() -> meeting.sitting().close());
        signing.write(by, meeting, closed);
    }

    // Signing

    /** The password once more, outside the act's transaction, so that a failure is counted though the act is refused. */
    @Override
    public void sign(Actor by, UUID meeting, String sha256, String reservation, CharSequence password) {
        UUID seat = seat(by, meeting(meeting));
        switch (accounts.confirm(by.person(), password)) {
            case SignIn.Done done ->
                transactions.executeWithoutResult(
                        status -> signing.sign(by, locked(meeting), seat, sha256, reservation.strip()));
            case SignIn.Wrong wrong ->
                throw Refusal.of("deliberation.sign.password", wrong.attemptsLeft())
                        .refused();
            case SignIn.Locked locked ->
                throw Refusal.of("deliberation.sign.locked").refused();
        }
    }

    // What is insisted on

    private Sitting move(
            Actor by,
            Meeting meeting,
            String kind,
            UUID post,
            UUID matter,
            Map<String, ?> payload,
            Function<Meeting, Sitting> move) {
        Sitting after = ruled(() -> move.apply(meeting));
        List<Subject> concerns = new ArrayList<>();
        if (post != null) {
            concerns.add(Subject.post(post));
        }
        if (matter != null) {
            concerns.add(Matter.subject(matter));
        }
        docket.record(
                Act.of(by.author(), kind, Meeting.subject(meeting.id()), payload, concerns.toArray(Subject[]::new)));
        return after;
    }

    /** The sitting's refusals, under the clauses that they rest on. */
    private Sitting ruled(java.util.function.Supplier<Sitting> move) {
        try {
            return move.get();
        } catch (Refused refused) {
            if (!refused.refusal().citations().isEmpty()) {
                throw refused;
            }
            throw refused.refusal()
                    .under(clauses(refused.refusal().reason().key()))
                    .refused();
        }
    }

    private List<Citation> clauses(String key) {
        LocalDate on = today();
        if (key.startsWith("deliberation.quorum")) {
            return List.of(rulebook.cite(MEASURES, "7", on));
        }
        if (key.startsWith("deliberation.turn") || key.startsWith("deliberation.stand") || key.endsWith("unheard")) {
            return List.of(rulebook.cite(MEASURES, "8", on), rulebook.cite(MAJOR, "30", on));
        }
        return key.startsWith("deliberation.recuse") ? List.of(rulebook.cite(MEASURES, "9", on)) : List.of();
    }

    private Meeting locked(UUID id) {
        rows.touch(id);
        return meeting(id);
    }

    private Meeting meeting(UUID id) {
        return rows.byId(id).orElseThrow(() -> new NoSuchElementException("no meeting " + id));
    }

    /** The seat that the actor may act for: their own post's, held today by who was convened. */
    private UUID seat(Actor by, Meeting meeting) {
        if (by.post() == null) {
            throw Refusal.of("deliberation.member.no").refused();
        }
        Member member = meeting.sitting().member(by.post());
        boolean there = member.person().equals(by.person())
                && organization.holdersOf(member.post(), today()).stream()
                        .anyMatch(tenure -> tenure.person().equals(by.person()));
        if (!there) {
            throw Refusal.of("deliberation.member.no").refused();
        }
        return member.post();
    }

    private void requireOwnOrConvener(Actor by, Meeting meeting, UUID post) {
        Member member = meeting.sitting().member(post);
        if (!member.person().equals(by.person()) || !post.equals(by.post())) {
            posts.require(by, Matters.CONVENE, meeting.body());
        }
    }

    /** Who presides, or who keeps the records of the body's meetings. */
    private void requireChair(Actor by, Meeting meeting) {
        boolean presides = meeting.sitting()
                .presider()
                .filter(member ->
                        member.post().equals(by.post()) && member.person().equals(by.person()))
                .isPresent();
        if (!presides && !convenes(by, meeting.body())) {
            throw Refusal.of("deliberation.chair.no").refused();
        }
    }

    @Override
    public boolean convenes(Actor by, UUID body) {
        return by.may(Matters.CONVENE) && posts.reaches(by, body);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    // Reads

    @Override
    public boolean mayRead(Actor reader, Meeting meeting) {
        return convenes(reader, meeting.body())
                || meeting.sitting().members().stream()
                        .anyMatch(member -> member.person().equals(reader.person()))
                || (reader.may(Matters.SIT)
                        && organization.post(reader.post()).body().equals(meeting.body()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Meeting> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Meeting> all() {
        return rows.all();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Meeting> heldOn(LocalDate day, UUID post) {
        return rows.heldOn(day, post);
    }

    @Override
    @Transactional(readOnly = true)
    public long revision(UUID id) {
        return rows.revision(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Meeting> unsigned(UUID post) {
        return rows.unsigned(post);
    }
}
