package org.shengmo.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;

/** Whatever people do, and in whatever order, a meeting keeps its rules: what breaks one is refused and changes nothing. */
class SittingProperties {

    private static final UUID MATTER = UUID.randomUUID();
    private static final Instant NOW = Instant.EPOCH;

    /** What somebody tries. */
    enum Move {
        ARRIVE,
        LEAVE,
        OPEN,
        CALL,
        RECUSE,
        PASS,
        AGREE,
        DISAGREE,
        DEFER,
        DISAGREE_SILENTLY,
        DECIDE,
        CLOSE
    }

    record Attempt(Move move, int member) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Move> moves = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(Move.ARRIVE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Move.LEAVE, Move.RECUSE, Move.PASS, Move.CLOSE)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(Move.OPEN, Move.CALL)),
                net.jqwik.api.Tuple.of(
                        9, Arbitraries.of(Move.AGREE, Move.AGREE, Move.DISAGREE, Move.DEFER, Move.DISAGREE_SILENTLY)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Move.DECIDE)));
        return Combinators.combine(moves, Arbitraries.integers().between(0, 6))
                .as(Attempt::new)
                .list()
                .ofMaxSize(120);
    }

    private static Sitting convened(int size, Quorum quorum) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(new Member(UUID.randomUUID(), UUID.randomUUID(), "成员" + i, i + 1, i == 0));
        }
        return Sitting.convened(members, List.of(AgendaItem.waiting(MATTER, 1, "事项", quorum)));
    }

    private static Sitting tried(Sitting sitting, Attempt attempt) {
        UUID post = sitting.members()
                .get(attempt.member() % sitting.members().size())
                .post();
        try {
            return switch (attempt.move()) {
                case ARRIVE -> sitting.arrive(post);
                case LEAVE -> sitting.leave(post);
                case OPEN -> sitting.open();
                case CALL -> sitting.call(MATTER);
                case RECUSE -> sitting.recuse(MATTER, post, "亲属");
                case PASS -> sitting.pass(MATTER, post);
                case AGREE -> sitting.stand(MATTER, post, Stance.AGREE, "同意", NOW);
                case DISAGREE -> sitting.stand(MATTER, post, Stance.DISAGREE, "不同意，理由如下", NOW);
                case DEFER -> sitting.stand(MATTER, post, Stance.DEFER, "缓议", NOW);
                case DISAGREE_SILENTLY -> sitting.stand(MATTER, post, Stance.DISAGREE, "", NOW);
                case DECIDE -> sitting.decide(MATTER);
                case CLOSE -> sitting.close();
            };
        } catch (Refused | Invalid refused) {
            return sitting;
        }
    }

    @Property(tries = 2000)
    void thePrincipalSpeaksLastAndNobodyTwice(
            @ForAll @IntRange(min = 3, max = 7) int size, @ForAll("attempts") List<Attempt> attempts) {
        Sitting sitting = convened(size, new Quorum(1, 2));
        UUID principal = sitting.members().getFirst().post();
        for (Attempt attempt : attempts) {
            Sitting before = sitting;
            sitting = tried(sitting, attempt);
            AgendaItem item = sitting.item(MATTER);
            List<Stand> stands = item.stands();
            assertThat(stands).extracting(Stand::post).doesNotHaveDuplicates();
            for (int i = 0; i < stands.size(); i++) {
                assertThat(stands.get(i).place()).isEqualTo(i + 1);
                if (stands.get(i).post().equals(principal)) {
                    assertThat(i).as("the principal is last").isEqualTo(stands.size() - 1);
                }
            }
            assertThat(stands).noneMatch(stand -> item.recused().containsKey(stand.post()));
            if (stands.size() > before.item(MATTER).stands().size()) {
                assertThat(before.turns(before.item(MATTER)).getFirst().post())
                        .isEqualTo(stands.getLast().post());
                assertThat(before.present()).contains(stands.getLast().post());
            }
            if (before.item(MATTER).progress() == AgendaItem.Progress.CLOSED) {
                assertThat(item).isEqualTo(before.item(MATTER));
            }
        }
    }

    @Property(tries = 2000)
    void nothingIsDecidedWithoutQuorumOrBeforeEveryoneInTheRoomHasSpoken(
            @ForAll @IntRange(min = 3, max = 7) int size, @ForAll("attempts") List<Attempt> attempts) {
        Quorum quorum = new Quorum(2, 3);
        Sitting sitting = convened(size, quorum);
        for (Attempt attempt : attempts) {
            Sitting before = sitting;
            sitting = tried(sitting, attempt);
            AgendaItem item = sitting.item(MATTER);
            boolean decidedNow = item.progress() == AgendaItem.Progress.CLOSED
                    && before.item(MATTER).progress() != AgendaItem.Progress.CLOSED;
            if (decidedNow) {
                assertThat(quorum.reachedBy(before.voters(item).size(), size)).isTrue();
                assertThat(before.turns(before.item(MATTER))).isEmpty();
                assertThat(item.outcome() == Outcome.ADOPTED).isEqualTo(item.count(Stance.AGREE) > size / 2.0);
            }
        }
    }

    @Property(tries = 1000)
    void whoPresidesGivesReasonsAgainstTheMajority(@ForAll("attempts") List<Attempt> attempts) {
        Sitting sitting = convened(5, new Quorum(1, 2));
        for (Attempt attempt : attempts) {
            Sitting before = sitting;
            sitting = tried(sitting, attempt);
            List<Stand> stands = sitting.item(MATTER).stands();
            if (stands.size() > before.item(MATTER).stands().size()
                    && stands.getLast().last()) {
                before.majorityOf(before.item(MATTER))
                        .filter(majority -> majority != stands.getLast().stance())
                        .ifPresent(
                                majority -> assertThat(stands.getLast().words()).isNotBlank());
            }
        }
    }
}
