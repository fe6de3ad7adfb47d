package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.shengmo.ruler.evaluation.Builtins;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One expectation of the vendors' kit: a decision of a model for given inputs. */
record TckCase(
        Path model,
        String file,
        String id,
        String kind,
        String node,
        Map<String, Object> inputs,
        Object expected,
        boolean error) {

    private static final Builtins BUILTINS = new Builtins(java.time.Clock.systemUTC());

    static List<TckCase> read(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        Path model = file.resolveSibling(text(root, "modelName"));
        List<TckCase> cases = new ArrayList<>();
        for (Element test : children(root, "testCase")) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            for (Element input : children(test, "inputNode")) {
                inputs.put(input.getAttribute("name"), value(input));
            }
            for (Element result : children(test, "resultNode")) {
                List<Element> expected = children(result, "expected");
                String invocable = test.getAttribute("invocableName");
                cases.add(new TckCase(
                        model,
                        file.getFileName().toString(),
                        test.getAttribute("id"),
                        test.getAttribute("type"),
                        invocable.isEmpty() ? result.getAttribute("name") : invocable,
                        inputs,
                        expected.isEmpty() ? null : value(expected.get(0)),
                        "true".equals(result.getAttribute("errorResult"))));
            }
        }
        return cases;
    }

    private static Object value(Element element) {
        if ("true".equals(element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil"))) {
            return null;
        }
        Map<String, Object> context = new LinkedHashMap<>();
        for (Element child : children(element)) {
            switch (child.getLocalName()) {
                case "value" -> {
                    return scalar(child);
                }
                case "list" -> {
                    if ("true".equals(child.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil"))) {
                        return null;
                    }
                    List<Object> list = new ArrayList<>();
                    children(child, "item").forEach(item -> list.add(value(item)));
                    return list;
                }
                case "component" -> context.put(child.getAttribute("name"), value(child));
                default -> {
                    // Extensions of a vendor.
                }
            }
        }
        return context.isEmpty() ? null : context;
    }

    private static Object scalar(Element element) {
        String schema = "http://www.w3.org/2001/XMLSchema-instance";
        if ("true".equals(element.getAttributeNS(schema, "nil"))) {
            return null;
        }
        String text = element.getTextContent();
        String type = element.getAttributeNS(schema, "type").replaceAll(".*:", "");
        return switch (type) {
            case "string", "" -> text;
            case "boolean" -> Boolean.valueOf(text.strip());
            case "decimal", "double", "integer", "int", "long", "float" -> new BigDecimal(text.strip());
            case "date" -> BUILTINS.apply("date", List.of(text.strip()));
            case "time" -> BUILTINS.apply("time", List.of(text.strip()));
            case "dateTime" -> BUILTINS.apply("date and time", List.of(text.strip()));
            case "duration", "dayTimeDuration", "yearMonthDuration" ->
                BUILTINS.apply("duration", List.of(text.strip()));
            default -> throw new IllegalArgumentException(type);
        };
    }

    static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent().strip();
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
