package org.shengmo.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.RunningPeriod;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.ReceiptCodes;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests in PostgreSQL. What is asked and by whom stands in no entry. */
@Service
class PostgresRequests implements Requests {

    private static final String CODES = "request";

    private final RequestRows rows;
    private final DisclosurePeriods periods;
    private final DisclosureOffices offices;
    private final ReceiptCodes codes;
    private final Organization organization;
    private final Docket docket;
    private final Duties duties;
    private final Words words;
    private final Clock clock;

    PostgresRequests(
            RequestRows rows,
            DisclosurePeriods periods,
            DisclosureOffices offices,
            ReceiptCodes codes,
            Organization organization,
            Docket docket,
            Duties duties,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.periods = periods;
        this.offices = offices;
        this.codes = codes;
        this.organization = organization;
        this.docket = docket;
        this.duties = duties;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Receipt submit(NewRequest request) {
        return take(Actor.PUBLIC, request);
    }

    @Override
    @Transactional
    public Receipt enter(Actor by, NewRequest request) {
        by.require(Disclosure.PUBLISH);
        return take(by, request);
    }

    private Receipt take(Actor by, NewRequest request) {
        RequestCheck.check(request, organization.directory(), today());
        Post officer = offices.officer(request.body())
                .orElseThrow(() -> Refusal.of(
                                "disclosure.no-office",
                                organization.body(request.body()).name())
                        .refused());
        String code = request.token().isEmpty() ? codes.draw() : codes.of(CODES + request.token());
        LocalDate received = request.receivedOn() == null ? today() : request.receivedOn();
        LocalDate due = periods.due("answer", received);
        UUID id = UUID.randomUUID();
        if (rows.insert(id, codes.hash(CODES, code), request, officer.id(), received, due)) {
            InformationRequest made = rows.byId(id).orElseThrow();
            record(
                    by,
                    "disclosure.requested",
                    made,
                    Map.of("channel", request.channel().name(), "due", due));
            owe(made.details(), due);
        }
        return new Receipt(code, due, false);
    }

    private void owe(InformationRequest.Details details, LocalDate due) {
        LocalDate today = today();
        UUID duty = duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("disclosure.answer"),
                                say(Text.of("disclosure.duty.answer", details.handle())),
                                details.officer(),
                                details.body(),
                                periods.clause("answer", today),
                                InformationRequest.subject(details.id()),
                                due.isBefore(today) ? due : today,
                                due,
                                periods.terms("answer", today))
                        .metAt("/disclosure/desk/requests/" + details.id()));
        rows.update(details.id(), Map.of("duty", duty, "due", due));
    }

    /** The duty of answering is no longer owed as it stands. */
    private void lift(InformationRequest.Details details, String reasons) {
        if (owed(details)) {
            duties.withdraw(Actor.CALENDAR, details.duty(), say(Text.of(reasons)));
        }
    }

    private boolean owed(InformationRequest.Details details) {
        return details.duty() != null && duties.duty(details.duty()) instanceof OpenDuty;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InformationRequest> follow(String code) {
        String normal = ReceiptCodes.normal(code);
        return normal.isEmpty() ? Optional.empty() : rows.byCode(codes.hash(CODES, normal));
    }

    @Override
    @Transactional
    public void supply(String code, String text) {
        UUID id =
                follow(code).map(InformationRequest::id).orElseThrow(() -> Invalid.at("code", "disclosure.fault.code"));
        InformationRequest request = rows.lock(id);
        if (!(request instanceof InformationRequest.Incomplete)) {
            throw Refusal.of("disclosure.nothing-missing", request.details().handle())
                    .refused();
        }
        insist(text, "text");
        LocalDate today = today();
        LocalDate due = periods.due("answer", today);
        rows.update(id, Map.of("state", "RECEIVED", "supplied", text.strip(), "counted_from", today, "due", due));
        record(Actor.PUBLIC, "disclosure.completed", request, Map.of("due", due));
        owe(request.details(), due);
    }

    @Override
    @Transactional
    public void askCompletion(Actor by, UUID id, String missing, LocalDate until) {
        InformationRequest.Details details = received(by, id);
        insist(missing, "missing");
        LocalDate today = today();
        if (!until.isAfter(today)) {
            throw Invalid.at("until", "disclosure.fault.past");
        }
        boolean before = !details.supplied().isEmpty();
        LocalDate last = periods.due("ask-to-complete", details.receivedOn());
        if (before || today.isAfter(last)) {
            throw Refusal.of(
                            before ? "disclosure.completion.twice" : "disclosure.completion.late",
                            details.handle(),
                            last)
                    .under(List.of(periods.clause("ask-to-complete", today)))
                    .refused();
        }
        rows.update(id, Map.of("state", "INCOMPLETE", "missing", missing.strip(), "supply_until", until));
        lift(details, "disclosure.lifted.incomplete");
        record(by, "disclosure.completion-asked", rows.byId(id).orElseThrow(), Map.of("until", until));
    }

    @Override
    @Transactional
    public void consult(Actor by, UUID id, String whom) {
        InformationRequest.Details details = received(by, id);
        insist(whom, "whom");
        LocalDate today = today();
        if (details.third() != null) {
            throw Refusal.of("disclosure.consulted-before", details.handle()).refused();
        }
        LocalDate until = periods.due("third-party", today);
        Map<String, Object> values = new HashMap<>(Map.of(
                "state", "CONSULTING", "third_party", whom.strip(), "consulted_since", today, "third_due", until));
        rows.update(id, values);
        lift(details, "disclosure.lifted.consulting");
        record(by, "disclosure.third-party-asked", rows.byId(id).orElseThrow(), Map.of("until", until));
    }

    @Override
    @Transactional
    public void consulted(Actor by, UUID id, boolean agrees, String reasons) {
        InformationRequest request = rows.lock(id);
        offices.require(by, request.details().officer());
        if (!(request instanceof InformationRequest.Consulting)) {
            throw Refusal.of("disclosure.not-consulting", request.details().handle())
                    .refused();
        }
        if (!agrees) {
            insist(reasons, "reasons");
        }
        goOn(by, request, agrees, reasons.strip(), today());
    }

    /** The period runs on, the days of asking not counted. */
    private void goOn(Actor by, InformationRequest request, Boolean agrees, String reasons, LocalDate until) {
        UUID id = request.id();
        Map<String, Object> values =
                new HashMap<>(Map.of("state", "RECEIVED", "consulted_until", until, "third_reasons", reasons));
        if (agrees != null) {
            values.put("third_agrees", agrees);
        }
        rows.update(id, values);
        InformationRequest.Details now = rows.byId(id).orElseThrow().details();
        LocalDate due = due(now, now.extendedDays());
        record(
                by,
                "disclosure.third-party-answered",
                request,
                Map.of("answer", agrees == null ? "silent" : agrees ? "agrees" : "objects", "due", due));
        owe(now, due);
    }

    private LocalDate due(InformationRequest.Details details, int extendedDays) {
        InformationRequest.ThirdParty third = details.third();
        return periods.due(
                "answer",
                details.countedFrom(),
                third == null || third.since().isBefore(details.countedFrom())
                        ? List.of()
                        : List.of(new RunningPeriod.Suspension(third.since(), third.until(), "-")),
                extendedDays);
    }

    @Override
    @Transactional
    public void extend(Actor by, UUID id, int workingDays, String reasons) {
        InformationRequest request = rows.lock(id);
        InformationRequest.Details details = request.details();
        offices.requireLead(by, details.officer());
        LocalDate today = today();
        int longest = periods.longestExtension("answer", today);
        insist(reasons, "reasons");
        boolean fits = workingDays > 0 && workingDays <= longest;
        if (!(request instanceof InformationRequest.Received)
                || details.extendedDays() > 0
                || !fits
                || today.isAfter(details.due())) {
            throw Refusal.of(fits ? "disclosure.extend.closed" : "disclosure.extend.too-long", longest)
                    .under(List.of(periods.clause("answer", today)))
                    .refused();
        }
        LocalDate due = due(details, workingDays);
        lift(details, "disclosure.lifted.extended");
        rows.update(id, Map.of("extended_days", workingDays, "extension", reasons.strip()));
        record(by, "disclosure.extended", request, Map.of("workingDays", workingDays, "due", due));
        owe(details, due);
    }

    @Override
    @Transactional
    public void answer(Actor by, UUID id, RequestAnswer answer, String text) {
        InformationRequest.Details details = received(by, id);
        LocalDate today = today();
        insist(text, "text");
        rows.update(
                id,
                Map.of("state", "ANSWERED", "ended_on", today, "answer", answer.name(), "answer_text", text.strip()));
        if (owed(details)) {
            duties.meetByAct(
                    DisclosureOffices.acceptingFor(by),
                    details.duty(),
                    say(Text.of("disclosure.account.answered", Text.of(answer.key()))),
                    List.of());
        }
        record(
                by,
                "disclosure.answered",
                rows.byId(id).orElseThrow(),
                Map.of(
                        "answer", answer.name(),
                        "late", today.isAfter(details.due()),
                        "clauses",
                                periods.answer(answer, today).citations().stream()
                                        .map(Citation::article)
                                        .toList()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Citation> clauses(InformationRequest.Answered answered) {
        Ruling ruling = periods.answer(answered.answer(), answered.on());
        return ruling.citations();
    }

    @Override
    @Transactional
    public void lapse(LocalDate day) {
        for (InformationRequest request : rows.all("state = 'INCOMPLETE' AND supply_until < ?", day)) {
            rows.update(request.id(), Map.of("state", "LAPSED", "ended_on", day));
            record(Actor.CALENDAR, "disclosure.lapsed", request, Map.of());
        }
        for (InformationRequest request : rows.all("state = 'CONSULTING' AND third_due < ?", day)) {
            goOn(Actor.CALENDAR, request, null, "", day);
        }
    }

    /** The request, held, where its office has it in hand. */
    private InformationRequest.Details received(Actor by, UUID id) {
        InformationRequest request = rows.lock(id);
        offices.require(by, request.details().officer());
        if (!(request instanceof InformationRequest.Received)) {
            throw Refusal.of(
                            "disclosure.request.moved",
                            request.details().handle(),
                            Text.of("disclosure.request.state." + request.state()))
                    .refused();
        }
        return request.details();
    }

    private static void insist(String text, String place) {
        if (text.isBlank()) {
            throw Invalid.at(place, "disclosure.fault.blank");
        }
        if (text.length() > NewRequest.LONGEST) {
            throw Invalid.at(place, "disclosure.fault.long", NewRequest.LONGEST);
        }
    }

    private void record(Actor by, String kind, InformationRequest about, Map<String, ?> payload) {
        Map<String, Object> full = new TreeMap<>(payload);
        full.put("request", about.details().handle());
        docket.record(Act.of(
                by.person() == null ? Author.CALENDAR : by.author(),
                kind,
                InformationRequest.subject(about.id()),
                full,
                Subject.body(about.details().body())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InformationRequest> find(Actor reader, UUID id) {
        return rows.byId(id).filter(each -> reads(reader, each));
    }

    private boolean reads(Actor reader, InformationRequest request) {
        return offices.isOf(reader, request.details().officer())
                || offices.leads(reader, request.details().officer());
    }

    @Override
    @Transactional(readOnly = true)
    public List<InformationRequest> readableBy(Actor reader) {
        return rows.all("true").stream().filter(each -> reads(reader, each)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NewRequest.Applicant> applicant(Actor reader, UUID id) {
        return find(reader, id).flatMap(each -> rows.applicant(each.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Figures> figures(int year) {
        return rows.figures(year, today());
    }

    /** Says a text of ours in Chinese, in which the record is kept. */
    private String say(Text text) {
        return words.say(Locale.SIMPLIFIED_CHINESE, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
