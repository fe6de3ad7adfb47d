package org.shengmo.portal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Consequences;
import org.shengmo.demo.EveryPermission;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.rulebook.Rulebook;
import org.springframework.beans.factory.BeanFactory;

/** A small district in which the chain was walked once: a duty is owed, a finding waits, one is upheld and its measure proposed. */
final class WalkedDistrict {

    static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

    private final Organization organization;
    private final Posts posts;
    private final Duties duties;
    private final Findings findings;
    private final Consequences consequences;
    private final Rulebook rulebook;
    private final SmallDistrict district;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** A finding that waits for the finance bureau's head to reply. */
    final UUID finding;

    /** The consequence that was proposed. */
    final UUID consequence;

    /** A duty of the finance bureau's head. */
    final UUID duty;

    WalkedDistrict(BeanFactory program) {
        organization = program.getBean(Organization.class);
        posts = program.getBean(Posts.class);
        duties = program.getBean(Duties.class);
        findings = program.getBean(Findings.class);
        consequences = program.getBean(Consequences.class);
        rulebook = program.getBean(Rulebook.class);
        district = SmallDistrict.in(organization, posts);
        clerk();
        accounts(program.getBean(Accounts.class));
        duty = owe();
        finding = stated("公布节点完成情况逾期");
        UUID settled = stated("季度报告逾期未报");
        findings.reply(district.actor("finance-head", TODAY), settled, "经办人员调离，交接时漏列，责任在我。", List.of());
        findings.uphold(district.actor("discipline-secretary", TODAY), settled, "逾期事实清楚，申辩理由不足以免除责任。");
        consequence = consequences.following(settled).getFirst().id();
    }

    private void clerk() {
        var post = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(
                        run + "-clerk",
                        "区委办公室主任",
                        district.body("committee"),
                        false,
                        9,
                        Reach.ALL,
                        EveryPermission.codes()));
        var person = organization.register(SmallDistrict.SETTER, new NewPerson(run + "-clerk", "周正"));
        organization.appoint(SmallDistrict.SETTER, person.id(), post.id(), SmallDistrict.FIRST_DAY);
    }

    private void accounts(Accounts accounts) {
        Map<UUID, String> logins = new HashMap<>();
        for (String post : List.of("finance-head", "discipline-secretary")) {
            logins.put(district.person(post + "-person"), login(post));
        }
        logins.put(organization.personByCode(run + "-clerk").orElseThrow().id(), login("clerk"));
        accounts.createForDemonstration(
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of()),
                logins,
                PASSWORD);
    }

    /** The login of {@code finance-head}, {@code discipline-secretary} or {@code clerk}, who may do everything. */
    String login(String post) {
        return run + post;
    }

    /** The finance bureau's head. */
    UUID head() {
        return district.person("finance-head-person");
    }

    private UUID owe() {
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                        Kind.of("pledge.milestone"),
                        "公布节点完成情况",
                        district.post("finance-head"),
                        district.body("government"),
                        rulebook.cite("livelihood-measures", "5", TODAY),
                        new Subject("pledge", UUID.randomUUID()),
                        TODAY,
                        TODAY.plusDays(12),
                        new DutyTerms(List.of(7, 1), List.of(1, 5), 10, Kind.of("duty.missed"), "pledge-terms")));
    }

    private UUID stated(String title) {
        return findings.state(
                district.actor("inspector", TODAY),
                new NewFinding(
                        Kind.of("duty.missed"),
                        Subject.person(head()),
                        null,
                        title,
                        Map.of("days", 12),
                        List.of(),
                        List.of(),
                        rulebook.cite("livelihood-measures", "5", TODAY),
                        null,
                        null));
    }
}
