package org.shengmo.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.attachment.Attachments;
import org.shengmo.attachment.Pictures;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Citizen supervisors and what they report, in PostgreSQL. */
@Service
class PostgresObservations implements Observations {

    private static final String TERMS = "supervisor-terms";
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 5000;
    private static final int MOST_PHOTOS = 6;
    private static final int MOST_ROUNDS = 2;
    private static final String PANEL = "-SV";
    private static final int PANEL_PLACE = 99;

    private final ObservationRows rows;
    private final Supervision supervision;
    private final Organization organization;
    private final Posts posts;
    private final Attachments attachments;
    private final Docket docket;
    private final Duties duties;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Words words;
    private final Clock clock;

    PostgresObservations(
            ObservationRows rows,
            Supervision supervision,
            Organization organization,
            Posts posts,
            Attachments attachments,
            Docket docket,
            Duties duties,
            Rulebook rulebook,
            Calendar calendar,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.supervision = supervision;
        this.organization = organization;
        this.posts = posts;
        this.attachments = attachments;
        this.docket = docket;
        this.duties = duties;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Supervisor appoint(Actor by, String name, Set<UUID> bodies, LocalDate from, LocalDate until) {
        by.require(APPOINT);
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(new Fault("name", Text.of("supervision.observation.fault.blank")));
        }
        if (bodies.isEmpty()
                || bodies.stream().anyMatch(body -> organization.findBody(body).isEmpty())) {
            faults.add(new Fault("bodies", Text.of("supervision.observation.fault.bodies")));
        }
        if (!until.isAfter(from)) {
            faults.add(new Fault("until", Text.of("supervision.observation.fault.until")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Ruling terms = terms();
        int years = terms.integer("termYears");
        if (until.isAfter(from.plusYears(years))) {
            throw Refusal.of("supervision.observation.term", years)
                    .under(terms.citations())
                    .refused();
        }
        UUID id = UUID.randomUUID();
        String code = "SV-" + id.toString().substring(0, 8);
        Actor office = with(by, "organization.manage", "organization.appoint");
        Person person = organization.register(office, new NewPerson(code, name.strip()));
        Post post = organization.createPost(
                office,
                new NewPost(
                        code,
                        say(Text.of("supervision.observation.post")),
                        panel(office, from),
                        Kind.of("citizen.supervisor"),
                        false,
                        99,
                        1,
                        Set.of(OBSERVE),
                        Reach.CHOSEN_BODIES,
                        bodies));
        organization.appoint(office, person.id(), post.id(), from, until);
        Supervisor made = new Supervisor(id, person.id(), post.id(), name.strip(), List.copyOf(bodies), from, until);
        rows.insert(made);
        docket.record(Act.of(
                by.author(),
                "supervision.appointed",
                new Subject("supervision.supervisor", id),
                Map.of("name", name.strip(), "from", from, "until", until, "bodies", bodies.size()),
                Subject.person(person.id())));
        return made;
    }

    /** The supervisors' own body under the discipline body: they are none of its members. */
    private UUID panel(Actor office, LocalDate from) {
        Body discipline = organization.bodies().stream()
                .filter(body -> body.kind() == BodyKind.DISCIPLINE)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of("supervision.observation.no-discipline").refused());
        String code = discipline.code() + PANEL;
        LocalDate today = today();
        return organization
                .bodyByCode(code)
                .orElseGet(() -> organization.establish(
                        office,
                        new NewBody(
                                code,
                                say(Text.of("supervision.observation.post")),
                                BodyKind.COORDINATING,
                                discipline.id(),
                                PANEL_PLACE,
                                from.isBefore(today) ? from : today)))
                .id();
    }

    @Override
    @Transactional
    public Observation report(Actor by, UUID body, String title, String text, List<byte[]> photos) {
        by.require(OBSERVE);
        check(title, text, photos);
        Body seen = organization
                .findBody(body)
                .orElseThrow(() -> Invalid.at("body", "supervision.observation.fault.bodies"));
        if (!posts.reaches(by, body)) {
            throw Refusal.of("supervision.observation.beyond", seen.name())
                    .under(List.of(rulebook.cite(MEASURES, "3", today())))
                    .refused();
        }
        Post owner = organization
                .headOf(body)
                .filter(head -> organization.holderOf(head.id(), today()).isPresent())
                .orElseThrow(() -> Refusal.of("supervision.observation.no-head", seen.name())
                        .refused());
        UUID id = UUID.randomUUID();
        List<UUID> kept = photos.stream()
                .map(photo -> attachments
                        .keep(by.author(), "photo.jpg", Pictures.redrawn(photo))
                        .id())
                .toList();
        attachments.attach(kept, Observation.subject(id));
        Observation.Details details = new Observation.Details(
                id,
                0,
                by.person(),
                body,
                owner.id(),
                title.strip(),
                text.strip(),
                today(),
                due(),
                null,
                kept,
                List.of());
        rows.insert(details);
        docket.record(Act.of(
                by.author(),
                "supervision.observed",
                Observation.subject(id),
                Map.of("title", title.strip(), "text", text.strip(), "photos", kept.size()),
                Subject.body(body)));
        owe(by, details);
        return rows.lock(id);
    }

    private static void check(String title, String text, List<byte[]> photos) {
        List<Fault> faults = new ArrayList<>();
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            faults.add(new Fault("title", Text.of("supervision.observation.fault.text", LONGEST_TITLE)));
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            faults.add(new Fault("text", Text.of("supervision.observation.fault.text", LONGEST_TEXT)));
        }
        if (photos.size() > MOST_PHOTOS) {
            faults.add(new Fault("photos", Text.of("supervision.observation.fault.photos", MOST_PHOTOS)));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private Ruling terms() {
        return rulebook.decide(TERMS, today(), Map.of("step", "answer"));
    }

    private LocalDate due() {
        return calendar.plusWorkingDays(today(), terms().integer("workingDays"));
    }

    private void owe(Actor by, Observation.Details details) {
        Ruling terms = terms();
        UUID duty = duties.owe(
                by,
                new NewDuty(
                                Kind.of("supervision.observation-answer"),
                                say(Text.of("supervision.observation.duty", details.title())),
                                details.owner(),
                                details.body(),
                                terms.citations().getFirst(),
                                Observation.subject(details.id()),
                                today(),
                                due(),
                                new DutyTerms(
                                        terms.integers("remindDaysBefore"),
                                        terms.integers("escalateDaysAfter"),
                                        terms.integer("graceDays"),
                                        Kind.of("supervision.unanswered"),
                                        TERMS))
                        .metAt("/observations/" + details.id()));
        rows.owed(details.id(), duty, due());
    }

    @Override
    @Transactional
    public Observation answer(Actor by, UUID id, String text) {
        Observation observation = rows.lock(id);
        Observation.Details details = observation.details();
        if (by.post() == null || !by.post().equals(details.owner())) {
            throw Refusal.of(
                            "supervision.observation.not-owner",
                            organization.post(details.owner()).name())
                    .refused();
        }
        if (!(observation instanceof Observation.Open)) {
            throw Refusal.of("supervision.observation.answered-before", details.title())
                    .refused();
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Invalid.at("text", "supervision.observation.fault.text", LONGEST_TEXT);
        }
        LocalDate today = today();
        rows.answered(id, details.answers().size() + 1, today, text.strip());
        if (duties.duty(details.duty()) instanceof OpenDuty) {
            duties.meetByAct(by, details.duty(), text.strip(), List.of());
        }
        record(
                by,
                "supervision.observation-answered",
                details,
                Map.of("text", text.strip(), "late", today.isAfter(details.due())));
        return rows.lock(id);
    }

    @Override
    @Transactional
    public Observation judge(Actor by, UUID id, boolean satisfied, String remark) {
        Observation observation = rows.lock(id);
        Observation.Details details = observation.details();
        if (by.person() == null || !by.person().equals(details.supervisor())) {
            throw Refusal.of("supervision.observation.not-reporter", details.title())
                    .refused();
        }
        if (!(observation instanceof Observation.Answered)) {
            throw Refusal.of("supervision.observation.nothing-to-judge", details.title())
                    .refused();
        }
        if (!satisfied && remark.isBlank()) {
            throw Invalid.at("remark", "supervision.observation.fault.blank");
        }
        record(by, "supervision.observation-judged", details, Map.of("satisfied", satisfied, "remark", remark.strip()));
        if (satisfied) {
            rows.closed(id, true, remark.strip());
        } else if (details.answers().size() < MOST_ROUNDS) {
            owe(by, details);
        } else {
            rows.closed(id, false, remark.strip());
            handOver(by, details, remark.strip());
        }
        return rows.lock(id);
    }

    /** What two answers did not settle is looked into as a hit. */
    private void handOver(Actor by, Observation.Details details, String remark) {
        supervision.hit(
                with(by, Supervision.MANAGE.code()),
                new Supervision.NewHit(
                        Optional.empty(),
                        Supervision.Source.SUPERVISOR,
                        Subject.body(details.body()),
                        details.title(),
                        details.text() + "\n" + remark));
    }

    private void record(Actor by, String kind, Observation.Details about, Map<String, ?> payload) {
        Map<String, Object> full = new java.util.TreeMap<>(payload);
        full.put("title", about.title());
        docket.record(Act.of(by.author(), kind, Observation.subject(about.id()), full, Subject.body(about.body())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Supervisor> supervisors() {
        return rows.supervisors();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Observation> readableBy(Actor reader) {
        if (reader.person() == null) {
            return List.of();
        }
        return reader.may(APPOINT) ? rows.all() : rows.of(reader.person(), reader.post());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Observation> find(Actor reader, UUID id) {
        return rows.find(id).filter(each -> reads(reader, each.details()));
    }

    private static boolean reads(Actor reader, Observation.Details details) {
        return reader.person() != null
                && (reader.may(APPOINT)
                        || reader.person().equals(details.supervisor())
                        || details.owner().equals(reader.post()));
    }

    /** The rule gives the act's author what the act needs below. */
    private static Actor with(Actor by, String... more) {
        Set<Permission> permissions = new HashSet<>(by.permissions());
        for (String each : more) {
            permissions.add(Permission.of(each));
        }
        return new Actor(by.person(), by.post(), by.name(), permissions, new Scope.All(), by.compartments());
    }

    /** Says a text of ours in Chinese, in which the record is kept. */
    private String say(Text text) {
        return words.say(Locale.SIMPLIFIED_CHINESE, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
