package org.shengmo.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.organization.Reach;

/** What the posts of the demo district may do, and how far that reaches. */
final class Roles {

    /** A seat and a vote in the standing committee. */
    private static final String SIT = "deliberation.sit";

    private Roles() {}

    /**
     * What a post may do.
     *
     * @param reach how far its permissions reach
     * @param permissions the permissions' codes
     */
    record Role(Reach reach, List<String> permissions) {

        Role(Reach reach, String... permissions) {
            this(reach, List.of(permissions));
        }
    }

    /** The role of a post by its code: the district's leaders one by one, heads and others of a body alike. */
    static Role of(String code, boolean head) {
        Role role = named(code, head);
        List<String> petitions = petitions(code, head);
        return new Role(
                petitions.contains("petition.desk") ? Reach.ALL : role.reach(),
                Stream.of(
                                role.permissions(),
                                petitions,
                                disclosure(code, head),
                                discipline(code),
                                procurement(code, head))
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    /** Who publishes and answers requests: in departments and townships, and the committee's office for the leading bodies. */
    private static List<String> disclosure(String code, boolean head) {
        if (code.equals("QW-10")) {
            return List.of("disclosure.publish", "disclosure.lead");
        }
        return !code.matches("[DT][0-9]+-.*")
                ? List.of()
                : head ? List.of("disclosure.publish", "disclosure.lead") : List.of("disclosure.publish");
    }

    /** What a post does in procurement: the three centres and the supervising authority, and whoever has something built. */
    private static List<String> procurement(String code, boolean head) {
        return switch (code) {
            case "QW-10" -> List.of("procurement.manage");
            case "D40-01", "D41-01", "D42-01" -> List.of("procurement.assign");
            case "D12-01" -> List.of("procurement.assign", "procurement.judge", "finding.state");
            case "D40-02", "D41-02", "D42-02", "D12-02" -> List.of("procurement.handle");
            default -> head && code.matches("D[0-9]+-01") ? List.of("procurement.own") : List.of();
        };
    }

    /** What a post does with petitions: the petition office, who handles them in departments and townships, who reviews. */
    private static List<String> petitions(String code, boolean head) {
        return switch (code) {
            case "D08-01", "D08-02" -> List.of("petition.desk", "petition.rectify");
            case "QZ-02", "QW-07" -> List.of("petition.review");
            case "QJ-01" -> List.of("petition.discipline.intake");
            case "QW-01" -> List.of("petition.discipline.above");
            default ->
                !code.matches("[DT][0-9]+-.*")
                        ? List.of()
                        : head ? List.of("petition.handle", "petition.read") : List.of("petition.handle");
        };
    }

    /** What a post does in discipline work; townships' discipline secretaries are called in to try cases. */
    private static List<String> discipline(String code) {
        return switch (code) {
            case "QW-01" -> List.of("discipline.above", "discipline.approve");
            case "QJ-01" -> List.of("discipline.lead", "discipline.decide");
            case "QJ-02", "QJ-06" -> List.of("discipline.handle");
            case "QJ-04" -> List.of("discipline.handle", "supervision.appoint");
            case "QJ-03" -> List.of("discipline.log.review");
            case "QJ-05" -> List.of("discipline.keep", "consequence.recover", "consequence.recovery.read");
            case "D02-01" -> List.of("discipline.carry-out");
            default -> code.matches("T\\d\\d-03") ? List.of("discipline.handle") : List.of();
        };
    }

    private static Role named(String code, boolean head) {
        return switch (code) {
            case "QW-01" ->
                new Role(
                        Reach.ALL,
                        "charter.report.read",
                        "duty.extend",
                        "duty.lay",
                        "finding.read",
                        "consequence.read",
                        "consequence.decide-light",
                        "consequence.decide",
                        "consequence.decide-grave",
                        "consequence.decide-appeal",
                        SIT);
            case "QW-02" ->
                new Role(
                        Reach.ALL,
                        "charter.report.read",
                        "mandate.decide",
                        "consequence.read",
                        "consequence.decide-grave",
                        SIT);
            case "QW-03" -> new Role(Reach.ALL, "charter.report.read", "assessment.decide", SIT);
            case "QW-05" -> new Role(Reach.ALL, "charter.report.read", "assessment.manage", SIT);
            case "QW-04", "QW-06", "QW-07", "QW-08", "QW-09", "QW-11" ->
                new Role(Reach.ALL, "charter.report.read", SIT);
            case "D18-01" ->
                new Role(
                        Reach.OWN_BODY_AND_BELOW,
                        "charter.report.read",
                        "finding.read",
                        "consequence.read",
                        "deliberation.propose",
                        "deliberation.review-legality",
                        "mandate.review");
            case "QJ-01" ->
                new Role(
                        Reach.ALL,
                        "charter.report.read",
                        "duty.withdraw",
                        "finding.state",
                        "finding.read",
                        "finding.decide",
                        "consequence.read",
                        "consequence.decide-light",
                        "consequence.decide",
                        "consequence.decide-appeal");
            case "QJ-02", "QJ-03" ->
                new Role(
                        Reach.ALL,
                        "mandate.exercise.read",
                        "charter.report.read",
                        "finding.state",
                        "finding.read",
                        "finding.decide",
                        "consequence.read",
                        "consequence.decide-light",
                        "consequence.decide");
            case "QJ-04", "QJ-05" ->
                new Role(
                        Reach.ALL,
                        "charter.report.read",
                        "charter.problem.raise",
                        "charter.problem.chase",
                        "assessment.review",
                        "supervision.manage",
                        "supervision.read",
                        "consequence.recover",
                        "consequence.recovery.read",
                        "finding.state",
                        "finding.read",
                        "consequence.read");
            case "QW-10" ->
                new Role(
                        Reach.ALL,
                        "charter.draft",
                        "charter.circulate",
                        "docket.erase",
                        "charter.enforce",
                        "charter.review.record",
                        "charter.report.read",
                        "pledge.manage",
                        SIT,
                        "deliberation.convene",
                        "deliberation.exempt",
                        "mandate.manage",
                        "duty.accept",
                        "duty.extend",
                        "duty.lay",
                        "calendar.notice",
                        "organization.manage",
                        "organization.appoint",
                        "access.account.manage");
            case "D17-01" ->
                new Role(
                        Reach.ALL,
                        "deliberation.propose",
                        "entitlement.read",
                        "entitlement.reveal",
                        "entitlement.decide",
                        "consequence.recovery.read",
                        "consequence.write-off");
            case "D21-01" ->
                new Role(
                        Reach.OWN_BODY_AND_BELOW,
                        "charter.report.read",
                        "finding.read",
                        "consequence.read",
                        "deliberation.propose",
                        "compensation.read",
                        "compensation.accept");
            case "D21-02" ->
                new Role(Reach.ALL, "measurement.run.compensation", "compensation.read", "compensation.explain");
            case "D17-02" ->
                new Role(
                        Reach.ALL,
                        "measurement.run.welfare",
                        "entitlement.read",
                        "entitlement.reveal",
                        "entitlement.tell",
                        "entitlement.hear",
                        "entitlement.trace",
                        "finding.state",
                        "consequence.recover");
            default -> ordinary(code, head);
        };
    }

    private static Role ordinary(String code, boolean head) {
        if (leads(code)) {
            return new Role(Reach.ALL, "charter.report.read", "duty.lay");
        }
        if (code.matches("T\\d\\d-02")) {
            return new Role(Reach.OWN_BODY_AND_BELOW, "entitlement.read", "entitlement.reveal", "entitlement.hear");
        }
        return head
                ? new Role(
                        Reach.OWN_BODY_AND_BELOW,
                        "charter.report.read",
                        "finding.read",
                        "consequence.read",
                        "duty.lay",
                        "deliberation.propose")
                : new Role(Reach.OWN_BODY);
    }

    private static boolean leads(String code) {
        return code.startsWith("QW-") || code.startsWith("QZ-");
    }

    /** Who installs the district: sets the structure up and opens accounts, and may do nothing else. */
    static Actor installer() {
        return new Actor(
                null,
                null,
                "",
                permissions("organization.manage", "organization.appoint", "access.account.manage"),
                new Scope.All(),
                List.of());
    }

    private static Set<Permission> permissions(String... codes) {
        return Stream.of(codes).map(Permission::of).collect(Collectors.toUnmodifiableSet());
    }
}
