package org.shengmo.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.validation.ProcessValidator;
import org.flowable.validation.ProcessValidatorFactory;
import org.shengmo.docket.Sha256;
import org.shengmo.wording.Invalid;

/** A file becomes a chart when it is well drawn, sound, and the engine's own validator has nothing against it. */
final class Charts {

    private static final ProcessValidator VALIDATOR = new ProcessValidatorFactory().createDefaultProcessValidator();

    /** Shapes that the engine has nothing against: of charts that differ in words alone it is asked once. */
    private static final Set<Shape> AGREED = ConcurrentHashMap.newKeySet();

    private static final int MOST_SHAPES = 1_000;

    private Charts() {}

    /** What the engine's validator looks at, once our own reader let nothing else through: nodes, flows, conditions. */
    private record Shape(List<List<Object>> nodes, List<Flow> flows) {
        static Shape of(Chart chart) {
            return new Shape(
                    chart.nodes().stream()
                            .map(node -> List.<Object>of(
                                    node.id(),
                                    node.kind(),
                                    node.signing(),
                                    node.roles().size()))
                            .toList(),
                    chart.flows());
        }
    }

    /** @throws Invalid with every fault */
    static Chart read(byte[] bpmn, Predicate<String> knownRole) {
        Chart chart = ChartJudge.judge(Sha256.hex(bpmn), ChartReader.read(bpmn), knownRole);
        Shape shape = Shape.of(chart);
        if (!AGREED.contains(shape)) {
            engineAgrees(bpmn);
            if (AGREED.size() < MOST_SHAPES) {
                AGREED.add(shape);
            }
        }
        return chart;
    }

    private static void engineAgrees(byte[] bpmn) {
        try {
            BpmnModel model =
                    new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(bpmn), false, true);
            VALIDATOR.validate(model).stream()
                    .filter(error -> !error.isWarning())
                    .findFirst()
                    .ifPresent(error -> {
                        throw Invalid.at(
                                error.getXmlLineNumber() + ":" + error.getXmlColumnNumber() + " "
                                        + error.getActivityId(),
                                "workflow.chart.engine",
                                error.getProblem());
                    });
        } catch (FlowableException | XMLException refused) {
            throw Invalid.at("1:1", "workflow.chart.engine", String.valueOf(refused.getMessage()));
        }
    }
}
