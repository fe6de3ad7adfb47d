package org.shengmo.assessment;

import java.time.LocalDate;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.springframework.stereotype.Component;

/** Ballot boxes close by themselves when their last day is over. */
@Component
class AssessmentRound implements DailyRound {

    private final RoundRows rows;
    private final Assessments assessments;

    AssessmentRound(RoundRows rows, Assessments assessments) {
        this.rows = rows;
        this.assessments = assessments;
    }

    @Override
    public void onDay(LocalDate day) {
        rows.overdue(day).forEach(each -> assessments.close(Actor.CALENDAR, each));
    }
}
