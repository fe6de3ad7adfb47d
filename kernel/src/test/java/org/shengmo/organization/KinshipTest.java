package org.shengmo.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.store.KernelTest;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class KinshipTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Kinships kinships;

    @Test
    void aKinshipIsSeenFromBothSidesInItsTimeAndStandsOnce() {
        SmallDistrict district = SmallDistrict.in(organization, posts);
        UUID governor = district.person("governor-person");
        UUID head = district.person("finance-head-person");
        Actor own = new Actor(head, null, "", Set.of(), new Scope.OwnSelf(), List.of());

        kinships.declare(own, head, governor, Relation.AFFINITY, DAY);

        assertThat(kinships.between(governor, head, DAY))
                .hasValueSatisfying(kinship -> assertThat(kinship.person()).isEqualTo(governor));
        assertThat(kinships.of(head, DAY)).extracting(Kinship::relative).containsExactly(governor);
        assertThat(kinships.between(governor, head, DAY.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> kinships.declare(own, governor, head, Relation.SPOUSE, DAY.plusDays(9)))
                .isInstanceOf(Refused.class)
                .hasMessage("organization.kinship.stands");

        kinships.end(own, governor, head, DAY.plusDays(30));
        assertThat(kinships.of(governor, DAY.plusDays(30))).isEmpty();
        assertThat(kinships.of(governor, DAY.plusDays(29))).hasSize(1);
    }

    @Test
    void nobodyDeclaresForOthersOrWithThemselves() {
        SmallDistrict district = SmallDistrict.in(organization, posts);
        UUID governor = district.person("governor-person");
        UUID head = district.person("finance-head-person");
        Actor other = new Actor(UUID.randomUUID(), null, "", Set.of(), new Scope.OwnSelf(), List.of());
        assertThatThrownBy(() -> kinships.declare(other, governor, head, Relation.SPOUSE, DAY))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> kinships.declare(other, head, head, Relation.SPOUSE, DAY))
                .isInstanceOf(Invalid.class);
        kinships.declare(SmallDistrict.SETTER, governor, head, Relation.SPOUSE, DAY);
        assertThat(kinships.all(DAY)).isNotEmpty();
    }
}
