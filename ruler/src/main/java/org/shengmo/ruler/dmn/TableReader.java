package org.shengmo.ruler.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelSyntaxException;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.feel.Parser;
import org.w3c.dom.Element;

/** Decision tables (DMN 1.5, chapter 8). */
final class TableReader {
    private final String place;
    private final Set<String> names;

    TableReader(String place, Set<String> names) {
        this.place = place;
        this.names = names;
    }

    DecisionTable table(Element element) {
        List<DecisionTable.Input> inputs =
                Xml.children(element, "input").stream().map(this::input).toList();
        List<DecisionTable.Output> outputs =
                Xml.children(element, "output").stream().map(this::output).toList();
        List<DecisionTable.Rule> rules = new ArrayList<>();
        for (Element rule : Xml.children(element, "rule")) {
            rules.add(rule(rule, rules.size() + 1));
        }
        return new DecisionTable(
                place,
                HitPolicy.of(element.getAttribute("hitPolicy"), element.getAttribute("aggregation")),
                inputs,
                outputs,
                Xml.children(element, "annotation").stream()
                        .map(each -> each.getAttribute("name"))
                        .toList(),
                rules);
    }

    private DecisionTable.Input input(Element element) {
        Element expression = Xml.child(element, "inputExpression");
        String text = expression == null ? "" : Xml.text(expression, "text");
        String label = element.getAttribute("label").isEmpty() ? text : element.getAttribute("label");
        FeelType type = expression == null ? null : TypeReader.reference(expression.getAttribute("typeRef"));
        return new DecisionTable.Input(
                label,
                LogicReader.expression(text, place + ", input " + label, names),
                type,
                tests(Xml.child(element, "inputValues"), "input " + label));
    }

    private DecisionTable.Output output(Element element) {
        String name = element.getAttribute("name");
        Element otherwise = Xml.child(element, "defaultOutputEntry");
        return new DecisionTable.Output(
                name,
                TypeReader.reference(element.getAttribute("typeRef")),
                tests(Xml.child(element, "outputValues"), "output " + name),
                otherwise == null
                        ? null
                        : LogicReader.expression(Xml.text(otherwise, "text"), place + ", default of " + name, names));
    }

    private Expression.UnaryTests tests(Element element, String column) {
        if (element == null || Xml.text(element, "text").isBlank()) {
            return null;
        }
        return cell(Xml.text(element, "text"), place + ", values of " + column) instanceof Expression.UnaryTests tests
                ? tests
                : null;
    }

    private DecisionTable.Rule rule(Element element, int number) {
        List<Expression> tests = new ArrayList<>();
        for (Element entry : Xml.children(element, "inputEntry")) {
            tests.add(cell(Xml.text(entry, "text"), place + ", row " + number + ", input " + (tests.size() + 1)));
        }
        List<Expression> outputs = new ArrayList<>();
        for (Element entry : Xml.children(element, "outputEntry")) {
            String cell = place + ", row " + number + ", output " + (outputs.size() + 1);
            outputs.add(new Expression.Placed(
                    cell,
                    TypeReader.reference(entry.getAttribute("typeRef")),
                    LogicReader.expression(Xml.text(entry, "text"), cell, names)));
        }
        return new DecisionTable.Rule(element.getAttribute("id"), tests, outputs, annotations(element));
    }

    private Expression cell(String text, String cell) {
        if (text.isBlank()) {
            return new Expression.UnaryTests(false, true, List.of());
        }
        try {
            return Parser.unaryTests(text, BuiltinNames.with(names));
        } catch (FeelSyntaxException notFeel) {
            return new Unreadable(cell, notFeel.getMessage());
        }
    }

    private static List<String> annotations(Element rule) {
        List<String> annotations = new ArrayList<>();
        Xml.children(rule, "annotationEntry").forEach(each -> annotations.add(Xml.text(each, "text")));
        if (annotations.isEmpty() && !Xml.text(rule, "description").isEmpty()) {
            annotations.add(Xml.text(rule, "description"));
        }
        return annotations;
    }
}
