package org.shengmo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How matching rows combine. */
class EngineTest {

    private static Engine.Answer decide(String policy, int daysLate) {
        String content =
                SamplePack.table("2025-01-01", 5).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"" + policy + "\"");
        DecisionTable table = TableFile.read(content, null, "rulebook", null, 1, true);
        return Engine.of(List.of(content))
                .decide(table, Map.of("daysLate", BigDecimal.valueOf(daysLate), "unit", "town"));
    }

    @Test
    void ofSeveralRowsFirstTakesTheTopmost() {
        assertThat(decide("FIRST", 7).rows()).containsExactly(1);
    }

    @Test
    void ruleOrderAndCollectGiveEveryRowWithItsOutputs() {
        for (String policy : List.of("RULE ORDER", "COLLECT")) {
            Engine.Answer answer = decide(policy, 7);
            assertThat(answer.rows()).as(policy).containsExactly(1, 2);
            assertThat(answer.outputs())
                    .as(policy)
                    .extracting(row -> row.get("measure"))
                    .containsExactly("talk", "remind");
        }
    }

    @Test
    void rowsOfAUniqueTableThatOverlapAreAMistakeOfTheTable() {
        assertThat(decide("UNIQUE", 3).rows()).containsExactly(2);
        assertThatThrownBy(() -> decide("UNIQUE", 7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void noRowIsNoAnswer() {
        assertThat(decide("FIRST", 0).outputs()).isEmpty();
        assertThat(decide("COLLECT", 0).outputs()).isEmpty();
    }

    @Test
    void aTableThatTheEngineCannotReadIsRefused() {
        String content = SamplePack.table("2025-01-01", 5).replace("&gt; 5", "&gt; (5");
        assertThatThrownBy(() -> Engine.of(List.of(content))).isInstanceOf(IllegalStateException.class);
    }
}
