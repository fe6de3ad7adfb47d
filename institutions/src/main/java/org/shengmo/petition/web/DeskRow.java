package org.shengmo.petition.web;

import java.time.LocalDate;
import org.shengmo.organization.Directory;
import org.shengmo.petition.Petition;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/** A petition as a line of the workbench. */
public record DeskRow(Petition petition, String body, String area, Status status) {

    private static final int SOON = 7;

    static DeskRow of(Petition petition, Directory directory, LocalDate today) {
        return new DeskRow(
                petition,
                Places.name(directory, petition.details().body()),
                Places.name(directory, petition.details().area()),
                status(petition, today));
    }

    /** Where it stands, as pressing as its date makes it. */
    static Status status(Petition petition, LocalDate today) {
        LocalDate due = petition.details().due();
        if (petition instanceof Petition.Closed closed) {
            String key = "petition.closing." + closed.closing();
            return closed.closing() == Petition.Closing.SOLVED ? Status.done(key) : Status.plain(key);
        }
        String key = "petition.state." + petition.state();
        if (petition.late(today)) {
            return Status.late("petition.late", Text.of(key));
        }
        return petition.open() && due != null && !today.isBefore(due.minusDays(SOON))
                ? Status.due(key)
                : Status.plain(key);
    }
}
