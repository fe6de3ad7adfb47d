package org.shengmo.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.consequence.Consequences;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.springframework.stereotype.Component;

/** What a published round brings: grades within the cap, ranks, who may not be given awards, who is interviewed. */
@Component
class Publication {

    private final RoundRows rounds;
    private final ResultRows results;
    private final VetoDesk vetoes;
    private final Interviews interviews;
    private final Consequences consequences;
    private final Organization organization;
    private final Duties duties;
    private final Rulebook rulebook;
    private final Docket docket;
    private final Clock clock;

    Publication(
            RoundRows rounds,
            ResultRows results,
            VetoDesk vetoes,
            Interviews interviews,
            Consequences consequences,
            Organization organization,
            Duties duties,
            Rulebook rulebook,
            Docket docket,
            Clock clock) {
        this.rounds = rounds;
        this.results = results;
        this.vetoes = vetoes;
        this.interviews = interviews;
        this.consequences = consequences;
        this.organization = organization;
        this.duties = duties;
        this.rulebook = rulebook;
        this.docket = docket;
        this.clock = clock;
    }

    void publish(Actor by, Round.Scored round, Scheme scheme, String special) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Grade> ceilings = vetoes.ceilings(round.id());
        Ruling cap = rulebook.decide(Assessments.CAP_TABLE, today, Map.of("special", !special.isBlank()));
        BigDecimal share = cap.number("share");
        Map<String, List<Score>> classes = results.results(round.id()).stream()
                .map(Result::score)
                .collect(Collectors.groupingBy(Score::subjectClass, LinkedHashMap::new, Collectors.toList()));
        List<Ranking.Place> places = new ArrayList<>();
        List<Ranking.Place> lowest = new ArrayList<>();
        classes.forEach((code, scores) -> {
            List<Ranking.Place> placed = Ranking.of(scores, scheme.rules(), share, ceilings);
            places.addAll(placed);
            lowest.addAll(Ranking.lowest(placed, scheme.rules().interviewed().getOrDefault(code, 0)));
        });
        results.placed(round.id(), places);
        rounds.published(round.id(), today, share, special.strip());
        docket.record(Act.of(
                by.author(),
                "assessment.published",
                round.details().asSubject(),
                Map.of(
                        "title",
                        round.details().title(),
                        "subjects",
                        places.size(),
                        "results_sha256",
                        digest(places),
                        "reasons",
                        special.strip(),
                        "clause",
                        cap.citations().getFirst().asPayload())));
        if (round.details().cadence() == Scheme.Cadence.YEAR_END) {
            eligibility(by, round, scheme, places, ceilings.keySet(), today);
            lowest.forEach(place -> lowest(by, round, scheme, place, today));
        }
    }

    /** Fixes the ranking on the record without naming anyone there. */
    private static String digest(List<Ranking.Place> places) {
        return Sha256.hex(places.stream()
                .map(each -> "%s %s %s %s\n"
                        .formatted(each.score().subject(), each.score().total(), each.rank(), each.grade()))
                .collect(Collectors.joining()));
    }

    private void eligibility(
            Actor by,
            Round.Scored round,
            Scheme scheme,
            List<Ranking.Place> places,
            Set<UUID> vetoed,
            LocalDate today) {
        Set<UUID> heads = headsOfVetoed(scheme, round, today);
        for (Ranking.Place place : places) {
            Subject subject =
                    new Subject(scheme.assessed().type(), place.score().subject());
            Ruling ruling = rulebook.decide(
                    Assessments.ELIGIBILITY_TABLE,
                    today,
                    Map.of(
                            "vetoed",
                            vetoed.contains(subject.id()),
                            "leads",
                            heads.contains(subject.id()),
                            "grade",
                            place.grade() == null ? "none" : place.grade().code(),
                            "barred",
                            !consequences
                                    .clearance(subject, today)
                                    .barring("award")
                                    .isEmpty()));
            if (!ruling.isSilent()) {
                lose(by, round, subject, ruling, today);
            }
        }
    }

    private void lose(Actor by, Round.Scored round, Subject subject, Ruling ruling, LocalDate today) {
        Ineligible lost = new Ineligible(
                subject,
                ruling.text("ground"),
                today,
                LocalDate.of(round.details().year() + ruling.integer("yearsAfter"), 12, 31),
                ruling.citations().getFirst());
        if (lost.until().isBefore(today)) {
            return;
        }
        long entry = docket.record(Act.of(
                by.author(),
                "assessment.ineligible",
                round.details().asSubject(),
                Map.of(
                        "ground",
                        lost.ground(),
                        "until",
                        lost.until(),
                        "clause",
                        lost.clause().asPayload()),
                subject));
        results.ineligible(round.id(), lost, entry);
    }

    /** For people's assessments: who heads a body that another year-end round of the year vetoed. */
    private Set<UUID> headsOfVetoed(Scheme scheme, Round.Scored round, LocalDate today) {
        if (scheme.assessed() == Scheme.Assessed.BODY) {
            return Set.of();
        }
        return rounds.rounds().stream()
                .filter(each -> each.details().year() == round.details().year()
                        && each.details().cadence() == Scheme.Cadence.YEAR_END)
                .flatMap(each -> results.vetoes(each.id()).stream())
                .filter(each -> each instanceof Veto.Decided decided && decided.stands())
                .map(each -> each.details().subject())
                .filter(each -> each.type().equals("body"))
                .flatMap(each -> vetoes.answering(each, today).stream())
                .collect(Collectors.toSet());
    }

    /** The head of a lowest-ranked body, or the lowest-ranked person, is interviewed and criticises themselves. */
    private void lowest(Actor by, Round.Scored round, Scheme scheme, Ranking.Place place, LocalDate today) {
        Optional<Tenure> tenure = scheme.assessed() == Scheme.Assessed.BODY
                ? organization
                        .headOf(place.score().subject())
                        .map(Post::id)
                        .flatMap(post -> organization.holderOf(post, today))
                : organization.tenuresOf(place.score().subject(), today).stream()
                        .findFirst();
        if (tenure.isEmpty()) {
            return;
        }
        UUID post = tenure.get().post();
        Ruling criticism = rulebook.decide(Assessments.TERMS_TABLE, today, Map.of("matter", "self-criticism"));
        organization
                .superiorOf(post, today)
                .ifPresent(superior -> interviews.call(
                        by,
                        new Interviews.New(
                                round.details().asSubject(),
                                round.details().title(),
                                superior.id(),
                                tenure.get().person(),
                                post)));
        duties.owe(
                by,
                new NewDuty(
                        Kind.of("assessment.self-criticism"),
                        round.details().title() + "排名末位，在全会上作检查",
                        post,
                        organization.post(post).body(),
                        criticism.citations().getFirst(),
                        round.details().asSubject(),
                        today,
                        today.plusDays(criticism.integer("days")),
                        terms(criticism)));
    }

    static DutyTerms terms(Ruling ruling) {
        return new DutyTerms(
                ruling.integers("remindDaysBefore"),
                ruling.integers("escalateDaysAfter"),
                ruling.integer("graceDays"),
                Kind.of("duty.missed"),
                ruling.table());
    }
}
