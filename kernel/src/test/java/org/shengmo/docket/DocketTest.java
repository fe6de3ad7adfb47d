package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shengmo.store.KernelTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@KernelTest
class DocketTest {

    @Autowired
    Docket docket;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final Subject duty = new Subject("duty", UUID.randomUUID());
    private final UUID person = UUID.randomUUID();

    private Act act() {
        return Act.of(
                new Author(person, UUID.randomUUID()),
                "duty.met",
                duty,
                Map.of("account", "已报送", "amount", new BigDecimal("10.50")),
                Subject.person(person));
    }

    @Test
    void anEntryShowsOnTheTimelineOfEverySubjectItConcerns() {
        long id = transaction.execute(status -> docket.record(act()));

        assertThat(docket.timeline(duty, List.of(), 10)).extracting(Entry::id).containsExactly(id);
        assertThat(docket.timeline(Subject.person(person), List.of(), 10))
                .extracting(Entry::id)
                .containsExactly(id);
        assertThat(docket.doneBy(person, 10)).extracting(Entry::id).contains(id);
        assertThat(docket.entry(id, List.of()).orElseThrow().payload())
                .containsEntry("account", "已报送")
                .containsEntry("amount", "10.50");
    }

    @Test
    void anActWithoutATransactionIsRefusedForItCouldStandWithoutItsEntry() {
        assertThatThrownBy(() -> docket.record(act())).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEntryFallsWithItsAct() {
        Subject subject = new Subject("duty", UUID.randomUUID());
        transaction.executeWithoutResult(status -> {
            docket.record(Act.of(Author.CALENDAR, "duty.overdue", subject, Map.of()));
            status.setRollbackOnly();
        });
        assertThat(docket.timeline(subject, List.of(), 10)).isEmpty();
    }

    @Test
    void anEntryInACompartmentIsThereOnlyForThoseAdmitted() {
        Subject subject = new Subject("duty", UUID.randomUUID());
        Act sealed = new Act(Author.CALENDAR, Kind.of("duty.met"), subject, List.of(), Map.of(), "case-1");
        long id = transaction.execute(status -> docket.record(sealed));

        assertThat(docket.entry(id, List.of())).isEmpty();
        assertThat(docket.timeline(subject, List.of("case-2"), 10)).isEmpty();
        assertThat(docket.timeline(subject, List.of("case-1"), 10)).hasSize(1);
    }

    @Test
    void theApplicationCannotChangeOrDeleteAnEntry() {
        transaction.execute(status -> docket.record(act()));
        assertThatThrownBy(() -> database.sql("UPDATE docket.entry SET kind = 'duty.other'")
                        .update())
                .hasStackTraceContaining("permission denied for table entry");
        assertThatThrownBy(() -> database.sql("DELETE FROM docket.entry").update())
                .hasStackTraceContaining("permission denied for table entry");
    }
}
