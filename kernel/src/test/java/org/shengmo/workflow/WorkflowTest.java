package org.shengmo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.store.KernelTest;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases run over charts on a real PostgreSQL. */
@KernelTest
class WorkflowTest {

    @Autowired
    Workflow workflow;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate transaction;

    @BeforeEach
    void transactions() {
        transaction = new TransactionTemplate(transactions);
    }

    private static byte[] review() {
        return ChartText.chart(
                "start s",
                "task a 受理 clerk",
                "task b 审查 deputy",
                "choice c",
                "fork f",
                "task x 现场核查 clerk",
                "all y 会签 deputy head",
                "fork j",
                "task d 决定 head",
                "end 准予",
                "end 不予",
                "flow s a",
                "flow a b",
                "flow b c",
                "flow c f 合格",
                "flow c 不予 不合格",
                "flow f x",
                "flow f y",
                "flow x j",
                "flow y j",
                "flow j d",
                "flow d 准予");
    }

    private Position start(byte[] file) {
        return transaction.execute(
                status -> workflow.start(workflow.publish(file, role -> true).hash(), "试"));
    }

    private Position complete(Position at, int which, String answer) {
        return transaction.execute(
                status -> workflow.complete(at.instance(), at.open().get(which).id(), answer));
    }

    private static List<String> open(Position at) {
        return at.open().stream()
                .map(step -> step.node() + " " + step.role())
                .sorted()
                .toList();
    }

    @Test
    void aCaseGoesStepByStepForksCountersignsJoinsAndEnds() {
        Position at = start(review());
        assertThat(open(at)).containsExactly("a clerk");
        at = complete(at, 0, "");
        at = complete(at, 0, "合格");
        assertThat(open(at)).containsExactly("x clerk", "y deputy", "y head");
        for (int left = 3; left > 1; left--) {
            at = complete(at, 0, "");
            assertThat(at.open()).hasSize(left - 1);
        }
        at = complete(at, 0, "");
        assertThat(open(at)).containsExactly("d head");
        at = complete(at, 0, "");
        assertThat(at.ended()).isTrue();
        assertThat(workflow.position(at.instance()).ended()).isTrue();
    }

    @Test
    void whoSignsFirstSignsForAllWhereAnyMay() {
        Position at = start(ChartText.chart("start s", "any y 会签 deputy head clerk", "end e", "flow s y", "flow y e"));
        assertThat(open(at)).containsExactly("y clerk", "y deputy", "y head");
        assertThat(complete(at, 1, "").ended()).isTrue();
    }

    @Test
    void aStepIsDoneOnceAndOnlyWithAnAnswerOfTheChart() {
        Position first = start(review());
        Position second = complete(first, 0, "");
        assertThatThrownBy(() -> complete(first, 0, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("workflow.step.gone");
        assertThatThrownBy(() -> complete(second, 0, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("workflow.answer.unknown");
        assertThatThrownBy(() -> complete(second, 0, "随便")).isInstanceOf(Refused.class);
        Position over = complete(second, 0, "不合格");
        assertThat(over.ended()).isTrue();
        assertThatThrownBy(
                        () -> transaction.execute(status -> workflow.complete(over.instance(), UUID.randomUUID(), "")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCaseGoesBackOnlyToWhereItStandsAlone() {
        Position at = complete(start(review()), 0, "");
        Position back = transaction.execute(
                status -> workflow.goBack(at.instance(), at.open().getFirst().id(), "a"));
        assertThat(open(back)).containsExactly("a clerk");
        Position forked = complete(complete(back, 0, ""), 0, "合格");
        assertThatThrownBy(() -> transaction.execute(status -> workflow.goBack(
                        forked.instance(), forked.open().getFirst().id(), "a")))
                .isInstanceOf(Refused.class)
                .hasMessage("workflow.back.others-open");
        Position joined = complete(complete(complete(forked, 0, ""), 0, ""), 0, "");
        assertThatThrownBy(() -> transaction.execute(status -> workflow.goBack(
                        joined.instance(), joined.open().getFirst().id(), "x")))
                .isInstanceOf(Refused.class)
                .hasMessage("workflow.back.not-there");
        Position early = start(review());
        assertThatThrownBy(() -> transaction.execute(status -> workflow.goBack(
                        early.instance(), early.open().getFirst().id(), "d")))
                .isInstanceOf(Refused.class)
                .hasMessage("workflow.back.not-there");
    }

    @Test
    void whatRunsIsByteForByteWhatWasPublished() {
        byte[] file = review();
        Position at = start(file);
        byte[] running = database.sql("""
                SELECT b.bytes_ FROM workflow.act_ge_bytearray b
                JOIN workflow.act_re_procdef p ON p.deployment_id_ = b.deployment_id_
                JOIN workflow.act_ru_execution e ON e.proc_def_id_ = p.id_
                WHERE e.id_ = ?
                """)
                .param(at.instance().toString())
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(running).isEqualTo(file);
        assertThatThrownBy(() -> database.sql("UPDATE workflow.chart SET bpmn = ?")
                        .param("x".getBytes(StandardCharsets.UTF_8))
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void anActThatIsUndoneUndoesTheStep() {
        Position at = start(review());
        transaction.executeWithoutResult(status -> {
            workflow.complete(at.instance(), at.open().getFirst().id(), "");
            status.setRollbackOnly();
        });
        assertThat(open(workflow.position(at.instance()))).containsExactly("a clerk");
    }

    /** Whatever happens in whatever order: no step opens before those that must come first were done. */
    @Test
    void randomEventsNeverSkipAStep() {
        Random random = new Random(20_250_102);
        for (int run = 0; run < 5; run++) {
            Position at = start(review());
            Set<String> done = new HashSet<>();
            List<String> order = new ArrayList<>();
            for (int event = 0; event < 40 && !at.ended(); event++) {
                Position now = at;
                Position.OpenStep step =
                        now.open().get(random.nextInt(now.open().size()));
                if (random.nextInt(5) == 0) {
                    at = backIfItMay(now, step, List.of("a", "b", "x", "y", "d").get(random.nextInt(5)), done);
                    continue;
                }
                String answer = step.node().equals("b") ? (random.nextInt(6) == 0 ? "不合格" : "合格") : "";
                at = transaction.execute(status -> workflow.complete(now.instance(), step.id(), answer));
                done.add(step.node().equals("y") ? "y " + step.role() : step.node());
                order.add(step.node());
                at.open().forEach(next -> assertThat(done).as(order.toString()).containsAll(before(next.node())));
            }
        }
    }

    private Position backIfItMay(Position now, Position.OpenStep step, String to, Set<String> done) {
        try {
            Position back = transaction.execute(status -> workflow.goBack(now.instance(), step.id(), to));
            assertThat(before(to)).as("back to %s", to).allMatch(done::contains);
            return back;
        } catch (Refused refused) {
            return now;
        }
    }

    private static List<String> before(String node) {
        return switch (node) {
            case "a" -> List.of();
            case "b" -> List.of("a");
            case "x", "y" -> List.of("a", "b");
            default -> List.of("a", "b", "x", "y deputy", "y head");
        };
    }
}
