package org.shengmo.career;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Sitting;
import org.shengmo.deliberation.Stance;
import org.shengmo.deliberation.Stand;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Selections in PostgreSQL. */
@Service
class PostgresSelections implements Selections {

    private static final int LONGEST = 4000;
    private static final int TEAM = 2;
    private static final String REGULATION = "cadre-selection-regulation";
    private static final String MEASURES = "district-career-measures";

    private final SelectionRows rows;
    private final SelectionGate gate;
    private final SelectionSittings sittings;
    private final Merits merits;
    private final Docket docket;
    private final Duties duties;
    private final Notices notices;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Organization organization;
    private final Clock clock;

    PostgresSelections(
            SelectionRows rows,
            SelectionGate gate,
            SelectionSittings sittings,
            Merits merits,
            Docket docket,
            Duties duties,
            Notices notices,
            Rulebook rulebook,
            Calendar calendar,
            Organization organization,
            Clock clock) {
        this.rows = rows;
        this.gate = gate;
        this.sittings = sittings;
        this.merits = merits;
        this.docket = docket;
        this.duties = duties;
        this.notices = notices;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.organization = organization;
        this.clock = clock;
    }

    // Proposal, recommendation, inspection

    @Override
    @Transactional
    public UUID propose(Actor by, UUID post, Ground ground, String reasons) {
        by.require(MANAGE);
        written("reasons", reasons);
        LocalDate today = today();
        Selection.Details details = new Selection.Details(
                UUID.randomUUID(), today.getYear(), rows.number(today.getYear()), post, ground, reasons.strip(), today);
        rows.insert(details);
        record(
                by.author(),
                "proposed",
                details,
                Map.of("ground", ground.code(), "post", postName(post), "reasons", reasons.strip()),
                Subject.post(post));
        return details.id();
    }

    @Override
    @Transactional
    public void recommend(Actor by, UUID id, Recommendation recommendation) {
        Selection.Proposed proposed = step(by, id, Selection.Proposed.class, Step.RECOMMENDATION);
        written("reasons", recommendation.reasons());
        counted(recommendation);
        notOwn(by, recommendation.candidate());
        List<String> asked = gate.require(asked(proposed, recommendation.candidate()), Step.RECOMMENDATION);
        rows.recommended(id, recommendation);
        record(
                by.author(),
                "recommended",
                proposed.details(),
                Map.of(
                        "participants", recommendation.participants(),
                        "candidate", personName(recommendation.candidate()),
                        "counts",
                                recommendation.counts().stream()
                                        .map(each ->
                                                personName(each.person()) + " " + each.meeting() + " + " + each.talks())
                                        .toList(),
                        "reasons", recommendation.reasons(),
                        "gate", asked));
    }

    private static void counted(Recommendation recommendation) {
        if (recommendation.participants() < 1
                || recommendation.counts().stream()
                        .anyMatch(each -> each.meeting() < 0
                                || each.talks() < 0
                                || each.meeting() > recommendation.participants())) {
            throw Invalid.at("participants", "career.fault.counts");
        }
        if (recommendation.counts().stream().map(Count::person).distinct().count()
                        != recommendation.counts().size()
                || recommendation.counts().stream()
                        .noneMatch(each -> each.person().equals(recommendation.candidate()))) {
            throw Invalid.at("candidate", "career.fault.candidate");
        }
    }

    @Override
    @Transactional
    public void inspect(Actor by, UUID id, Inspection inspection) {
        Selection.Recommended recommended = step(by, id, Selection.Recommended.class, Step.INSPECTION);
        written("account", inspection.account());
        if (inspection.team().stream().distinct().count() < TEAM
                || inspection.team().contains(recommended.candidate())) {
            throw Invalid.at("team", "career.fault.team", TEAM);
        }
        onMerit(recommended, inspection);
        List<String> asked = gate.require(asked(recommended), Step.INSPECTION);
        rows.inspected(id, inspection);
        record(
                by.author(),
                "inspected",
                recommended.details(),
                Map.of(
                        "team",
                        inspection.team().stream().map(this::personName).toList(),
                        "merits",
                        merits.of(inspection.merits()).stream()
                                .map(Merits.Merit::title)
                                .toList(),
                        "account",
                        inspection.account(),
                        "gate",
                        asked));
    }

    /** Evidence of merit beside votes; of urgent work, where that is the ground. */
    private void onMerit(Selection.Recommended recommended, Inspection inspection) {
        List<Merits.Merit> shown = merits.of(inspection.merits());
        boolean own = shown.stream().allMatch(each -> each.person().equals(recommended.candidate()));
        if (!own || shown.size() != inspection.merits().size()) {
            throw Invalid.at("merits", "career.fault.merits");
        }
        boolean urgent = recommended.details().ground() == Ground.FRONTLINE;
        if (shown.isEmpty() || (urgent && shown.stream().noneMatch(Merits.Merit::urgent))) {
            throw Refusal.of(urgent ? "career.merit.urgent" : "career.merit.none")
                    .under(List.of(rulebook.cite(MEASURES, urgent ? "7" : "6", today())))
                    .at("/career/people/" + recommended.candidate())
                    .refused();
        }
    }

    // Checks and the opinion

    @Override
    @Transactional
    public void check(Actor by, UUID id, Check check, boolean sound, String account) {
        Selection.Candidacy candidacy = running(by, id);
        by.require(MANAGE);
        written("account", account);
        rows.insert(id, new SelectionFile.Checked(check, sound, account.strip(), by.person(), today()));
        record(
                by.author(),
                "checked",
                candidacy.details(),
                Map.of("check", check.code(), "sound", sound, "account", account.strip()));
    }

    @Override
    @Transactional
    public void opine(Actor by, UUID id, String text) {
        Selection.Candidacy candidacy = running(by, id);
        by.require(OPINE);
        written("text", text);
        gate.requireNotHeld(asked(candidacy));
        if (rows.opinion(id).isPresent()) {
            throw Refusal.of("career.opinion.signed").refused();
        }
        rows.insert(id, new SelectionFile.Opinion(text.strip(), by.person(), today(), null));
        record(by.author(), "opinion-signed", candidacy.details(), Map.of("text", text.strip()));
    }

    @Override
    @Transactional
    public void countersign(Actor by, UUID id) {
        Selection.Candidacy candidacy = running(by, id);
        by.require(OPINE);
        gate.requireNotHeld(asked(candidacy));
        SelectionFile.Opinion opinion = rows.opinion(id)
                .orElseThrow(() -> Refusal.of("career.opinion.none").refused());
        if (opinion.second() != null) {
            throw Refusal.of("career.opinion.signed").refused();
        }
        if (opinion.first().equals(by.person())) {
            throw Refusal.of("career.opinion.two")
                    .under(List.of(rulebook.cite(REGULATION, "31", today())))
                    .refused();
        }
        rows.countersigned(id, by.person());
        record(by.author(), "opinion-countersigned", candidacy.details(), Map.of("text", opinion.text()));
    }

    // Discussion and decision

    @Override
    @Transactional
    public void sit(Actor by, UUID id, Set<UUID> present) {
        Selection.Inspected inspected = step(by, id, Selection.Inspected.class, Step.DECISION);
        if (inspected.underDiscussion()) {
            throw Refusal.of("career.sitting.open").refused();
        }
        List<String> asked = gate.require(asked(inspected), Step.DECISION);
        Sitting sat = sittings.open(inspected, present);
        record(
                by.author(),
                "sat",
                inspected.details(),
                Map.of(
                        "membership", sat.members().size(),
                        "present", sittings.names(sat, sat.present()),
                        "recused",
                                sittings.names(
                                        sat, sat.item(inspected.id()).recused().keySet()),
                        "gate", asked));
    }

    @Override
    @Transactional
    public void speak(Actor by, UUID id, Stance stance, String words) {
        Selection.Inspected inspected = at(id, Selection.Inspected.class, Step.DECISION);
        by.require(Matters.SIT);
        Stand stand = sittings.speak(inspected, by, stance, words);
        record(
                by.author(),
                "spoke",
                inspected.details(),
                Map.of(
                        "stance", stance.name().toLowerCase(java.util.Locale.ROOT),
                        "words", stand.words(),
                        "place", stand.place()));
    }

    @Override
    @Transactional
    public void conclude(Actor by, UUID id) {
        Selection.Inspected inspected = step(by, id, Selection.Inspected.class, Step.DECISION);
        List<String> asked = gate.require(asked(inspected), Step.DECISION);
        SelectionSittings.Counted counted = sittings.conclude(inspected);
        Map<String, Object> payload = new TreeMap<>(counted.asPayload());
        payload.put("gate", asked);
        String outcome = counted.outcome().name().toLowerCase(java.util.Locale.ROOT);
        switch (counted.outcome()) {
            case ADOPTED -> rows.reached(id, "adopted", Step.DECISION);
            case DEFERRED -> rows.reached(id, "inspected", Step.INSPECTION);
            case REJECTED -> rows.ended(id, "rejected", "", today());
        }
        record(by.author(), outcome, inspected.details(), payload);
    }

    // Publication

    @Override
    @Transactional
    public void publish(Actor by, UUID id) {
        Selection.Adopted adopted = step(by, id, Selection.Adopted.class, Step.PUBLICATION);
        List<String> asked = gate.require(asked(adopted), Step.PUBLICATION);
        Ruling terms = terms("publication");
        LocalDate until = calendar.plusWorkingDays(today(), terms.integer("length"));
        rows.published(id, today(), until);
        record(
                by.author(),
                "published",
                adopted.details(),
                Map.of(
                        "candidate", personName(adopted.candidate()),
                        "post", postName(adopted.details().post()),
                        "until", until,
                        "clause", terms.citations().getFirst().asPayload(),
                        "gate", asked),
                Subject.person(adopted.candidate()),
                Subject.post(adopted.details().post()));
    }

    @Override
    @Transactional
    public UUID object(UUID id, String text, String contact) {
        Selection.Published published = at(id, Selection.Published.class, Step.APPOINTMENT);
        written("text", text);
        if (contact.length() > LONGEST) {
            throw Invalid.at("contact", "career.fault.long", LONGEST);
        }
        if (today().isAfter(published.until())) {
            throw Refusal.of("career.objection.late", published.until())
                    .under(List.of(rulebook.cite(REGULATION, "42", today())))
                    .at("/petition/new")
                    .refused();
        }
        UUID objection = UUID.randomUUID();
        rows.insert(
                id, new SelectionFile.Objection(objection, text.strip(), contact.strip(), today(), null, false, ""));
        record(new Author(null, null), "objected", published.details(), Map.of());
        return objection;
    }

    @Override
    @Transactional
    public void answer(Actor by, UUID objection, boolean holds, String account) {
        by.require(MANAGE);
        UUID id =
                rows.selectionOf(objection).orElseThrow(() -> new NoSuchElementException("no objection " + objection));
        Selection.Published published = at(id, Selection.Published.class, Step.APPOINTMENT);
        notOwn(by, published.candidate());
        written("account", account);
        boolean open =
                rows.objections(id).stream().anyMatch(each -> each.id().equals(objection) && each.answeredOn() == null);
        if (!open) {
            throw Refusal.of("career.objection.answered").refused();
        }
        rows.answered(objection, today(), holds, account.strip());
        record(
                by.author(),
                "objection-answered",
                published.details(),
                Map.of("holds", holds, "account", account.strip()));
        if (holds) {
            end(by, published, "objected", account.strip());
        }
    }

    // Appointment and trial

    @Override
    @Transactional
    public void appoint(Actor by, UUID id, Set<UUID> leaves) {
        by.require(APPOINT);
        Selection.Published published = at(id, Selection.Published.class, Step.APPOINTMENT);
        notOwn(by, published.candidate());
        if (!today().isAfter(published.until())) {
            throw Refusal.of("career.publication.runs", published.until())
                    .under(List.of(rulebook.cite(REGULATION, "42", today())))
                    .refused();
        }
        if (rows.objections(id).stream().anyMatch(each -> each.answeredOn() == null)) {
            throw Refusal.of("career.objection.open")
                    .under(List.of(rulebook.cite(MEASURES, "12", today())))
                    .at("/career/selections/" + id)
                    .refused();
        }
        List<String> asked = gate.require(asked(published), Step.APPOINTMENT);
        leave(by, published.candidate(), leaves);
        Tenure tenure = organization.appoint(
                by, published.candidate(), published.details().post(), today());
        Ruling terms = terms("trial");
        LocalDate until = today().plusMonths(terms.integer("length")).minusDays(1);
        rows.appointed(id, tenure.id(), owe(by, published, terms, until), today(), until);
        record(
                by.author(),
                "appointed",
                published.details(),
                Map.of(
                        "candidate", personName(published.candidate()),
                        "post", postName(published.details().post()),
                        "ground", published.details().ground().code(),
                        "until", until,
                        "gate", asked),
                Subject.person(published.candidate()),
                Subject.post(published.details().post()));
        notices.tellPerson(
                published.candidate(),
                Text.of("career.notice.appointed", postName(published.details().post()), until),
                "/career/people/" + published.candidate(),
                published.details().asSubject());
    }

    private void leave(Actor by, UUID candidate, Set<UUID> leaves) {
        for (UUID each : leaves) {
            if (!organization.tenure(each).person().equals(candidate)) {
                throw Invalid.at("leaves", "career.fault.leaves");
            }
            organization.endTenure(by, each, today());
        }
    }

    /** Whoever appointed owes the word on the trial when it is over. */
    private UUID owe(Actor by, Selection.Published published, Ruling terms, LocalDate until) {
        return duties.owe(
                by,
                new NewDuty(
                                Kind.of("career.trial"),
                                personName(published.candidate()) + " · "
                                        + postName(published.details().post()),
                                by.post(),
                                organization.post(by.post()).body(),
                                terms.citations().getFirst(),
                                published.details().asSubject(),
                                today(),
                                until.plusDays(terms.integer("answerDays")),
                                DutyTerms.of(terms, Kind.of("duty.missed")))
                        .metAt("/career/selections/" + published.id()));
    }

    @Override
    @Transactional
    public void confirm(Actor by, UUID id, boolean passed, String account) {
        by.require(APPOINT);
        Selection.OnTrial trial = at(id, Selection.OnTrial.class, Step.TRIAL_END);
        notOwn(by, trial.candidate());
        written("account", account);
        if (!today().isAfter(trial.until())) {
            throw Refusal.of("career.trial.runs", trial.until())
                    .under(List.of(rulebook.cite(REGULATION, "43", today())))
                    .refused();
        }
        duties.meetByAct(by, trial.duty(), account.strip(), List.of());
        if (passed) {
            rows.confirmed(id, today());
        } else {
            organization.endTenure(by, trial.tenure(), today());
            rows.ended(id, "trial-failed", account.strip(), today());
        }
        record(
                by.author(),
                passed ? "confirmed" : "trial-failed",
                trial.details(),
                Map.of("candidate", personName(trial.candidate()), "account", account.strip()),
                Subject.person(trial.candidate()),
                Subject.post(trial.details().post()));
    }

    @Override
    @Transactional
    public void stop(Actor by, UUID id, String reasons) {
        by.require(MANAGE);
        written("reasons", reasons);
        Selection selection = found(id);
        if (selection.reached().compareTo(Step.APPOINTMENT) >= 0 || selection instanceof Selection.Ended) {
            throw outOfOrder(selection, Step.APPOINTMENT);
        }
        end(by, selection, "stopped", reasons.strip());
    }

    private void end(Actor by, Selection selection, String outcome, String reasons) {
        rows.ended(selection.id(), outcome, reasons, today());
        record(by.author(), "stopped", selection.details(), Map.of("outcome", outcome, "reasons", reasons));
    }

    // Reading

    @Override
    @Transactional(readOnly = true)
    public Optional<Selection> selection(UUID id) {
        return rows.byId(id);
    }

    @Override
    public boolean mayRead(Actor reader, Selection selection) {
        boolean candidate = selection instanceof Selection.Candidacy candidacy
                && candidacy.candidate().equals(reader.person());
        return !candidate
                && (reader.may(MANAGE)
                        || reader.may(APPOINT)
                        || reader.may(OPINE)
                        || reader.may(READ)
                        || reader.may(Matters.SIT));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Selection> readableBy(Actor reader) {
        return rows.all().stream().filter(each -> mayRead(reader, each)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Selection> published() {
        return rows.published();
    }

    @Override
    @Transactional(readOnly = true)
    public SelectionFile file(UUID id) {
        return new SelectionFile(
                rows.recommendation(id),
                rows.inspection(id),
                rows.checks(id),
                rows.opinion(id),
                rows.sittings(id),
                rows.objections(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<GateAnswer> gate(UUID id) {
        Selection selection = rows.byId(id).orElseThrow(() -> missing(id));
        return selection instanceof Selection.Candidacy candidacy
                        && candidacy.reached().compareTo(Step.APPOINTMENT) < 0
                ? gate.answers(asked(candidacy), next(candidacy.reached()))
                : List.of();
    }

    // What is insisted on

    private <T extends Selection> T step(Actor by, UUID id, Class<T> state, Step step) {
        by.require(MANAGE);
        T selection = at(id, state, step);
        if (selection instanceof Selection.Candidacy candidacy) {
            notOwn(by, candidacy.candidate());
        }
        return selection;
    }

    /** In the state that the step starts from; refused in any other, under the clause on the order of steps. */
    private <T extends Selection> T at(UUID id, Class<T> state, Step step) {
        Selection selection = found(id);
        if (!state.isInstance(selection)) {
            throw outOfOrder(selection, step);
        }
        return state.cast(selection);
    }

    private org.shengmo.wording.Refused outOfOrder(Selection selection, Step step) {
        return Refusal.of(
                        selection instanceof Selection.Ended ? "career.over" : "career.out-of-order",
                        Text.of("career.step." + step.code()),
                        Text.of("career.step." + selection.reached().code()))
                .under(List.of(rulebook.cite(MEASURES, "3", today())))
                .at("/career/selections/" + selection.id())
                .refused();
    }

    /** Somebody is the candidate and nobody was appointed yet. */
    private Selection.Candidacy running(Actor by, UUID id) {
        Selection selection = found(id);
        if (!(selection instanceof Selection.Candidacy candidacy)
                || selection.reached().compareTo(Step.APPOINTMENT) >= 0) {
            throw outOfOrder(selection, Step.INSPECTION);
        }
        notOwn(by, candidacy.candidate());
        return candidacy;
    }

    private void notOwn(Actor by, UUID candidate) {
        if (candidate.equals(by.person()) || (by.person() != null && sittings.related(by.person(), candidate))) {
            throw Refusal.of("career.own")
                    .under(List.of(rulebook.cite(MEASURES, "4", today())))
                    .refused();
        }
    }

    private Selection found(UUID id) {
        return rows.locked(id).orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(UUID id) {
        return new NoSuchElementException("no selection " + id);
    }

    private SelectionGate.Asked asked(Selection.Candidacy candidacy) {
        return asked(candidacy, candidacy.candidate());
    }

    private SelectionGate.Asked asked(Selection selection, UUID candidate) {
        return new SelectionGate.Asked(selection.details(), candidate, today());
    }

    private static Step next(Step reached) {
        return Arrays.stream(Step.values())
                .filter(each -> each.compareTo(reached) > 0)
                .findFirst()
                .orElse(reached);
    }

    private static void written(String place, String text) {
        if (text.isBlank()) {
            throw Invalid.at(place, "career.fault.blank");
        }
        if (text.length() > LONGEST) {
            throw Invalid.at(place, "career.fault.long", LONGEST);
        }
    }

    private Ruling terms(String step) {
        return rulebook.decide(TERMS_TABLE, today(), Map.of("step", step));
    }

    private void record(
            Author author, String kind, Selection.Details details, Map<String, ?> payload, Subject... concerns) {
        docket.record(Act.of(author, "career." + kind, details.asSubject(), payload, concerns));
    }

    private String personName(UUID person) {
        return organization.directory().nameOn(person, today());
    }

    private String postName(UUID id) {
        Directory directory = organization.directory();
        Post post = directory.post(id);
        return directory.nameOn(post.body(), today()) + " " + directory.nameOn(id, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
