package org.shengmo.procurement;

import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Lets only the assigned person act for a centre, judged anew at each act, and remembers that they had a hand in it. */
@Component
class Handling {

    private final ProjectRows rows;
    private final ProcurementRules rules;
    private final Independence independence;
    private final Organization organization;

    Handling(ProjectRows rows, ProcurementRules rules, Independence independence, Organization organization) {
        this.rows = rows;
        this.rules = rules;
        this.independence = independence;
        this.organization = organization;
    }

    /** @throws org.shengmo.wording.Refused for anyone else, and where a tie has come about since the assignment */
    void require(Actor by, Project project, Centre centre) {
        by.require(Procurement.HANDLE);
        Project.Assignment assignment = project.details().assignments().get(centre);
        if (assignment == null
                || !assignment.person().equals(by.person())
                || !assignment.post().equals(by.post())) {
            tie(by, project, centre);
            throw rules.refused(
                    "procurement.refused.not-assigned", "2", project.details().title());
        }
        tie(by, project, centre);
        rows.handled(project.id(), centre, by.person());
    }

    private void tie(Actor by, Project project, Centre centre) {
        if (by.person() == null || by.post() == null) {
            return;
        }
        UUID body = organization.post(by.post()).body();
        independence
                .judge(centre, by.person(), body, rows.hands(project.id()), rules.today())
                .map(Refusal::refused)
                .ifPresent(refused -> {
                    throw refused;
                });
    }
}
