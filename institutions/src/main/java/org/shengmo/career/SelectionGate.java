package org.shengmo.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shengmo.consequence.Clearance;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.docket.Subject;
import org.shengmo.finding.ClosedFinding;
import org.shengmo.finding.Findings;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Component;

/**
 * The clearance gate: a list of questions, each a policy that says why it does not open. The rule table says what is asked
 * at which step; it is asked anew every time, so that what changed in between stops a selection.
 */
@Component
class SelectionGate {

    private static final String PROMOTION = "promotion";

    private final SelectionRows rows;
    private final Consequences consequences;
    private final Findings findings;
    private final Avoidance avoidance;
    private final Rulebook rulebook;
    private final List<Question> questions;

    SelectionGate(
            SelectionRows rows, Consequences consequences, Findings findings, Avoidance avoidance, Rulebook rulebook) {
        this.rows = rows;
        this.consequences = consequences;
        this.findings = findings;
        this.avoidance = avoidance;
        this.rulebook = rulebook;
        this.questions = List.of(
                new Question("bound", this::bound),
                new Question("finding", this::finding),
                new Question("measure", this::measure),
                new Question("avoidance", this::related),
                new Question("file", asked -> checked(asked, Selections.Check.FILE)),
                new Question("declaration", asked -> checked(asked, Selections.Check.DECLARATION)),
                new Question("leads", asked -> checked(asked, Selections.Check.LEADS)),
                new Question("opinion", this::opinion));
    }

    private record Question(String item, Function<Asked, Optional<Refusal>> policy) {}

    /** What is asked about. */
    record Asked(Selection.Details selection, UUID candidate, LocalDate on) {}

    /** What everyone who reads the selection may know of the gate's answers. */
    List<GateAnswer> answers(Asked asked, Step step) {
        return questions.stream()
                .map(question -> answer(question, asked, step))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<GateAnswer> answer(Question question, Asked asked, Step step) {
        Ruling ruling = rulebook.decide(
                Selections.GATE_TABLE, asked.on(), Map.of("item", question.item(), "step", step.code()));
        if (!ruling.truth("asked")) {
            return Optional.empty();
        }
        Refusal why = question.policy()
                .apply(asked)
                .map(refusal -> refusal.citations().isEmpty() ? refusal.under(ruling.citations()) : refusal)
                .orElse(null);
        return Optional.of(new GateAnswer(question.item(), step, why, ruling.citations()));
    }

    /**
     * Insists that it opens for a step; what is held for secret reasons is asked last and given no reason.
     *
     * @return what was asked and opened
     */
    List<String> require(Asked asked, Step step) {
        List<GateAnswer> answers = answers(asked, step);
        answers.stream().filter(each -> !each.opens()).findFirst().ifPresent(each -> {
            throw each.why().refused();
        });
        requireNotHeld(asked);
        return answers.stream().map(GateAnswer::item).toList();
    }

    /** Insists that nothing is held. */
    void requireNotHeld(Asked asked) {
        clearance(asked).require(PROMOTION);
    }

    private Clearance clearance(Asked asked) {
        return consequences.clearance(Subject.person(asked.candidate()), asked.on());
    }

    /** Sanctions, measures, vetoes, last year's grade: whatever the rooms say openly. */
    private Optional<Refusal> bound(Asked asked) {
        Clearance all = clearance(asked);
        try {
            new Clearance(all.subject(), all.on(), all.bindings(), all.joined(), List.of()).require(PROMOTION);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    private Optional<Refusal> finding(Asked asked) {
        return findings.against(Subject.person(asked.candidate())).stream()
                        .anyMatch(each -> !(each instanceof ClosedFinding))
                ? Optional.of(Refusal.of("career.gate.finding.open"))
                : Optional.empty();
    }

    private Optional<Refusal> measure(Asked asked) {
        return consequences.borneBy(Subject.person(asked.candidate())).stream()
                        .anyMatch(Consequence.Proposed.class::isInstance)
                ? Optional.of(Refusal.of("career.gate.measure.open"))
                : Optional.empty();
    }

    private Optional<Refusal> related(Asked asked) {
        return avoidance.breach(asked.candidate(), asked.selection().post(), asked.on());
    }

    private Optional<Refusal> checked(Asked asked, Selections.Check check) {
        String at = "/career/selections/" + asked.selection().id();
        Optional<SelectionFile.Checked> made = rows.checks(asked.selection().id()).stream()
                .filter(each -> each.check() == check)
                .findFirst();
        if (made.isEmpty()) {
            return Optional.of(
                    Refusal.of("career.gate." + check.code() + ".missing").at(at));
        }
        return made.get().sound()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of("career.gate." + check.code() + ".unsound").at(at));
    }

    private Optional<Refusal> opinion(Asked asked) {
        boolean signed = rows.opinion(asked.selection().id())
                .filter(each -> each.second() != null)
                .isPresent();
        return signed
                ? Optional.empty()
                : Optional.of(Refusal.of("career.gate.opinion.missing")
                        .at("/career/selections/" + asked.selection().id()));
    }
}
