package org.shengmo.assessment.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.assessment.Assessments;
import org.shengmo.assessment.Interviews;
import org.shengmo.assessment.PutScheme;
import org.shengmo.assessment.Replay;
import org.shengmo.assessment.Round;
import org.shengmo.assessment.Scheme;
import org.shengmo.wording.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Assessments over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentApi {

    private final Assessments assessments;
    private final Interviews interviews;
    private final CurrentActor actors;

    AssessmentApi(Assessments assessments, Interviews interviews, CurrentActor actors) {
        this.assessments = assessments;
        this.interviews = interviews;
        this.actors = actors;
    }

    /** A number in hexadecimal digits. */
    record Digits(String hex) {}

    /** A ballot: token and signature in hexadecimal digits, a level's place for each cell, -1 for no opinion. */
    record Ballot(String token, String signature, List<Integer> choices) {}

    /** Why. */
    record Reasons(String reasons) {}

    /** A decision on a veto. */
    record Decision(boolean stands, String reasons) {}

    /** A text. */
    record Said(String text) {}

    /** A place in a ranking. */
    record Place(UUID subject, String subjectClass, Integer rank, BigDecimal total, String grade) {}

    @GetMapping
    List<Round> rounds() {
        return assessments.rounds();
    }

    @GetMapping("/schemes")
    List<PutScheme> schemes() {
        return assessments.schemes();
    }

    @PostMapping("/schemes")
    @ResponseStatus(HttpStatus.CREATED)
    PutScheme put(@RequestBody Scheme scheme) {
        return assessments.put(actor(), scheme);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UUID open(@RequestBody Round.New round) {
        return assessments.open(actor(), round);
    }

    @PostMapping("/electorates/{id}/token")
    Digits token(@PathVariable UUID id, @RequestBody Digits blinded) {
        BigInteger signed = assessments.issue(actor(), id, new BigInteger(1, hex(blinded.hex())));
        return new Digits(signed.toString(16));
    }

    @PostMapping("/box/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cast(@PathVariable UUID id, @RequestBody Ballot ballot) {
        assessments.cast(id, hex(ballot.token()), hex(ballot.signature()), ballot.choices());
    }

    private static byte[] hex(String digits) {
        try {
            return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
        } catch (IllegalArgumentException malformed) {
            throw Invalid.at("token", "assessment.fault.token");
        }
    }

    @GetMapping("/{id}/board")
    List<Assessments.BoardLine> board(@PathVariable UUID id) {
        return assessments.board(id);
    }

    @GetMapping("/{id}/results")
    List<Place> results(@PathVariable UUID id) {
        Round round = assessments.round(id).orElseThrow(AssessmentPages::missing);
        Scheme scheme =
                assessments.scheme(round.details().scheme()).orElseThrow().scheme();
        boolean open = round instanceof Round.Published && scheme.assessed() == Scheme.Assessed.BODY;
        if (!open && !AssessmentPages.office(actor())) {
            throw AssessmentPages.missing();
        }
        return assessments.results(id).stream()
                .map(each -> new Place(
                        each.subject().id(),
                        each.score().subjectClass(),
                        each.rank(),
                        each.score().total(),
                        each.grade() == null ? null : each.grade().code()))
                .toList();
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id) {
        assessments.close(actor(), id);
    }

    @GetMapping("/{id}/patterns")
    List<Assessments.Pattern> patterns(@PathVariable UUID id) {
        return assessments.patterns(actor(), id);
    }

    @PostMapping("/{id}/patterns/{pattern}/set-aside")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setAside(@PathVariable UUID id, @PathVariable String pattern, @RequestBody Reasons reasons) {
        assessments.setAside(actor(), id, pattern, reasons.reasons());
    }

    @PostMapping("/{id}/score")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void score(@PathVariable UUID id) {
        assessments.score(actor(), id);
    }

    @PostMapping("/{id}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(@PathVariable UUID id, @RequestBody Reasons special) {
        assessments.publish(actor(), id, special.reasons());
    }

    @GetMapping("/{id}/replay")
    Replay replay(@PathVariable UUID id) {
        if (!AssessmentPages.office(actor())) {
            throw AssessmentPages.missing();
        }
        return assessments.replay(id);
    }

    @PostMapping("/vetoes/{id}/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable UUID id, @RequestBody Said said) {
        assessments.reply(actor(), id, said.text());
    }

    @PostMapping("/vetoes/{id}/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID id, @RequestBody Decision decision) {
        assessments.decide(actor(), id, decision.stands(), decision.reasons());
    }

    @GetMapping("/interviews")
    List<Interviews.Interview> interviews() {
        return interviews.of(actor());
    }

    @PostMapping("/interviews/{id}/minutes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(@PathVariable UUID id, @RequestBody Said said) {
        interviews.hold(actor(), id, said.text());
    }

    @PostMapping("/interviews/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable UUID id, @RequestBody Said said) {
        interviews.confirm(actor(), id, said.text());
    }

    private Actor actor() {
        return actors.actor();
    }

    /** Puts in what public evaluation came to: the body is the workbook. @return how many lines were taken */
    @PostMapping(path = "/{id}/evaluation", consumes = "application/octet-stream")
    Map<String, Integer> evaluate(@PathVariable UUID id, @RequestBody byte[] workbook) {
        return Map.of("lines", assessments.evaluate(actor(), id, "evaluation.xlsx", workbook));
    }
}
