package org.shengmo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Words;

/** Which charts are taken, and where each fault of the others is. */
class ChartReaderTest {

    private static final Set<String> ROLES = Set.of("clerk", "head", "deputy");
    private static final Words WORDS = Words.of(org.shengmo.store.Ladder.read());

    private static Chart read(byte[] file) {
        return Charts.read(file, ROLES::contains);
    }

    private static List<Fault> faults(byte[] file) {
        try {
            read(file);
            return List.of();
        } catch (Invalid invalid) {
            return invalid.faults();
        }
    }

    @Test
    void aChartSaysWhoDoesWhatByWhenAndWhatIsAnswered() {
        Chart chart = read(ChartText.chart(
                "start s",
                "task a 受理 clerk 5个工作日",
                "task b 审批 head",
                "choice c",
                "end 准予",
                "end 不予",
                "flow s a",
                "flow a b",
                "flow b c",
                "flow c 准予 同意",
                "flow c 不予 不同意"));
        assertThat(chart.steps()).extracting(Node::name).containsExactly("受理", "审批");
        assertThat(chart.node("a").roles()).containsExactly("clerk");
        assertThat(chart.node("a").limit()).isEqualTo(StatutoryPeriod.workingDays(5));
        assertThat(chart.answers("a")).isEmpty();
        assertThat(chart.answers("b")).containsExactly("同意", "不同意");
        assertThat(chart.following("b", "不同意")).extracting(Node::id).containsExactly("不予");
        assertThat(chart.solitary()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aLaneNamesTheRoleAndTheDrawingIsPassedOver() {
        Chart chart = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:x">
                  <collaboration id="co"><participant id="pool" name="审批局" processRef="p"/></collaboration>
                  <process id="p" isExecutable="true">
                    <laneSet id="ls"><lane id="l1" name="clerk"><flowNodeRef>t</flowNodeRef></lane></laneSet>
                    <startEvent id="s"/><userTask id="t" name="受理"><extensionElements><zeebe:x/></extensionElements></userTask><endEvent id="e"/>
                    <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
                    <textAnnotation id="n"><text>注</text></textAnnotation>
                  </process>
                  <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="pl" bpmnElement="co">
                    <bpmndi:BPMNShape id="t_di" bpmnElement="t"><dc:Bounds x="1" y="1" width="100" height="80"/></bpmndi:BPMNShape>
                  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </definitions>
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(chart.node("t").roles()).containsExactly("clerk");
        assertThat(chart.name()).isEqualTo("审批局");
    }

    static Stream<Arguments> broken() {
        String[] plain = {"start s", "task a 受理 clerk", "end e", "flow s a", "flow a e"};
        return Stream.of(
                Arguments.of("no end", "workflow.chart.no-end", "p", with(plain, "end e", "task e 归档 clerk")),
                Arguments.of("nowhere", "workflow.chart.nowhere", "a", without(plain, "flow a e")),
                Arguments.of(
                        "unreachable", "workflow.chart.unreachable", "x", and(plain, "task x 孤立 clerk", "flow x e")),
                Arguments.of(
                        "unknown post", "workflow.chart.role", "a", with(plain, "task a 受理 clerk", "task a 受理 nobody")),
                Arguments.of(
                        "script",
                        "workflow.chart.unsupported",
                        "x",
                        and(plain, "<bpmn:scriptTask id='x' scriptFormat='groovy'/>")),
                Arguments.of(
                        "service",
                        "workflow.chart.unsupported",
                        "x",
                        and(plain, "<bpmn:serviceTask id='x' name='叫外部'/>")),
                Arguments.of(
                        "timer",
                        "workflow.chart.unsupported",
                        "x",
                        and(plain, "<bpmn:boundaryEvent id='x' attachedToRef='a'/>")),
                Arguments.of("sub-process", "workflow.chart.unsupported", "x", and(plain, "<bpmn:subProcess id='x'/>")),
                Arguments.of(
                        "engine's own words",
                        "workflow.chart.extension",
                        "",
                        and(
                                plain,
                                "<bpmn:userTask xmlns:flowable='http://flowable.org/bpmn' id='x' flowable:assignee='${evil}'/>")),
                Arguments.of("two starts", "workflow.chart.starts", "p", and(plain, "start s2", "flow s2 a")),
                Arguments.of("loose flow", "workflow.chart.loose", "a-z", and(plain, "flow a z")),
                Arguments.of(
                        "code in a condition",
                        "workflow.chart.condition",
                        "c-e",
                        lines(
                                "start s",
                                "task a 审查 clerk",
                                "choice c",
                                "end e",
                                "end f",
                                "flow s a",
                                "flow a c",
                                "flow c f 否",
                                "<bpmn:sequenceFlow id='c-e' sourceRef='c' targetRef='e'><bpmn:conditionExpression>${''.getClass().forName('java.lang.Runtime')}</bpmn:conditionExpression></bpmn:sequenceFlow>")),
                Arguments.of(
                        "never joined",
                        "workflow.chart.stuck",
                        "j",
                        lines(
                                "start s",
                                "task a 审查 clerk",
                                "choice c",
                                "task x 甲 clerk",
                                "task y 乙 head",
                                "fork j",
                                "end e",
                                "flow s a",
                                "flow a c",
                                "flow c x 甲",
                                "flow c y 乙",
                                "flow x j",
                                "flow y j",
                                "flow j e")),
                Arguments.of(
                        "joined without a gateway",
                        "workflow.chart.twice",
                        "z",
                        lines(
                                "start s",
                                "fork f",
                                "task x 甲 clerk",
                                "task y 乙 head",
                                "task z 归档 clerk",
                                "end e",
                                "flow s f",
                                "flow f x",
                                "flow f y",
                                "flow x z",
                                "flow y z",
                                "flow z e")),
                Arguments.of(
                        "round for ever",
                        "workflow.chart.stuck",
                        "a",
                        lines(
                                "start s",
                                "task a 甲 clerk",
                                "task b 乙 clerk",
                                "choice c",
                                "end e",
                                "flow s c",
                                "flow c a",
                                "flow a b",
                                "flow b c")),
                Arguments.of(
                        "nobody is asked",
                        "workflow.chart.unasked",
                        "c",
                        lines(
                                "start s",
                                "choice c",
                                "task a 甲 clerk",
                                "end e",
                                "flow s c",
                                "flow c a 是",
                                "flow c e 否",
                                "flow a e")),
                Arguments.of("not executable", "workflow.chart.not-executable", "p", plain));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatCannotRunIsRefusedWithItsPlace(String what, String key, String id, String[] lines) {
        byte[] file = ChartText.chart(lines);
        if (what.equals("not executable")) {
            file = new String(file, StandardCharsets.UTF_8)
                    .replace("isExecutable=\"true\"", "isExecutable=\"false\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (what.equals("round for ever")) {
            // its end stands on the chart, and nothing leads there
            assertThat(faults(file)).extracting(fault -> fault.text().key()).contains("workflow.chart.unreachable");
            return;
        }
        assertThat(faults(file)).anySatisfy(fault -> {
            assertThat(fault.text().key()).isEqualTo(key);
            assertThat(fault.place()).matches("[0-9]+:[0-9]+.*").endsWith(id);
            Words.LANGUAGES.forEach(
                    language -> assertThat(WORDS.say(language, fault.text())).isNotBlank());
        });
    }

    @Test
    void nothingOutsideTheFileIsOpenedAndNothingGrowsInIt() {
        String external = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>";
        String laughs = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><d>&b;</d>";
        for (String file : List.of(external, laughs)) {
            assertThat(faults(file.getBytes(StandardCharsets.UTF_8)))
                    .extracting(fault -> fault.text().key())
                    .containsExactly("workflow.chart.doctype");
        }
        String deep = "<a>".repeat(100);
        assertThat(faults(new String(ChartText.chart(deep), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)))
                .extracting(fault -> fault.text().key())
                .contains("workflow.chart.bomb");
        assertThat(faults(new byte[(1 << 20) + 1]))
                .extracting(fault -> fault.text().key())
                .containsExactly("workflow.chart.large");
        assertThat(faults("no chart".getBytes(StandardCharsets.UTF_8)))
                .extracting(fault -> fault.text().key())
                .containsExactly("workflow.chart.not-xml");
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(Invalid.class);
    }

    private static String[] lines(String... lines) {
        return lines;
    }

    private static String[] and(String[] lines, String... more) {
        return Stream.concat(Stream.of(lines), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] without(String[] lines, String line) {
        return Stream.of(lines).filter(each -> !each.equals(line)).toArray(String[]::new);
    }

    private static String[] with(String[] lines, String line, String instead) {
        return Stream.of(lines).map(each -> each.equals(line) ? instead : each).toArray(String[]::new);
    }
}
