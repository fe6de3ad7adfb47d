package org.shengmo.assessment;

import java.util.ArrayList;
import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Papers to fill in, vetoes to reply to, minutes to confirm. */
@Component
class AssessmentWaiting implements Waiting {

    private final Assessments assessments;
    private final Interviews interviews;

    AssessmentWaiting(Assessments assessments, Interviews interviews) {
        this.assessments = assessments;
        this.interviews = interviews;
    }

    @Override
    public List<Item> of(Actor actor) {
        List<Item> items = new ArrayList<>();
        if (actor.person() == null) {
            return items;
        }
        assessments.ticketsOf(actor.person()).stream()
                .filter(each -> !each.issued())
                .forEach(each -> items.add(new Item(
                        Text.of("assessment.waiting.paper"),
                        each.round().details().title(),
                        "/assessments/papers/" + each.electorate().id(),
                        each.round().details().closes())));
        assessments
                .awaitingReplyOf(actor)
                .forEach(each -> items.add(new Item(
                        Text.of("assessment.waiting.veto"),
                        each.details().account(),
                        "/assessments/vetoes/" + each.id(),
                        each.details().replyUntil())));
        interviews.of(actor).stream()
                .filter(each -> each.held() != null
                        && each.confirmed() == null
                        && each.person().equals(actor.person()))
                .forEach(each -> items.add(new Item(
                        Text.of("assessment.waiting.confirm"), each.topic(), "/interviews/" + each.id(), null)));
        return items;
    }
}
