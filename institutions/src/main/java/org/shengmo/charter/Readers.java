package org.shengmo.charter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.springframework.stereotype.Component;

/** Who may read what people reported and answered for: themselves, and whose leave reaches them. */
@Component
class Readers {

    private final Organization organization;
    private final Posts posts;
    private final Clock clock;

    Readers(Organization organization, Posts posts, Clock clock) {
        this.organization = organization;
        this.posts = posts;
        this.clock = clock;
    }

    /** A report: the post that owes it, and who may read reports of its body. */
    boolean report(Actor by, QuarterlyReport.Owed report) {
        return report.post().equals(by.post()) || reaches(by, report.body());
    }

    /**
     * A problem: the leader it was assigned to, the body it is about, who raises and chases problems, who may read the
     * body's reports; once circulated, every leader above.
     */
    boolean problem(Actor by, Problem problem) {
        if (by.may(Problems.RAISE) || by.may(Problems.CHASE) || reaches(by, problem.body())) {
            return true;
        }
        if (by.post() == null) {
            return false;
        }
        Directory directory = organization.directory();
        return problem.post().equals(by.post())
                || directory.post(by.post()).body().equals(problem.body())
                || (problem.circulatedOn().isPresent()
                        && directory.lineAbove(problem.post(), LocalDate.now(clock)).stream()
                                .anyMatch(above -> above.id().equals(by.post())));
    }

    /** A person's ledger: themselves, and who may read the reports of a body they have a post in. */
    boolean ledger(Actor by, UUID person) {
        Directory directory = organization.directory();
        return person.equals(by.person())
                || directory.tenuresOf(person, LocalDate.now(clock)).stream()
                        .anyMatch(tenure ->
                                reaches(by, directory.post(tenure.post()).body()));
    }

    /** What was put before the standing committee: who records its sessions, and who may read every report. */
    boolean session(Actor by) {
        return by.may(Reviews.RECORD) || (by.may(QuarterlyReports.READ) && by.scope() instanceof Scope.All);
    }

    private boolean reaches(Actor by, UUID body) {
        return by.may(QuarterlyReports.READ) && posts.reaches(by, body);
    }
}
