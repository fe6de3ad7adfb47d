package org.shengmo.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Posts;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.Relation;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.store.KernelTest;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class SeparationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Kinships kinships;

    @Autowired
    Separation separation;

    private SmallDistrict district;

    @BeforeEach
    void aDistrict() {
        district = SmallDistrict.in(organization, posts);
    }

    /** The portfolios' codes are the table's, so they are set up once for all tests. */
    private Portfolio finance() {
        return organization
                .portfolioByCode("finance")
                .orElseGet(() -> organization.createPortfolio(SmallDistrict.SETTER, "finance", "财务"));
    }

    private void refused(String post, Portfolio portfolio, String key, String document) {
        assertThatThrownBy(() ->
                        organization.assignPortfolio(SmallDistrict.SETTER, district.post(post), portfolio.id(), DAY))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage(key);
                    assertThat(refused.refusal().citations())
                            .extracting(Citation::document)
                            .contains(document);
                });
    }

    @Test
    void thePrincipalIsInChargeOfNoneOfFiveAndTheDisciplineSecretaryOfNothing() {
        Portfolio other = organization.createPortfolio(SmallDistrict.SETTER, "culture-" + UUID.randomUUID(), "文化");
        refused("governor", finance(), "separation.refused.principal", "district-portfolio-measures");
        refused("secretary", finance(), "separation.refused.principal", "district-portfolio-measures");
        refused("discipline-secretary", other, "separation.refused.discipline", "district-portfolio-measures");
        organization.assignPortfolio(SmallDistrict.SETTER, district.post("governor"), other.id(), DAY);
    }

    @Test
    void whatNobodyIsInChargeOfIsABreachUntilADeputyIs() {
        Portfolio finance = finance();
        assertThat(separation.breaches(DAY))
                .anySatisfy(breach -> assertThat(breach.why().reason().key()).isEqualTo("separation.vacant"));
        var holding =
                organization.assignPortfolio(SmallDistrict.SETTER, district.post("deputy-governor"), finance.id(), DAY);
        assertThat(separation.breaches(DAY)).noneMatch(breach -> finance.id().equals(breach.portfolio()));
        organization.endPortfolio(SmallDistrict.SETTER, holding.id(), DAY.plusDays(1));
    }

    @Test
    void relativesDoNotStandInOneLineWhetherTheyComeByAPortfolioOrByAPost() {
        UUID deputy = district.person("deputy-governor-person");
        UUID head = district.person("finance-head-person");
        Portfolio roads = organization.createPortfolio(SmallDistrict.SETTER, "roads-" + UUID.randomUUID(), "交通");
        organization.cover(SmallDistrict.SETTER, roads.id(), district.body("township"), DAY);
        UUID townshipHead = district.person("township-head-person");
        kinships.declare(SmallDistrict.SETTER, deputy, townshipHead, Relation.COLLATERAL, DAY);
        refused("deputy-governor", roads, "separation.refused.relative", "civil-servants-law");

        assertThat(separation.breaches(DAY))
                .noneMatch(breach -> district.post("deputy-governor").equals(breach.post()));
        kinships.declare(SmallDistrict.SETTER, deputy, head, Relation.SPOUSE, DAY);
        assertThat(separation.breaches(DAY))
                .as("the finance bureau's head answers to the deputy governor")
                .anySatisfy(breach -> {
                    assertThat(breach.post()).isEqualTo(district.post("deputy-governor"));
                    assertThat(breach.why().reason().key()).isIn("separation.line", "separation.refused.relative");
                });
    }

    @Test
    void aBodyIsNotPutUnderAPortfolioWhereARelativeOfWhoIsInChargeHoldsAPost() {
        Portfolio parks = organization.createPortfolio(SmallDistrict.SETTER, "parks-" + UUID.randomUUID(), "园林");
        organization.assignPortfolio(SmallDistrict.SETTER, district.post("deputy-governor"), parks.id(), DAY);
        kinships.declare(
                SmallDistrict.SETTER,
                district.person("deputy-governor-person"),
                district.person("township-head-person"),
                Relation.LINEAL,
                DAY);
        assertThatThrownBy(() -> organization.cover(SmallDistrict.SETTER, parks.id(), district.body("township"), DAY))
                .isInstanceOf(Refused.class)
                .hasMessage("separation.refused.relative");
    }
}
