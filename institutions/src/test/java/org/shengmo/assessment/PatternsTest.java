package org.shengmo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands out is told, and nothing of what does not. */
class PatternsTest {

    private static final int SUBJECTS = 10;

    private final List<Patterns.Ballot> ballots = new ArrayList<>();
    private final Electorate electorate = new Electorate(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "peers",
            "dept",
            java.util.stream.Stream.generate(UUID::randomUUID).limit(SUBJECTS).toList(),
            List.of("work"),
            new BlindSigning.PublicKey(BigInteger.TEN, BigInteger.TWO),
            40,
            40,
            40);

    private List<Assessments.Pattern> found() {
        return Patterns.of(electorate, Schemes.units(3).levels(), ballots);
    }

    private void add(List<Integer> choices) {
        ballots.add(new Patterns.Ballot("%064d".formatted(ballots.size()), choices, false));
    }

    private void ordinary(int count) {
        for (int i = 0; i < count; i++) {
            List<Integer> choices = new ArrayList<>();
            for (int subject = 0; subject < SUBJECTS; subject++) {
                choices.add((i * 7 + subject * 3) % 5 == 0 ? 0 : 1);
            }
            add(choices);
        }
    }

    @Test
    void ordinaryPapersAreLeftAlone() {
        ordinary(30);
        assertThat(found()).isEmpty();
    }

    @Test
    void papersAlikeAndFarFromTheOthersAreOnePattern() {
        ordinary(30);
        List<Integer> agreed = List.of(3, 0, 3, 3, 0, 3, 2, 3, 3, 3);
        for (int i = 0; i < 4; i++) {
            add(agreed);
        }
        assertThat(found()).anySatisfy(each -> {
            assertThat(each.kind()).isEqualTo("identical");
            assertThat(each.ballots()).hasSize(4);
        });
    }

    @Test
    void praisingOneAndCondemningAllOthersIsTold() {
        ordinary(30);
        List<Integer> bullet = new ArrayList<>(Collections.nCopies(SUBJECTS, 3));
        bullet.set(4, 0);
        add(bullet);
        assertThat(found()).extracting(Assessments.Pattern::kind).contains("bullet", "outlier");
    }

    @Test
    void aFewPapersShowNothing() {
        add(Collections.nCopies(SUBJECTS, 3));
        assertThat(found()).isEmpty();
    }
}
