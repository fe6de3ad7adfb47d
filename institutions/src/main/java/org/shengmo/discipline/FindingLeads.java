package org.shengmo.discipline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.finding.FindingDetails;
import org.shengmo.finding.FindingUpheld;
import org.shengmo.organization.Organization;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A grave finding that was upheld becomes a lead, whichever room stated it: audits, decisions, purchases and supervision
 * meet discipline here, and know nothing of it.
 */
@Component
class FindingLeads {

    private final PostgresDisciplineLeads leads;
    private final Organization organization;
    private final Clock clock;

    FindingLeads(PostgresDisciplineLeads leads, Organization organization, Clock clock) {
        this.leads = leads;
        this.organization = organization;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void upheld(FindingUpheld event) {
        FindingDetails finding = event.finding().details();
        if (!"grave".equals(finding.facts().get("gravity"))) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<UUID> people = switch (finding.subject().type()) {
            case "person" -> List.of(finding.subject().id());
            case "post" ->
                organization.holderOf(finding.post(), finding.stated()).stream()
                        .map(org.shengmo.organization.Tenure::person)
                        .toList();
            default -> List.of();
        };
        leads.follow(new NewLead(
                origin(finding),
                today,
                finding.title(),
                organization.directory().nameOn(finding.subject().id(), today),
                people,
                people.isEmpty() ? List.of(finding.body()) : List.of(),
                new Subject("finding", finding.id()),
                "",
                ""));
    }

    private static Origin origin(FindingDetails finding) {
        String kind = finding.kind().code();
        if (finding.check().isPresent() || kind.matches("(entitlement|compensation|measurement)\\..*")) {
            return Origin.AUDIT;
        }
        return kind.matches("(deliberation|procurement|mandate)\\..*") ? Origin.DECISION : Origin.SUPERVISION;
    }
}
