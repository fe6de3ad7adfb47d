package org.shengmo.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Scope;
import org.shengmo.docket.Subject;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Text;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KernelTest
class NoticeTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    private final UUID post = UUID.randomUUID();
    private final Actor holder = actor(post);
    private final Subject duty = new Subject("duty", UUID.randomUUID());
    private final Text text = Text.of("duty.notice.due", "报送季度报告", MONDAY, 7, Text.of("duty.standing.late"), "50%");

    @BeforeEach
    void morning() {
        clock.moveTo(MONDAY);
    }

    private static Actor actor(UUID post) {
        return new Actor(UUID.randomUUID(), post, "甲", Set.of(), new Scope.OwnSelf(), List.of());
    }

    @Test
    void whatIsToldToAPostReachesWhoeverHoldsItAndNobodyElse() {
        notices.tell(post, text, "/duties/1", duty);

        assertThat(notices.of(holder, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.text()).isEqualTo(text);
            assertThat(notice.href()).isEqualTo("/duties/1");
            assertThat(notice.about()).isEqualTo(duty);
            assertThat(notice.at()).isEqualTo(Instant.parse("2025-03-03T01:00:00Z"));
            assertThat(notice.seenAt()).isEmpty();
        });
        assertThat(notices.of(actor(post), 10)).hasSize(1);
        assertThat(notices.of(actor(UUID.randomUUID()), 10)).isEmpty();
    }

    @Test
    void whatIsToldToAPersonReachesThemInWhateverPost() {
        Actor elsewhere = new Actor(holder.person(), UUID.randomUUID(), "甲", Set.of(), new Scope.OwnSelf(), List.of());
        notices.tellPerson(holder.person(), text, "/duties/1", duty);

        assertThat(notices.of(elsewhere, 10)).hasSize(1);
        assertThat(notices.of(actor(post), 10)).isEmpty();
    }

    @Test
    void theNewestComesFirst() {
        notices.tell(post, Text.of("duty.first"), "/duties/1", duty);
        notices.tellAll(List.of(
                NewNotice.toPost(post, Text.of("duty.second"), "/duties/1", duty),
                NewNotice.toPost(post, Text.of("duty.third"), "/duties/1", duty)));

        assertThat(notices.about(duty, 2))
                .extracting(notice -> notice.text().key())
                .containsExactly("duty.third", "duty.second");
    }

    @Test
    void aNoticeIsSeenOnceAndTheFirstMomentStays() {
        Subject other = new Subject("duty", UUID.randomUUID());
        notices.tell(post, text, "/duties/1", duty);
        notices.tell(post, text, "/duties/2", other);
        assertThat(notices.unseen(holder)).isEqualTo(2);

        notices.seen(holder, duty);
        clock.moveTo(MONDAY.plusDays(1));
        notices.seen(holder, duty);

        assertThat(notices.unseen(holder)).isEqualTo(1);
        assertThat(notices.about(duty, 1).getFirst().seenAt()).contains(Instant.parse("2025-03-03T01:00:00Z"));
    }

    @Test
    void whoIsNotMeantSeesNothing() {
        notices.tell(post, text, "/duties/1", duty);
        notices.seen(actor(UUID.randomUUID()), duty);
        assertThat(notices.unseen(holder)).isEqualTo(1);
    }

    @Test
    void nobodyCanTakeBackWhatWasTold() {
        notices.tell(post, text, "/duties/1", duty);
        assertThatThrownBy(() -> database.sql("DELETE FROM notice.notice").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aNoticeGoesToAPostOrAPerson() {
        assertThatThrownBy(() -> new NewNotice(Subject.body(post), text, "/", duty))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
