package org.shengmo.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.docket.SubjectMetric;
import org.springframework.stereotype.Component;

/** Gathers what scores are computed from, computes them, and computes them again from what was kept. */
@Component
class Tally {

    private final RoundRows rounds;
    private final BallotRows ballots;
    private final ResultRows results;
    private final Map<String, SubjectMetric> measures;

    /** @throws IllegalStateException when two measures have one id */
    Tally(RoundRows rounds, BallotRows ballots, ResultRows results, List<SubjectMetric> measures) {
        this.rounds = rounds;
        this.ballots = ballots;
        this.results = results;
        this.measures = measures.stream().collect(Collectors.toMap(SubjectMetric::id, Function.identity()));
    }

    /** Whether a room contributes a measure. */
    boolean knows(String measure) {
        return measures.containsKey(measure);
    }

    void compute(Round round, PutScheme scheme) {
        List<Inputs> inputs = gather(round, scheme.scheme());
        Scoring scoring = new Scoring(scheme.scheme(), round.details().cadence());
        results.insert(round.id(), inputs, inputs.stream().map(scoring::score).toList());
    }

    /** The same inputs, read back from their kept text, through the same scheme's text, must give the same digits. */
    Replay replay(Round round, PutScheme scheme) {
        Scoring scoring = new Scoring(scheme.scheme(), round.details().cadence());
        List<Result> kept = results.results(round.id());
        List<UUID> differing = kept.stream()
                .filter(each -> !scoring.score(each.inputs()).equals(each.score()))
                .map(each -> each.subject().id())
                .toList();
        return new Replay(kept.size(), differing);
    }

    private List<Inputs> gather(Round round, Scheme scheme) {
        List<Round.Assessed> subjects = rounds.subjects(round.id());
        Map<UUID, Map<String, Map<String, Map<String, Integer>>>> marks = marks(round.id(), scheme);
        Map<UUID, Map<String, Inputs.Figure>> figures = figures(round, scheme, subjects);
        Map<UUID, Map<String, List<BigDecimal>>> routine = routine(round, scheme);
        return subjects.stream()
                .map(each -> new Inputs(
                        each.subject().id(),
                        each.subjectClass(),
                        marks.getOrDefault(each.subject().id(), Map.of()),
                        figures.getOrDefault(each.subject().id(), Map.of()),
                        routine.getOrDefault(each.subject().id(), Map.of())))
                .toList();
    }

    /** By subject, indicator, tier and level: how often it was chosen. */
    private Map<UUID, Map<String, Map<String, Map<String, Integer>>>> marks(UUID round, Scheme scheme) {
        Map<UUID, Electorate> electorates = new LinkedHashMap<>();
        Map<UUID, int[]> counts = new HashMap<>();
        int levels = scheme.levels().size();
        for (Electorate each : ballots.electorates(round)) {
            electorates.put(each.id(), each);
            counts.put(each.id(), new int[each.cells() * levels]);
        }
        ballots.count(round, (electorate, choices) -> {
            int[] count = counts.get(electorate);
            for (int cell = 0; cell < choices.length; cell++) {
                if (choices[cell] >= 0) {
                    count[cell * levels + choices[cell]]++;
                }
            }
        });
        Map<UUID, Map<String, Map<String, Map<String, Integer>>>> marks = new HashMap<>();
        electorates.values().forEach(each -> add(each, counts.get(each.id()), scheme, marks));
        return marks;
    }

    private static void add(
            Electorate electorate,
            int[] counts,
            Scheme scheme,
            Map<UUID, Map<String, Map<String, Map<String, Integer>>>> marks) {
        int levels = scheme.levels().size();
        for (int cell = 0; cell < electorate.cells(); cell++) {
            UUID subject =
                    electorate.subjects().get(cell / electorate.indicators().size());
            String indicator =
                    electorate.indicators().get(cell % electorate.indicators().size());
            Map<String, Integer> tier = marks.computeIfAbsent(subject, key -> new TreeMap<>())
                    .computeIfAbsent(indicator, key -> new TreeMap<>())
                    .computeIfAbsent(electorate.tier(), key -> new TreeMap<>());
            for (int level = 0; level < levels; level++) {
                int count = counts[cell * levels + level];
                if (count > 0) {
                    tier.merge(scheme.levels().get(level).code(), count, Integer::sum);
                }
            }
        }
    }

    private Map<UUID, Map<String, Inputs.Figure>> figures(Round round, Scheme scheme, List<Round.Assessed> subjects) {
        Map<UUID, Map<String, Inputs.Figure>> figures = new HashMap<>();
        Collection<Subject> asked =
                subjects.stream().map(Round.Assessed::subject).toList();
        for (Scheme.Indicator indicator : scheme.indicators()) {
            boolean now = indicator.cadence() == round.details().cadence();
            if (now && indicator.source() == Scheme.Source.COMPUTED) {
                Map<Subject, Metric.Figure> answered = measures.get(indicator.measure())
                        .figures(asked, round.details().first(), round.details().last());
                answered.forEach((subject, figure) -> figures.computeIfAbsent(subject.id(), key -> new TreeMap<>())
                        .put(indicator.code(), new Inputs.Figure(figure.value(), figure.entries(), null)));
            }
        }
        for (ResultRows.Evaluation each : results.evaluations(round.id())) {
            figures.computeIfAbsent(each.subject(), key -> new TreeMap<>())
                    .put(each.indicator(), new Inputs.Figure(each.score(), List.of(each.entry()), each.respondents()));
        }
        return figures;
    }

    /** What the year's routine rounds gave, for a year-end round. */
    private Map<UUID, Map<String, List<BigDecimal>>> routine(Round round, Scheme scheme) {
        Map<UUID, Map<String, List<BigDecimal>>> routine = new HashMap<>();
        if (round.details().cadence() == Scheme.Cadence.YEAR_END) {
            for (UUID earlier : rounds.routine(scheme.code(), round.details().year())) {
                for (Result result : results.results(earlier)) {
                    result.score().indicators().stream()
                            .filter(each -> each.score() != null)
                            .forEach(each -> routine.computeIfAbsent(
                                            result.subject().id(), key -> new TreeMap<>())
                                    .computeIfAbsent(each.indicator(), key -> new ArrayList<>())
                                    .add(each.score()));
                }
            }
        }
        return routine;
    }
}
