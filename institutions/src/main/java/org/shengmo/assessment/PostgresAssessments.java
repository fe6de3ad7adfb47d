package org.shengmo.assessment;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assessments in PostgreSQL. */
@Service
class PostgresAssessments implements Assessments {

    private final RoundRows rounds;
    private final BallotRows ballots;
    private final ResultRows results;
    private final BallotBox box;
    private final Tally tally;
    private final VetoDesk vetoes;
    private final Publication publication;
    private final Organization organization;
    private final Notices notices;
    private final Docket docket;
    private final Clock clock;

    PostgresAssessments(
            RoundRows rounds,
            BallotRows ballots,
            ResultRows results,
            BallotBox box,
            Tally tally,
            VetoDesk vetoes,
            Publication publication,
            Organization organization,
            Notices notices,
            Docket docket,
            Clock clock) {
        this.rounds = rounds;
        this.ballots = ballots;
        this.results = results;
        this.box = box;
        this.tally = tally;
        this.vetoes = vetoes;
        this.publication = publication;
        this.organization = organization;
        this.notices = notices;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PutScheme put(Actor by, Scheme scheme) {
        by.require(MANAGE);
        List<Fault> unknown = scheme.indicators().stream()
                .filter(each -> each.source() == Scheme.Source.COMPUTED && !tally.knows(each.measure()))
                .map(each -> new Fault(each.code(), Text.of("assessment.fault.unknown-measure", each.measure())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Invalid(unknown);
        }
        try {
            PutScheme put = rounds.insert(scheme);
            docket.record(Act.of(
                    by.author(),
                    "assessment.scheme-put",
                    new Subject("assessment.scheme", put.id()),
                    Map.of(
                            "code", scheme.code(),
                            "version", put.version(),
                            "title", scheme.title(),
                            "from", scheme.from(),
                            "sha256", put.sha256())));
            return put;
        } catch (DuplicateKeyException twice) {
            throw Invalid.at("from", "assessment.fault.version-stands", scheme.code(), scheme.from());
        }
    }

    @Override
    @Transactional
    public UUID open(Actor by, Round.New round) {
        by.require(MANAGE);
        PutScheme scheme = rounds.scheme(round.scheme()).orElseThrow();
        RoundFaults.check(round, scheme.scheme(), today());
        UUID id = UUID.randomUUID();
        rounds.insert(id, round, today());
        box.open(id, round, scheme.scheme());
        docket.record(Act.of(
                by.author(),
                "assessment.opened",
                Assessments.subject(id),
                Map.of(
                        "title",
                        round.title(),
                        "scheme_sha256",
                        scheme.sha256(),
                        "subjects",
                        round.subjects().size(),
                        "until",
                        round.closes())));
        Set<UUID> raters = round.rolls().stream()
                .flatMap(each -> each.raters().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        notices.tellAll(raters.stream()
                .map(each -> NewNotice.toPerson(
                        each,
                        Text.of("assessment.told.opened", round.title(), round.closes()),
                        "/assessments/papers",
                        Assessments.subject(id)))
                .toList());
        return id;
    }

    @Override
    @Transactional
    public BigInteger issue(Actor by, UUID electorate, BigInteger blinded) {
        open(ballots.electorate(electorate).orElseThrow().round());
        return box.issue(by, electorate, blinded);
    }

    @Override
    @Transactional
    public void cast(UUID electorate, byte[] token, byte[] signature, List<Integer> choices) {
        Electorate into = ballots.electorate(electorate).orElseThrow();
        Round.Open round = open(into.round());
        box.cast(into, scheme(round), token, signature, choices);
    }

    @Override
    @Transactional
    public int evaluate(Actor by, UUID id, String file, byte[] workbook) {
        by.require(MANAGE);
        Round round = rounds.locked(id).orElseThrow();
        if (round instanceof Round.Scored || round instanceof Round.Published) {
            throw Refusal.of("assessment.scored-before").refused();
        }
        List<Evaluations.Line> lines =
                Evaluations.read(workbook, scheme(round), rounds.subjects(id), organization.directory());
        long entry = docket.record(new Act(
                by.author(),
                Kind.of("assessment.evaluated"),
                round.details().asSubject(),
                List.of(),
                Map.of("file", file, "sha256", Sha256.hex(workbook), "lines", lines.size()),
                null));
        lines.forEach(each -> results.evaluate(
                id,
                new ResultRows.Evaluation(each.subject(), each.indicator(), each.respondents(), each.score(), entry)));
        return lines.size();
    }

    @Override
    @Transactional
    public void close(Actor by, UUID id) {
        by.require(MANAGE);
        Round.Open round = open(id);
        String board = box.close(id);
        rounds.close(id, today(), board);
        docket.record(Act.of(
                by.author(),
                "assessment.closed",
                round.details().asSubject(),
                Map.of(
                        "title",
                        round.details().title(),
                        "board_sha256",
                        board,
                        "ballots",
                        ballots.board(id).size())));
    }

    private Round.Open open(UUID id) {
        Round round = rounds.locked(id).orElseThrow();
        if (round instanceof Round.Open open) {
            return open;
        }
        throw Refusal.of("assessment.closed", round.details().title()).refused();
    }

    private Round.Closed closed(UUID id) {
        Round round = rounds.locked(id).orElseThrow();
        if (round instanceof Round.Closed closed) {
            return closed;
        }
        throw Refusal.of(
                        round instanceof Round.Open ? "assessment.still-open" : "assessment.scored-before",
                        round.details().title())
                .refused();
    }

    private Scheme scheme(Round round) {
        return rounds.scheme(round.details().scheme()).orElseThrow().scheme();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pattern> patterns(Actor by, UUID id) {
        by.require(REVIEW);
        Round round = rounds.round(id).orElseThrow();
        return round instanceof Round.Open ? List.of() : box.patterns(id, scheme(round));
    }

    @Override
    @Transactional
    public void setAside(Actor by, UUID id, String pattern, String reasons) {
        by.require(REVIEW);
        Round.Closed round = closed(id);
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "assessment.fault.blank");
        }
        Pattern found = box.patterns(id, scheme(round)).stream()
                .filter(each -> each.key().equals(pattern))
                .findFirst()
                .orElseThrow();
        box.setAside(found, reasons.strip());
        docket.record(Act.of(
                by.author(),
                "assessment.set-aside",
                round.details().asSubject(),
                Map.of("pattern", found.kind(), "ballots", found.ballots(), "reasons", reasons.strip())));
    }

    @Override
    @Transactional
    public void score(Actor by, UUID id) {
        by.require(MANAGE);
        Round.Closed round = closed(id);
        PutScheme scheme = rounds.scheme(round.details().scheme()).orElseThrow();
        tally.compute(round, scheme);
        rounds.scored(id, today());
        docket.record(Act.of(
                by.author(),
                "assessment.scored",
                round.details().asSubject(),
                Map.of("title", round.details().title(), "scheme_sha256", scheme.sha256())));
        if (round.details().cadence() == Scheme.Cadence.YEAR_END) {
            vetoes.propose(by, round);
        }
    }

    @Override
    @Transactional
    public void reply(Actor by, UUID veto, String text) {
        vetoes.reply(by, veto, text);
    }

    @Override
    @Transactional
    public void decide(Actor by, UUID veto, boolean stands, String reasons) {
        vetoes.decide(by, veto, stands, reasons);
    }

    @Override
    @Transactional
    public void publish(Actor by, UUID id, String special) {
        by.require(MANAGE);
        Round round = rounds.locked(id).orElseThrow();
        if (!(round instanceof Round.Scored scored)) {
            throw Refusal.of("assessment.not-scored", round.details().title()).refused();
        }
        publication.publish(by, scored, scheme(round), special);
    }

    @Override
    @Transactional(readOnly = true)
    public Replay replay(UUID id) {
        Round round = rounds.round(id).orElseThrow();
        return tally.replay(round, rounds.scheme(round.details().scheme()).orElseThrow());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PutScheme> schemes() {
        return rounds.schemes();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PutScheme> scheme(UUID id) {
        return rounds.scheme(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Round> rounds() {
        return rounds.rounds();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Round> round(UUID id) {
        return rounds.round(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Round.Assessed> subjects(UUID round) {
        return rounds.subjects(round);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Electorate> electorates(UUID round) {
        return ballots.electorates(round);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Electorate> electorate(UUID id) {
        return ballots.electorate(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ticket> ticketsOf(UUID person) {
        return ballots.openTo(person).stream()
                .map(each -> new Ticket(
                        each,
                        rounds.round(each.round()).orElseThrow(),
                        ballots.place(each.id(), person).orElseThrow().blinded() != null))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<BoardLine> board(UUID round) {
        return ballots.board(round);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Veto> vetoes(UUID round) {
        return results.vetoes(round);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Veto> veto(UUID id) {
        return results.veto(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Veto.Proposed> awaitingReplyOf(Actor actor) {
        return vetoes.awaitingReplyOf(actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Result> results(UUID round) {
        return results.results(round);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Result> result(UUID round, UUID subject) {
        return results.result(round, subject);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Past> pastOf(UUID subject) {
        return results.publishedOf(subject).stream()
                .map(each -> new Past(
                        (Round.Published) rounds.round(each).orElseThrow(),
                        results.result(each, subject).orElseThrow()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ineligible> ineligible(UUID round) {
        return results.ineligible(round);
    }
}
