package org.shengmo.entitlement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.web.PublicResults.Row;
import org.shengmo.entitlement.web.PublicResults.Shown;

class PublicResultsTest {

    private static Entitlement.Village village(String township, String name, int stopped, int reduced) {
        return new Entitlement.Village(
                township,
                name,
                100,
                150,
                stopped + reduced,
                BigDecimal.TEN,
                stopped + reduced,
                stopped,
                reduced,
                stopped * 2,
                BigDecimal.valueOf(200L * stopped));
    }

    @Test
    void aSmallNumberIsNotShownNorWhatATotalWouldGiveAway() {
        List<Row> rows = PublicResults.of(
                        List.of(village("南镇", "一村", 2, 0), village("南镇", "二村", 9, 0), village("南镇", "三村", 30, 0)))
                .villages();
        assertThat(rows).extracting(Row::stoppedShown).containsExactly(Shown.SMALL, Shown.HIDDEN, Shown.OPEN);
        assertThat(rows).extracting(Row::stopped).containsExactly(null, null, 30);
        assertThat(rows).extracting(Row::saved).containsExactly(null, null, BigDecimal.valueOf(6000));
    }

    @Test
    void noughtAndLargeNumbersStand() {
        List<Row> rows = PublicResults.of(List.of(village("南镇", "一村", 0, 0), village("南镇", "二村", 5, 0)))
                .villages();
        assertThat(rows).extracting(Row::stopped).containsExactly(0, 5);
    }

    /** Nobody finds a hidden number by taking the shown ones from the township's. */
    @Test
    void neverIsExactlyOneNumberOfATownshipHidden() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            List<Entitlement.Village> villages = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(8); i++) {
                villages.add(village("镇", "村" + i, random.nextInt(9), random.nextInt(9)));
            }
            List<Row> rows = PublicResults.of(villages).villages();
            assertThat(rows.stream().filter(row -> row.stopped() == null).count())
                    .as("%s", villages)
                    .isNotEqualTo(1);
            assertThat(rows.stream().filter(row -> row.reduced() == null).count())
                    .as("%s", villages)
                    .isNotEqualTo(1);
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.stopped() == null || row.stopped() == 0 || row.stopped() >= PublicResults.LEAST)
                        .isTrue();
                // Persons and yuan tell households apart as well.
                assertThat(row.saved() == null).isEqualTo(row.stopped() == null || row.reduced() == null);
            });
        }
    }
}
