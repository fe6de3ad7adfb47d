package org.shengmo.ruler.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;
import org.w3c.dom.Element;

/** The elements of one model: inputs, decisions, business knowledge, services. */
final class ElementReader {
    private final Element root;
    private final Set<String> names;

    ElementReader(Element root, Set<String> names) {
        this.root = root;
        this.names = names;
    }

    Model model(Map<String, FeelType> types, Map<String, Model> imports) {
        return new Model(
                root.getAttribute("namespace"),
                root.getAttribute("name"),
                Xml.children(root, "inputData").stream()
                        .map(each ->
                                new Model.InputData(each.getAttribute("id"), name(each), TypeReader.variable(each)))
                        .toList(),
                Xml.children(root, "decision").stream().map(this::decision).toList(),
                Xml.children(root, "businessKnowledgeModel").stream()
                        .map(this::knowledge)
                        .toList(),
                Xml.children(root, "decisionService").stream()
                        .map(this::service)
                        .toList(),
                types,
                imports,
                names);
    }

    private static String name(Element element) {
        return element.getAttribute("name").strip().replaceAll("\\s+", " ");
    }

    private Model.Decision decision(Element element) {
        String name = name(element);
        Expression logic = new LogicReader(name, names).firstOf(element);
        return new Model.Decision(
                element.getAttribute("id"), name, TypeReader.variable(element), DmnReader.references(element), logic);
    }

    private Model.Knowledge knowledge(Element element) {
        String name = name(element);
        Element logic = Xml.child(element, "encapsulatedLogic");
        Expression.Function function = logic == null ? null : new LogicReader(name, names).function(logic);
        return new Model.Knowledge(
                element.getAttribute("id"),
                name,
                TypeReader.variable(element),
                DmnReader.references(element),
                function);
    }

    private Model.Service service(Element element) {
        return new Model.Service(
                element.getAttribute("id"),
                name(element),
                TypeReader.variable(element),
                hrefs(element, "outputDecision"),
                hrefs(element, "inputDecision"),
                hrefs(element, "inputData"));
    }

    private static List<String> hrefs(Element element, String kind) {
        List<String> references = new ArrayList<>();
        Xml.children(element, kind).forEach(each -> references.add(each.getAttribute("href")));
        return references;
    }
}
