package org.shengmo.assessment;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/**
 * Schemes and rounds are public; a veto is for its subject and for who reviews and decides; an interview for its two sides and
 * for who manages assessments.
 */
@Component
class AssessmentRecord implements RecordGate {

    private final ResultRows rows;
    private final VetoDesk vetoes;
    private final Interviews interviews;

    AssessmentRecord(ResultRows rows, VetoDesk vetoes, Interviews interviews) {
        this.rows = rows;
        this.vetoes = vetoes;
        this.interviews = interviews;
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        boolean office = by.may(Assessments.MANAGE) || by.may(Assessments.REVIEW) || by.may(Assessments.DECIDE);
        return switch (about.type()) {
            case "assessment.scheme", "assessment.round" -> Optional.of(true);
            case "assessment.veto" ->
                Optional.of(office
                        || rows.veto(about.id())
                                .filter(each ->
                                        vetoes.answers(by, each.details().subject()))
                                .isPresent());
            case "assessment.interview" ->
                Optional.of(office
                        || interviews.of(by).stream().anyMatch(each -> each.id().equals(about.id())));
            default -> Optional.empty();
        };
    }
}
