package org.shengmo.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.SignIn;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Body;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings in PostgreSQL: each act locks its meeting, asks the {@link Sitting}, and writes what came of it. */
@Service
class PostgresMeetings implements Meetings {

    private static final String MEASURES = "district-collective-decision-measures";
    private static final String MAJOR = "major-decisions-regulation";
    private static final Kind SIGN = Kind.of("deliberation.sign");

    private final MeetingRows rows;
    private final MatterRows matterRows;
    private final Matters matters;
    private final Recusals recusals;
    private final MinutesText minutesText;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Duties duties;
    private final Accounts accounts;
    private final Docket docket;
    private final Words words;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PostgresMeetings(
            MeetingRows rows,
            MatterRows matterRows,
            Matters matters,
            Recusals recusals,
            MinutesText minutesText,
            Organization organization,
            Rulebook rulebook,
            Calendar calendar,
            Duties duties,
            Accounts accounts,
            Docket docket,
            Words words,
            Clock clock,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.matterRows = matterRows;
        this.matters = matters;
        this.recusals = recusals;
        this.minutesText = minutesText;
        this.organization = organization;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.duties = duties;
        this.accounts = accounts;
        this.docket = docket;
        this.words = words;
        this.clock = clock;
        this.transactions = transactions;
    }

    // Convening

    @Override
    @Transactional
    public UUID convene(Actor by, UUID body, LocalDate on, String place, List<UUID> agenda) {
        by.require(Matters.CONVENE);
        if (on.isBefore(today())) {
            throw Invalid.at("on", "deliberation.fault.past");
        }
        if (agenda.isEmpty()) {
            throw Invalid.at("matters", "deliberation.fault.no-matters");
        }
        List<Member> members = members(body, on);
        if (members.isEmpty()) {
            throw Refusal.of("deliberation.member.none", organization.body(body).name())
                    .refused();
        }
        UUID id = UUID.randomUUID();
        List<AgendaItem> items = new ArrayList<>();
        for (UUID matter : agenda) {
            items.add(tabled(matter, body, items.size() + 1, members, on));
        }
        rows.insert(id, body, on, place.strip(), Sitting.convened(members, items));
        agenda.forEach(matter -> matterRows.state(matter, "tabled", null));
        docket.record(Act.of(
                by.author(),
                "deliberation.convened",
                subject(id),
                Map.of(
                        "on", on,
                        "place", place.strip(),
                        "items", items.stream().map(AgendaItem::title).toList(),
                        "members", members.stream().map(Member::name).toList()),
                Subject.body(body)));
        return id;
    }

    private List<Member> members(UUID body, LocalDate on) {
        List<Member> members = new ArrayList<>();
        for (Post post : organization.postsOf(body)) {
            if (post.permissions().contains(Matters.SIT)) {
                Optional<Tenure> holder = organization.holderOf(post.id(), on);
                holder.ifPresent(tenure -> members.add(new Member(
                        post.id(),
                        tenure.person(),
                        organization.nameOn(tenure.person(), on),
                        post.rank(),
                        post.head())));
            }
        }
        return members;
    }

    private AgendaItem tabled(UUID id, UUID body, int position, List<Member> members, LocalDate on) {
        matterRows.lock(id);
        Matter matter = matters.byId(id).orElseThrow(() -> new NoSuchElementException("no matter " + id));
        Matter.Details details = matter.details();
        if (!(matter instanceof Matter.Preparing)) {
            throw Refusal.of("deliberation.matter.not-preparing").refused();
        }
        if (!details.competence().decider().equals(body)) {
            throw Refusal.of(
                            "deliberation.decider.other",
                            details.what().title(),
                            organization.body(details.competence().decider()).name())
                    .under(details.competence().clauses())
                    .refused();
        }
        matters.missing(details).stream().findFirst().ifPresent(missing -> {
            throw new Refused(missing);
        });
        AgendaItem item = AgendaItem.waiting(
                id, position, details.what().title(), details.competence().quorum());
        for (Map.Entry<UUID, String> each : recusals.of(details, members, on).entrySet()) {
            item = item.recusing(each.getKey(), each.getValue());
        }
        return item;
    }

    // In the room

    @Override
    @Transactional
    public void arrive(Actor by, UUID meeting, UUID post) {
        move(by, meeting, "deliberation.arrived", post, null, Map.of(), sitting -> {
            requireOwnOrConvener(by, sitting, post);
            return sitting.arrive(post);
        });
        rows.presence(meeting, post, true, clock.instant());
    }

    @Override
    @Transactional
    public void leave(Actor by, UUID meeting, UUID post) {
        move(by, meeting, "deliberation.left", post, null, Map.of(), sitting -> {
            requireOwnOrConvener(by, sitting, post);
            return sitting.leave(post);
        });
        rows.presence(meeting, post, false, clock.instant());
    }

    @Override
    @Transactional
    public void open(Actor by, UUID meeting) {
        Sitting opened = move(by, meeting, "deliberation.opened", null, null, Map.of(), sitting -> {
            requireChair(by, sitting);
            return sitting.open();
        });
        rows.progress(meeting, opened.progress());
    }

    @Override
    @Transactional
    public void call(Actor by, UUID meeting, UUID matter) {
        Sitting called = move(by, meeting, "deliberation.called", null, matter, Map.of(), sitting -> {
            requireChair(by, sitting);
            return sitting.call(matter);
        });
        rows.item(meeting, called.item(matter));
    }

    @Override
    @Transactional
    public void recuse(Actor by, UUID meeting, UUID matter, String ground) {
        UUID seat = seat(by, meeting);
        move(
                by,
                meeting,
                "deliberation.recused",
                seat,
                matter,
                Map.of("ground", ground.strip()),
                sitting -> sitting.recuse(matter, seat, ground));
        rows.recusal(meeting, matter, seat, ground.strip());
    }

    @Override
    @Transactional
    public void pass(Actor by, UUID meeting, UUID matter) {
        UUID seat = seat(by, meeting);
        move(by, meeting, "deliberation.passed", seat, matter, Map.of(), sitting -> sitting.pass(matter, seat));
        rows.pass(meeting, matter, seat);
    }

    @Override
    @Transactional
    public void stand(Actor by, UUID meeting, UUID matter, Stance stance, String said) {
        UUID seat = seat(by, meeting);
        Sitting before = locked(meeting).sitting();
        Sitting after = ruled(() -> before.stand(matter, seat, stance, said, clock.instant()));
        Stand stand = after.item(matter).standOf(seat).orElseThrow();
        long entry = docket.record(Act.of(
                by.author(),
                "deliberation.stood",
                subject(meeting),
                Map.of(
                        "place", stand.place(),
                        "stance", stance.name().toLowerCase(Locale.ROOT),
                        "words", stand.words(),
                        "last", stand.last(),
                        "title", after.item(matter).title()),
                new Subject("deliberation.matter", matter),
                Subject.post(seat)));
        rows.stand(meeting, matter, stand, entry);
    }

    @Override
    @Transactional
    public void decide(Actor by, UUID meeting, UUID matter) {
        Sitting before = locked(meeting).sitting();
        requireChair(by, before);
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
                new Subject("deliberation.matter", matter),
                Map.of(
                        "title", item.title(),
                        "outcome", outcome.name().toLowerCase(Locale.ROOT),
                        "agree", item.count(Stance.AGREE),
                        "disagree", item.count(Stance.DISAGREE),
                        "defer", item.count(Stance.DEFER),
                        "membership", before.members().size(),
                        "principalLast", principalLast(before, item)),
                subject(meeting),
                Subject.body(meeting(meeting).body())));
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
    public void postpone(Actor by, UUID meeting, UUID matter, String reasons) {
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "deliberation.fault.blank");
        }
        Sitting after = move(
                by, meeting, "deliberation.deferred", null, matter, Map.of("reasons", reasons.strip()), sitting -> {
                    requireChair(by, sitting);
                    return sitting.postpone(matter);
                });
        rows.item(meeting, after.item(matter));
        matterRows.state(matter, "preparing", null);
    }

    @Override
    @Transactional
    public void close(Actor by, UUID id) {
        Meeting meeting = locked(id);
        requireChair(by, meeting.sitting());
        Sitting closed = ruled(() -> meeting.sitting().close());
        String content = minutesText.of(new Meeting(
                id,
                meeting.number(),
                meeting.body(),
                meeting.heldOn(),
                meeting.place(),
                meeting.revision(),
                closed,
                Optional.empty()));
        String sha256 = Sha256.hex(content);
        rows.close(id, content, sha256, today());
        docket.record(Act.of(
                by.author(),
                "deliberation.closed",
                subject(id),
                Map.of("sha256", sha256, "minutes", content),
                Subject.body(meeting.body())));
        askToSign(id, meeting);
    }

    private void askToSign(UUID id, Meeting meeting) {
        LocalDate today = today();
        Ruling terms = rulebook.decide(Matters.TERMS, today, Map.of("duty", "minutes"));
        LocalDate due =
                StatutoryPeriod.workingDays(terms.integer("workingDays")).dueDate(today, calendar);
        Body body = organization.body(meeting.body());
        List<UUID> signers = spoke(meeting.sitting());
        List<UUID> owed = duties.oweAll(
                Actor.CALENDAR,
                signers.stream()
                        .map(post -> new NewDuty(
                                        SIGN,
                                        say("deliberation.duty.sign", body.name(), meeting.number()),
                                        post,
                                        body.id(),
                                        terms.citations().getFirst(),
                                        subject(id),
                                        today,
                                        due,
                                        DutyTerms.of(terms, Kind.of("duty.missed")))
                                .metAt("/meetings/" + id))
                        .toList());
        for (int i = 0; i < signers.size(); i++) {
            rows.duty(id, signers.get(i), owed.get(i));
        }
    }

    /** Who was there: in the room at the end, or with a stand on the record. */
    private static List<UUID> spoke(Sitting sitting) {
        return sitting.members().stream()
                .map(Member::post)
                .filter(post -> sitting.present().contains(post)
                        || sitting.items().stream()
                                .anyMatch(item -> item.standOf(post).isPresent()))
                .toList();
    }

    // Signing

    @Override
    public void sign(Actor by, UUID meeting, String sha256, String reservation, CharSequence password) {
        UUID seat = seat(by, meeting);
        switch (accounts.confirm(by.person(), password)) {
            case SignIn.Done done ->
                transactions.executeWithoutResult(status -> signed(by, meeting, seat, sha256, reservation.strip()));
            case SignIn.Wrong wrong ->
                throw Refusal.of("deliberation.sign.password", wrong.attemptsLeft())
                        .refused();
            case SignIn.Locked locked ->
                throw Refusal.of("deliberation.sign.locked").refused();
        }
    }

    private void signed(Actor by, UUID id, UUID seat, String sha256, String reservation) {
        Meeting meeting = locked(id);
        Meeting.Minutes minutes = meeting.minutes()
                .orElseThrow(() -> Refusal.of("deliberation.sign.open").refused());
        if (!minutes.sha256().equals(sha256)) {
            throw Refusal.of("deliberation.sign.changed").refused();
        }
        if (minutes.signatures().stream().anyMatch(each -> each.post().equals(seat))) {
            throw Refusal.of("deliberation.sign.twice").refused();
        }
        UUID duty = rows.duty(id, seat)
                .orElseThrow(() -> Refusal.of("deliberation.sign.absent").refused());
        rows.signature(id, seat, sha256, reservation, today());
        docket.record(Act.of(
                by.author(),
                "deliberation.signed",
                subject(id),
                Map.of("sha256", sha256, "reservation", reservation),
                Subject.post(seat)));
        if (duties.duty(duty) instanceof OpenDuty) {
            duties.meetByAct(by, duty, say("deliberation.account.signed"), List.of());
        }
    }

    // What is insisted on

    private Sitting move(
            Actor by,
            UUID id,
            String kind,
            UUID post,
            UUID matter,
            Map<String, ?> payload,
            UnaryOperator<Sitting> move) {
        Meeting meeting = locked(id);
        Sitting after = ruled(() -> move.apply(meeting.sitting()));
        List<Subject> concerns = new ArrayList<>();
        if (post != null) {
            concerns.add(Subject.post(post));
        }
        if (matter != null) {
            concerns.add(new Subject("deliberation.matter", matter));
        }
        docket.record(Act.of(by.author(), kind, subject(id), payload, concerns.toArray(Subject[]::new)));
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
    private UUID seat(Actor by, UUID meeting) {
        Member member = ruled(meeting, by.post());
        boolean there = member.person().equals(by.person())
                && organization.holdersOf(member.post(), today()).stream()
                        .anyMatch(tenure -> tenure.person().equals(by.person()));
        if (!there) {
            throw Refusal.of("deliberation.member.no").refused();
        }
        return member.post();
    }

    private Member ruled(UUID meeting, UUID post) {
        if (post == null) {
            throw Refusal.of("deliberation.member.no").refused();
        }
        return meeting(meeting).sitting().member(post);
    }

    private static void requireOwnOrConvener(Actor by, Sitting sitting, UUID post) {
        if (!sitting.member(post).person().equals(by.person()) || !post.equals(by.post())) {
            by.require(Matters.CONVENE);
        }
    }

    /** Who presides, or who keeps the meeting's record. */
    private static void requireChair(Actor by, Sitting sitting) {
        boolean presides = sitting.members().stream()
                .filter(member -> sitting.present().contains(member.post()))
                .min(Comparator.comparing((Member member) -> !member.principal())
                        .thenComparingInt(Member::rank))
                .filter(member ->
                        member.post().equals(by.post()) && member.person().equals(by.person()))
                .isPresent();
        if (!presides && !by.may(Matters.CONVENE)) {
            throw Refusal.of("deliberation.chair.no").refused();
        }
    }

    private static Subject subject(UUID meeting) {
        return new Subject("deliberation.meeting", meeting);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String say(String key, Object... arguments) {
        return words.say(Locale.SIMPLIFIED_CHINESE, key, arguments);
    }

    // Reads

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
    public long revision(UUID id) {
        return rows.revision(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Meeting> unsigned(UUID post) {
        return rows.unsigned(post);
    }
}
