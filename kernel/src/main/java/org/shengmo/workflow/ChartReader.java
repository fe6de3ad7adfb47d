package org.shengmo.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.shengmo.workflow.ChartFile.Element;
import org.shengmo.workflow.ChartFile.Place;

/**
 * Reads a BPMN 2.0 file, bounded in size, depth and number of elements, with no document type and no entities: nothing
 * outside the file is ever opened. Elements that a chart of steps has no use for are faults where they change how it
 * runs, and are passed over where they only draw or annotate.
 */
final class ChartReader {

    /** The largest file. */
    static final int MOST_BYTES = 1 << 20;

    private static final int MOST_ELEMENTS = 10_000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 4_000;
    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Set<String> NODES =
            Set.of("startEvent", "endEvent", "userTask", "exclusiveGateway", "parallelGateway");
    private static final Set<String> PARTS = Set.of(
            "definitions",
            "process",
            "collaboration",
            "participant",
            "laneSet",
            "childLaneSet",
            "lane",
            "flowNodeRef",
            "sequenceFlow",
            "incoming",
            "outgoing",
            "documentation",
            "conditionExpression",
            "potentialOwner",
            "performer",
            "humanPerformer",
            "resourceAssignmentExpression",
            "formalExpression",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition");
    /** With all that stands in them. */
    private static final Set<String> DRAWN = Set.of(
            "BPMNDiagram",
            "extensionElements",
            "textAnnotation",
            "association",
            "group",
            "category",
            "dataObject",
            "dataObjectReference",
            "dataStore",
            "dataStoreReference",
            "messageFlow");

    private final ChartFile file = new ChartFile();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<String> lanes = new ArrayDeque<>();
    private final Map<String, String> processNames = new HashMap<>();
    private Element current;
    private int elements;
    private int passedOver;

    private ChartReader() {}

    static ChartFile read(byte[] bytes) {
        ChartReader reader = new ChartReader();
        reader.take(bytes);
        return reader.file;
    }

    private void take(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            file.fault(new Place(1, 1), "", "workflow.chart.large", MOST_BYTES / 1024);
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                while (xml.hasNext() && event(xml, xml.next())) {
                    // each event leaves its mark in the file
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            Location at = broken.getLocation();
            file.fault(
                    at == null ? new Place(1, 1) : new Place(at.getLineNumber(), at.getColumnNumber()),
                    "",
                    "workflow.chart.not-xml");
        }
    }

    /** Whether to read on. */
    private boolean event(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.DTD -> {
                file.fault(place(xml), "", "workflow.chart.doctype");
                return false;
            }
            case XMLStreamConstants.ENTITY_REFERENCE -> {
                file.fault(place(xml), "", "workflow.chart.entity");
                return false;
            }
            case XMLStreamConstants.START_ELEMENT -> {
                return begin(xml);
            }
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
            default -> {
                // comments and processing instructions say nothing about how it runs
            }
        }
        return true;
    }

    private boolean begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        open.push(name);
        if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
            file.fault(place(xml), "", "workflow.chart.bomb", MOST_ELEMENTS, DEEPEST);
            return false;
        }
        if (open.size() == 1 && !(name.equals("definitions") && MODEL.equals(xml.getNamespaceURI()))) {
            file.fault(place(xml), "", "workflow.chart.not-bpmn", name);
            return false;
        }
        if (passedOver > 0 || DRAWN.contains(name) || !MODEL.equals(xml.getNamespaceURI())) {
            passedOver++;
            return true;
        }
        Map<String, String> attributes = attributes(xml);
        Element element = new Element(
                name,
                attributes.getOrDefault("id", ""),
                attributes.getOrDefault("name", "").strip(),
                place(xml),
                attributes);
        if (NODES.contains(name)) {
            node(element);
        } else if (PARTS.contains(name)) {
            part(element);
        } else {
            file.fault(element, "workflow.chart.unsupported", name);
        }
        return true;
    }

    private void node(Element element) {
        current = element;
        if (element.id.isEmpty() || file.nodes.putIfAbsent(element.id, element) != null) {
            file.fault(element, "workflow.chart.id");
        }
    }

    private void part(Element element) {
        switch (element.type) {
            case "process" ->
                file.processes.add(new ChartFile.Sequence(
                        element.id,
                        element.name.isEmpty() ? processNames.getOrDefault(element.id, "") : element.name,
                        !"false".equals(element.attributes.get("isExecutable")),
                        element.place));
            case "participant" -> processNames.put(element.attributes.getOrDefault("processRef", ""), element.name);
            case "lane" -> lanes.push(element.name);
            case "sequenceFlow" -> {
                current = element;
                file.flows.add(element);
            }
            case "multiInstanceLoopCharacteristics" -> {
                if (current != null) {
                    current.many = true;
                }
            }
            default -> {
                // its text counts, or the elements in it
            }
        }
    }

    private void text(String text) {
        if (passedOver > 0 || open.isEmpty() || text.isBlank()) {
            return;
        }
        String within = open.peek();
        String words = text.strip();
        if (words.length() > LONGEST_TEXT) {
            words = words.substring(0, LONGEST_TEXT);
        }
        if (within.equals("flowNodeRef") && !lanes.isEmpty()) {
            // The inner lane closes last in document order only when nested, and then it is the more exact one.
            file.laneOf.put(words, lanes.peek());
        } else if (current != null) {
            toCurrent(within, words);
        }
    }

    private void toCurrent(String within, String words) {
        switch (within) {
            case "documentation" -> current.note.append(words);
            case "conditionExpression" -> current.condition.append(words);
            case "formalExpression" -> current.owners.add(words);
            case "loopCardinality" -> current.cardinality = words;
            case "completionCondition" -> current.completion = words;
            default -> {
                // incoming and outgoing repeat what the flows say
            }
        }
    }

    private void end(String name) {
        open.pop();
        if (passedOver > 0) {
            passedOver--;
        } else if (name.equals("lane")) {
            lanes.poll();
        } else if (NODES.contains(name) || name.equals("sequenceFlow")) {
            current = null;
        }
    }

    private Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (space == null || space.isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            } else if (space.contains("flowable") || space.contains("activiti")) {
                file.fault(
                        place(xml),
                        "",
                        "workflow.chart.extension",
                        xml.getAttributePrefix(i) + ":" + xml.getAttributeLocalName(i));
            }
        }
        return attributes;
    }

    private static Place place(XMLStreamReader xml) {
        return new Place(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
    }
}
