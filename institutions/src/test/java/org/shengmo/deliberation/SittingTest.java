package org.shengmo.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;

class SittingTest {

    private static final UUID MATTER = UUID.randomUUID();
    private static final UUID NEXT = UUID.randomUUID();

    private final List<Member> members = new ArrayList<>();
    private Sitting sitting;

    SittingTest() {
        for (int i = 0; i < 5; i++) {
            members.add(new Member(UUID.randomUUID(), UUID.randomUUID(), "成员" + (i + 1), i + 1, i == 0));
        }
        sitting = Sitting.convened(
                members,
                List.of(
                        AgendaItem.waiting(MATTER, 1, "购置设备", new Quorum(1, 2)),
                        AgendaItem.waiting(NEXT, 2, "人事任免", new Quorum(2, 3))));
    }

    private UUID post(int rank) {
        return members.get(rank - 1).post();
    }

    private void present(int... ranks) {
        for (int rank : ranks) {
            sitting = sitting.arrive(post(rank));
        }
    }

    private void stand(int rank, Stance stance, String words) {
        sitting = sitting.stand(MATTER, post(rank), stance, words, Instant.EPOCH);
    }

    private void refused(Runnable move, String key) {
        assertThatThrownBy(move::run).isInstanceOf(Refused.class).hasMessage(key);
    }

    @Test
    void membersSpeakFromTheLowestRankAndThePrincipalIsLockedUntilAllHave() {
        present(1, 2, 3, 4, 5);
        sitting = sitting.open().call(MATTER);
        refused(() -> stand(1, Stance.AGREE, "我先说"), "deliberation.turn.last-word");
        refused(() -> stand(3, Stance.AGREE, ""), "deliberation.turn.other");
        stand(5, Stance.AGREE, "");
        sitting = sitting.pass(MATTER, post(4));
        stand(3, Stance.DISAGREE, "价格偏高");
        stand(2, Stance.AGREE, "");
        refused(() -> stand(1, Stance.AGREE, ""), "deliberation.turn.last-word");
        stand(4, Stance.AGREE, "");
        refused(() -> stand(4, Stance.DISAGREE, "改主意"), "deliberation.stand.twice");
        refused(() -> sitting.decide(MATTER), "deliberation.item.unheard");
        stand(1, Stance.AGREE, "");
        sitting = sitting.decide(MATTER);
        assertThat(sitting.item(MATTER).outcome()).isEqualTo(Outcome.ADOPTED);
        refused(() -> sitting.stand(MATTER, post(2), Stance.AGREE, "", Instant.EPOCH), "deliberation.item.closed");
    }

    @Test
    void thePrincipalGivesReasonsAgainstTheMajority() {
        present(1, 2, 3, 4, 5);
        sitting = sitting.open().call(MATTER);
        stand(5, Stance.AGREE, "");
        stand(4, Stance.AGREE, "");
        stand(3, Stance.AGREE, "");
        stand(2, Stance.DEFER, "再论证");
        assertThatThrownBy(() -> stand(1, Stance.DISAGREE, " ")).isInstanceOf(Invalid.class);
        stand(1, Stance.DISAGREE, "资金来源没有落实");
        sitting = sitting.decide(MATTER);
        assertThat(sitting.item(MATTER).outcome()).isEqualTo(Outcome.ADOPTED);
    }

    @Test
    void theWholeMembershipCountsNotWhoIsInTheRoom() {
        present(1, 2, 3);
        sitting = sitting.open().call(MATTER);
        stand(3, Stance.AGREE, "");
        stand(2, Stance.AGREE, "");
        stand(1, Stance.DISAGREE, "缺席者多");
        sitting = sitting.decide(MATTER);
        assertThat(sitting.item(MATTER).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void withoutThePrincipalTheNextInRankPresidesAndALatePrincipalIsStillLast() {
        present(2, 3, 4);
        sitting = sitting.open().call(MATTER);
        stand(4, Stance.AGREE, "");
        refused(() -> stand(2, Stance.AGREE, ""), "deliberation.turn.last-word");
        stand(3, Stance.AGREE, "");
        stand(2, Stance.AGREE, "");
        present(5);
        refused(() -> stand(5, Stance.AGREE, ""), "deliberation.stand.after-last-word");
        present(1);
        refused(() -> sitting.decide(MATTER), "deliberation.item.unheard");
        stand(1, Stance.AGREE, "");
        assertThat(sitting.item(MATTER).stands().getLast().post()).isEqualTo(post(1));
    }

    @Test
    void whoIsRecusedHasNoStandAndTheQuorumIsCountedWithoutThem() {
        present(1, 2, 3);
        sitting = sitting.open().recuse(MATTER, post(3), "供应商为其配偶所有");
        refused(() -> sitting.call(MATTER), "deliberation.quorum.item");
        present(4);
        sitting = sitting.call(MATTER);
        refused(() -> stand(3, Stance.AGREE, ""), "deliberation.stand.recused");
        assertThat(sitting.turns(sitting.item(MATTER))).extracting(Member::rank).containsExactly(4, 2, 1);
    }

    @Test
    void aMeetingThatLostItsQuorumCanOnlyPutOff() {
        present(1, 2, 3);
        sitting = sitting.open().call(MATTER);
        stand(3, Stance.AGREE, "");
        sitting = sitting.leave(post(3));
        stand(2, Stance.AGREE, "");
        stand(1, Stance.AGREE, "");
        refused(() -> sitting.decide(MATTER), "deliberation.quorum.item");
        sitting = sitting.postpone(MATTER);
        refused(() -> sitting.close(), "deliberation.meeting.items-left");
        sitting = sitting.postpone(NEXT).close();
        refused(() -> sitting.arrive(post(5)), "deliberation.meeting.closed");
    }

    @Test
    void whenWhoPresidesLeavesTheOthersStillSpeak() {
        present(2, 3, 4, 5);
        sitting = sitting.open().call(MATTER);
        stand(5, Stance.AGREE, "");
        sitting = sitting.pass(MATTER, post(4));
        stand(3, Stance.AGREE, "");
        sitting = sitting.leave(post(2));
        assertThat(sitting.turns(sitting.item(MATTER))).extracting(Member::rank).containsExactly(4);
        stand(4, Stance.AGREE, "");
        sitting = sitting.decide(MATTER);
        assertThat(sitting.item(MATTER).outcome()).isEqualTo(Outcome.ADOPTED);
    }
}
