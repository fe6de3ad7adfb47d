package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * The quarterly reports of each leading body and each member. They are owed by themselves while a list is in force: for the
 * current quarter when it comes into force, for each later one on the quarter's first day.
 */
public interface QuarterlyReports {

    /** Leave to read the reports of others, within the post's scope. */
    Permission READ = Permission.of("charter.report.read");

    /**
     * Files a report and meets its duty. Entry {@code charter.report.filed}.
     *
     * @throws org.shengmo.wording.Invalid when what was done is not said
     * @throws org.shengmo.wording.Refused for anyone who is not in the owing post today, before it opens, after its year
     *     closed, and a second time
     */
    QuarterlyReport.Filed file(Actor by, UUID report, QuarterlyReport.Content content);

    /** Whether somebody may read a report: the post that owes it, and who may read the reports of its body. */
    boolean mayRead(Actor by, QuarterlyReport report);

    /** The report of an identifier. */
    Optional<QuarterlyReport> byId(UUID id);

    /** The years that reports are owed for, latest first. */
    List<Integer> years();

    /** The reports of a year, by quarter, body and post. */
    List<QuarterlyReport> of(int year);

    /** The reports not filed yet that are due between two days, both included, soonest first. */
    List<QuarterlyReport.Owed> owedBetween(LocalDate first, LocalDate last);

    /** The reports that a post owes or filed, latest first. */
    List<QuarterlyReport> ofPost(UUID post);
}
