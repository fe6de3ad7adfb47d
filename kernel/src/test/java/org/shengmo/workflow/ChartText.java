package org.shengmo.workflow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes BPMN files for tests from lines such as {@code task a 受理 clerk} and {@code flow a b 同意}. */
public final class ChartText {

    private ChartText() {}

    /** A file of lines: start, end, choice and fork with an id; task with id, name and role; any and all likewise with roles. */
    public static byte[] chart(String... lines) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
                <bpmn:process id="p" name="试验" isExecutable="true">
                """);
        Arrays.stream(lines).map(line -> element(line.split(" ", -1))).forEach(xml::append);
        return xml.append("</bpmn:process>\n</bpmn:definitions>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String[] words) {
        return switch (words[0]) {
            case "start" -> "<bpmn:startEvent id='" + words[1] + "'/>\n";
            case "end" -> "<bpmn:endEvent id='" + words[1] + "' name='" + words[1] + "'/>\n";
            case "choice" -> "<bpmn:exclusiveGateway id='" + words[1] + "'/>\n";
            case "fork" -> "<bpmn:parallelGateway id='" + words[1] + "'/>\n";
            case "task" ->
                "<bpmn:userTask id='" + words[1] + "' name='" + words[2] + "'>"
                        + (words.length > 4 ? "<bpmn:documentation>时限：" + words[4] + "</bpmn:documentation>" : "")
                        + owner(words[3]) + "</bpmn:userTask>\n";
            case "all", "any" -> countersigned(words);
            case "flow" -> flow(words);
            default -> String.join(" ", words) + "\n";
        };
    }

    private static String countersigned(String[] words) {
        StringBuilder owners = new StringBuilder();
        Arrays.stream(words).skip(3).forEach(role -> owners.append(owner(role)));
        return "<bpmn:userTask id='" + words[1] + "' name='" + words[2] + "'>" + owners
                + "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + (words.length - 3)
                + "</bpmn:loopCardinality>"
                + (words[0].equals("any")
                        ? "<bpmn:completionCondition>${nrOfCompletedInstances >= 1}</bpmn:completionCondition>"
                        : "")
                + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>\n";
    }

    private static String owner(String role) {
        return "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>" + role
                + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>";
    }

    private static String flow(String[] words) {
        return "<bpmn:sequenceFlow id='" + words[1] + "-" + words[2] + "' sourceRef='" + words[1] + "' targetRef='"
                + words[2] + "'>"
                + (words.length > 3
                        ? "<bpmn:conditionExpression>${answer == '" + words[3] + "'}</bpmn:conditionExpression>"
                        : "")
                + "</bpmn:sequenceFlow>\n";
    }
}
