package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;

/**
 * A district for the charter's pages: a committee with its secretary, a deputy in charge of education, two clerks of the
 * office who draft; an education bureau; a finance bureau that has nothing to do with any of it.
 */
class CharterGround {

    static final String PASSWORD = "wooden-ruler-keeps-straight";
    static final LocalDate TODAY = LocalDate.of(2026, 1, 6);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    static final Actor FOUNDER = new Actor(
            null,
            null,
            "",
            Set.of(
                    Permission.of("organization.manage"),
                    Permission.of("organization.appoint"),
                    Permission.of("access.account.manage")),
            new Scope.All(),
            List.of());

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    TestClock clock() {
        return new TestClock(TODAY);
    }

    @Bean
    ApplicationRunner founding(Organization organization, Accounts accounts) {
        return arguments -> found(organization, accounts);
    }

    private static void found(Organization organization, Accounts accounts) {
        Body committee =
                organization.establish(FOUNDER, new NewBody("QW", "区委", BodyKind.COMMITTEE, null, 1, LONG_AGO));
        Body education = organization.establish(
                FOUNDER, new NewBody("JYJ", "教育局", BodyKind.DEPARTMENT, committee.id(), 2, LONG_AGO));
        Body finance = organization.establish(
                FOUNDER, new NewBody("CZJ", "财政局", BodyKind.DEPARTMENT, committee.id(), 3, LONG_AGO));
        var all = new Founding(organization, accounts);
        all.post("SJ", "区委书记", committee, 1, Reach.ALL, "charter.report.read");
        all.post("FSJ", "区委副书记", committee, 2, Reach.OWN_SELF);
        all.post(
                "BGS",
                "区委办主任",
                committee,
                3,
                Reach.ALL,
                "charter.draft",
                "charter.circulate",
                "charter.enforce",
                "charter.review.record",
                "charter.problem.raise",
                "charter.problem.chase",
                "charter.report.read");
        all.post("BGY", "区委办科员", committee, 4, Reach.OWN_BODY, "charter.draft");
        all.post("JYJ-JZ", "教育局局长", education, 1, Reach.OWN_BODY_AND_BELOW, "charter.report.read");
        all.post("CZJ-JZ", "财政局局长", finance, 1, Reach.OWN_BODY_AND_BELOW, "charter.report.read");
        var portfolio = organization.createPortfolio(FOUNDER, "JY", "教育");
        organization.cover(FOUNDER, portfolio.id(), education.id(), LONG_AGO);
        organization.assignPortfolio(
                FOUNDER, organization.postByCode("FSJ").orElseThrow().id(), portfolio.id(), LONG_AGO);
    }

    private record Founding(Organization organization, Accounts accounts) {

        void post(String code, String name, Body body, int rank, Reach reach, String... permissions) {
            Post post = organization.createPost(
                    FOUNDER, NewPost.of(code, name, body.id(), rank == 1, rank, reach, permissions));
            UUID person = organization
                    .register(FOUNDER, new NewPerson("P-" + code, name + "甲"))
                    .id();
            organization.appoint(FOUNDER, person, post.id(), LONG_AGO);
            accounts.createForDemonstration(FOUNDER, Map.of(person, code.toLowerCase(java.util.Locale.ROOT)), PASSWORD);
        }
    }
}
