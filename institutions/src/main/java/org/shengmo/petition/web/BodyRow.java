package org.shengmo.petition.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.petition.Petitions;

/**
 * A body's petitions as anyone sees them.
 *
 * @param days days left to the earliest date owed, negative when it has passed; 0 where nothing is owed
 */
public record BodyRow(UUID body, String name, Petitions.Figures figures, long days) {

    static BodyRow of(Petitions.Figures figures, Directory directory, LocalDate today) {
        return new BodyRow(
                figures.body(),
                directory.body(figures.body()).name(),
                figures,
                figures.oldestDue() == null ? 0 : ChronoUnit.DAYS.between(today, figures.oldestDue()));
    }
}
