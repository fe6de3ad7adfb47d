package org.shengmo.duty.web;

import java.time.LocalDate;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyDetails;
import org.shengmo.duty.OpenDuty;
import org.shengmo.duty.Standing;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;

/**
 * A duty as pages show it.
 *
 * @param workingDays working days left until it is due; negative when late
 */
public record DutyView(Duty duty, Standing standing, String owner, String holder, String creditor, int workingDays) {

    static DutyView of(Duty duty, Directory directory, LocalDate today, int workingDays) {
        DutyDetails details = duty.details();
        return new DutyView(
                duty,
                duty.standing(today),
                directory.post(details.ownerPost()).name(),
                details.holder() == null
                        ? ""
                        : directory.person(details.holder()).name(),
                directory.body(details.creditorBody()).name(),
                workingDays);
    }

    /** What it is. */
    public DutyDetails details() {
        return duty.details();
    }

    /** Whether it is still owed. */
    public boolean open() {
        return duty instanceof OpenDuty;
    }

    /** Its page. */
    public String href() {
        return "/duties/" + duty.id();
    }

    /** Where it stands, in words, shape and colour. */
    public Status status() {
        String key = "duty.standing." + standing.name().toLowerCase(java.util.Locale.ROOT);
        return switch (standing) {
            case LATE, MET_LATE -> Status.late(key);
            case DUE_SOON -> Status.due(key);
            case IN_TIME, MET -> Status.done(key);
            case WITHDRAWN -> Status.plain(key);
        };
    }
}
