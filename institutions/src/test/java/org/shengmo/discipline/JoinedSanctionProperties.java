package org.shengmo.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Several breaches decided on together (政务处分法 art. 15). */
class JoinedSanctionProperties {

    private static final Map<AdministrativeSanction, Integer> MONTHS = Map.of(
            AdministrativeSanction.WARNING, 6,
            AdministrativeSanction.DEMERIT, 12,
            AdministrativeSanction.MAJOR_DEMERIT, 18,
            AdministrativeSanction.DEMOTION, 24,
            AdministrativeSanction.REMOVAL, 24);

    private static Optional<JoinedSanction> join(List<AdministrativeSanction> each) {
        return JoinedSanction.of(each, MONTHS::get);
    }

    @Property
    void theGravestAloneIsCarriedOut(@ForAll @NotEmpty @Size(max = 8) List<AdministrativeSanction> each) {
        assertThat(join(each))
                .hasValueSatisfying(joined -> assertThat(each)
                        .contains(joined.sanction())
                        .allMatch(one -> one.compareTo(joined.sanction()) <= 0));
    }

    @Property
    void equalOnesLastFromOneToTheirSumAndNeverAbove48(
            @ForAll @NotEmpty @Size(max = 12) List<AdministrativeSanction> each) {
        JoinedSanction joined = join(each).orElseThrow();
        if (joined.sanction() == AdministrativeSanction.DISMISSAL) {
            assertThat(joined.longest()).isZero();
            return;
        }
        int one = MONTHS.get(joined.sanction());
        long equal = each.stream().filter(joined.sanction()::equals).count();
        assertThat(joined.shortest()).isEqualTo(one);
        assertThat((long) joined.longest()).isEqualTo(Math.min(48, one * equal));
        assertThat(joined.allows(joined.shortest())).isTrue();
        assertThat(joined.allows(joined.longest())).isTrue();
        assertThat(joined.allows(joined.shortest() - 1)).isFalse();
        assertThat(joined.allows(joined.longest() + 1)).isFalse();
    }

    @Property
    void theirOrderSaysNothing(@ForAll @NotEmpty @Size(max = 8) List<AdministrativeSanction> each, @ForAll long seed) {
        List<AdministrativeSanction> turned = new ArrayList<>(each);
        Collections.shuffle(turned, new Random(seed));
        assertThat(join(turned)).isEqualTo(join(each));
    }

    @Property
    void oneMoreBreachNeverMakesItLighter(
            @ForAll @NotEmpty @Size(max = 8) List<AdministrativeSanction> each, @ForAll AdministrativeSanction more) {
        List<AdministrativeSanction> all = new ArrayList<>(each);
        all.add(more);
        JoinedSanction before = join(each).orElseThrow();
        JoinedSanction after = join(all).orElseThrow();
        assertThat(after.sanction()).isGreaterThanOrEqualTo(before.sanction());
        if (after.sanction() == before.sanction()) {
            assertThat(after.longest()).isGreaterThanOrEqualTo(before.longest());
        }
    }
}
