package org.shengmo.duty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shengmo.notice.NewNotice;
import org.shengmo.wording.Text;

/** What people are told about duties. */
final class DutyNotices {

    private DutyNotices() {}

    static String href(DutyDetails duty) {
        return "/duties/" + duty.id();
    }

    static NewNotice owed(DutyDetails duty) {
        return toOwner(duty, Text.of("duty.notice.owed", duty.title(), duty.due()));
    }

    static NewNotice reminder(DutyDetails duty, LocalDate day) {
        return toOwner(duty, Text.of("duty.notice.due", duty.title(), duty.due(), (int)
                ChronoUnit.DAYS.between(day, duty.due())));
    }

    static NewNotice overdue(DutyDetails duty) {
        return toOwner(
                duty,
                Text.of(
                        "duty.notice.overdue",
                        duty.title(),
                        duty.due(),
                        duty.due().plusDays(duty.terms().graceDays())));
    }

    static NewNotice escalated(DutyDetails duty, java.util.UUID superior, String ownerPost, int daysLate) {
        return NewNotice.toPost(
                superior,
                Text.of("duty.notice.escalated", ownerPost, duty.title(), duty.due(), daysLate),
                href(duty),
                duty.subject());
    }

    static NewNotice toOwner(DutyDetails duty, Text text) {
        return NewNotice.toPost(duty.ownerPost(), text, href(duty), duty.subject());
    }
}
