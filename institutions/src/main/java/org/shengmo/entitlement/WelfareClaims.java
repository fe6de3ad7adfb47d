package org.shengmo.entitlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.finding.Finding;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What follows for those who were paid wrongly and those who approved it. */
@Component
class WelfareClaims {

    private final HouseholdRows rows;
    private final WelfareReach reach;
    private final WelfareRules rules;
    private final Rulebook rulebook;
    private final Findings findings;
    private final Recoveries recoveries;
    private final Organization organization;
    private final Measurements measurements;
    private final Words words;

    WelfareClaims(
            HouseholdRows rows,
            WelfareReach reach,
            WelfareRules rules,
            Rulebook rulebook,
            Findings findings,
            Recoveries recoveries,
            Organization organization,
            Measurements measurements,
            Words words) {
        this.rows = rows;
        this.reach = reach;
        this.rules = rules;
        this.rulebook = rulebook;
        this.findings = findings;
        this.recoveries = recoveries;
        this.organization = organization;
        this.measurements = measurements;
        this.words = words;
    }

    List<UUID> recover(Actor by, List<Entitlement.Overpaid> claims) {
        Map<UUID, Household> households =
                reach
                        .reached(
                                by,
                                Entitlement.READ,
                                claims.stream()
                                        .map(Entitlement.Overpaid::household)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Household::id, each -> each));
        List<Recoveries.NewRecovery> recovered = new ArrayList<>();
        for (Entitlement.Overpaid claim : claims) {
            Household household = households.get(claim.household());
            if (!(household instanceof Household.Decided)) {
                throw WelfareRules.refusal("entitlement.refused.undecided", household, rules.cite("7"));
            }
            Subject subject = household.details().asSubject();
            recovered.add(new Recoveries.NewRecovery(
                    Entitlement.OVERPAID,
                    subject,
                    words.say(
                            java.util.Locale.SIMPLIFIED_CHINESE,
                            "entitlement.debtor",
                            household.details().township(),
                            String.valueOf(household.details().number())),
                    claim.amount(),
                    claim.ground(),
                    rules.cite("7"),
                    subject,
                    organization.post(claim.collector()).body(),
                    claim.collector(),
                    claim.plan()));
        }
        return recoveries.claimAll(by, recovered);
    }

    List<Entitlement.Approver> approvers(UUID run) {
        List<Finding> stated = findings.restingOn(new Subject("measurement.run", run));
        return rows.approvers(run).stream()
                .map(each -> new Entitlement.Approver(
                        each.approver(), each.households(), each.undeclared(), against(each.approver(), stated)))
                .toList();
    }

    private static Optional<UUID> against(UUID approver, List<Finding> stated) {
        return stated.stream()
                .filter(each -> each.details().subject().equals(Subject.person(approver)))
                .map(Finding::id)
                .findFirst();
    }

    UUID trace(Actor by, UUID run, UUID approver) {
        by.require(Entitlement.TRACE);
        List<Household> undeclared = rows.households("h.run = ? AND h.approver = ? AND h.undeclared", run, approver);
        if (undeclared.isEmpty()) {
            throw Refusal.of("entitlement.refused.no-approval")
                    .under(List.of(rules.cite("9")))
                    .refused();
        }
        Ruling rule = rulebook.decide(
                Entitlement.APPROVAL_TABLE, rules.today(), Map.of("undeclared", BigDecimal.valueOf(undeclared.size())));
        Run measured = measurements.run(run).orElseThrow();
        return findings.state(
                by,
                new NewFinding(
                        Kind.of("entitlement.approval"),
                        Subject.person(approver),
                        null,
                        words.say(
                                java.util.Locale.SIMPLIFIED_CHINESE,
                                "entitlement.finding.approval",
                                undeclared.size(),
                                measured.title()),
                        Map.of(
                                "households", undeclared.size(),
                                "numbers", WelfareReach.numbers(undeclared),
                                "gravity", rule.text("gravity"),
                                "measured_on", measured.measuredOn()),
                        List.of(),
                        List.of(),
                        rule.citations().getFirst(),
                        new Subject("measurement.run", run),
                        "welfare-relative"));
    }
}
