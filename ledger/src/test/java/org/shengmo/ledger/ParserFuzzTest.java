package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ParserFuzzTest {

    @Test
    void everyTargetHasASeed() {
        assertThat(ParserFuzz.seeds().keySet()).isEqualTo(ParserFuzz.targets().keySet());
    }

    @Test
    void mutationsAreRefusedOrReadExactly() {
        assertThat(ParserFuzz.run(4_000, 20_261_124)).isPositive();
    }

    @Property(tries = 100)
    void anyBytesAreRefusedOrReadExactly(@ForAll byte[] input) {
        ParserFuzz.targets().forEach((name, target) -> {
            try {
                target.accept(input);
            } catch (LedgerException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }
}
