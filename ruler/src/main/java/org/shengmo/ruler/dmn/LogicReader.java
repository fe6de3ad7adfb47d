package org.shengmo.ruler.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.Expression.Iteration;
import org.shengmo.ruler.feel.FeelSyntaxException;
import org.shengmo.ruler.feel.Parser;
import org.w3c.dom.Element;

/** Decision logic: literal expressions and boxed expressions (DMN 1.5, 10.2). */
final class LogicReader {
    private static final Set<String> LOGIC = Set.of(
            "literalExpression",
            "decisionTable",
            "context",
            "invocation",
            "relation",
            "list",
            "functionDefinition",
            "conditional",
            "for",
            "some",
            "every",
            "filter");

    private final String place;
    private final Set<String> names;

    LogicReader(String place, Set<String> names) {
        this.place = place;
        this.names = names;
    }

    /** The first child that is decision logic, or null. */
    Expression firstOf(Element parent) {
        return Xml.children(parent).stream()
                .filter(child -> LOGIC.contains(child.getLocalName()))
                .findFirst()
                .map(this::logic)
                .orElse(null);
    }

    private Expression childLogic(Element parent, String name) {
        Element child = Xml.child(parent, name);
        return child == null ? new Expression.Literal(null) : orNull(firstOf(child));
    }

    private static Expression orNull(Expression logic) {
        return logic == null ? new Expression.Literal(null) : logic;
    }

    private Expression logic(Element element) {
        Expression expression = switch (element.getLocalName()) {
            case "literalExpression" -> literal(element);
            case "decisionTable" -> new TableReader(place, names).table(element);
            case "context" -> context(element);
            case "invocation" -> invocation(element);
            case "relation" -> relation(element);
            case "list" ->
                new Expression.ListOf(Xml.children(element).stream()
                        .filter(child -> LOGIC.contains(child.getLocalName()))
                        .map(this::logic)
                        .toList());
            case "functionDefinition" -> function(element);
            case "conditional" ->
                new Expression.If(childLogic(element, "if"), childLogic(element, "then"), childLogic(element, "else"));
            case "for" -> new Expression.For(List.of(iteration(element)), childLogic(element, "return"));
            case "some", "every" ->
                new Expression.Quantified(
                        "every".equals(element.getLocalName()),
                        List.of(iteration(element)),
                        childLogic(element, "satisfies"));
            case "filter" -> new Expression.Filter(childLogic(element, "in"), childLogic(element, "match"));
            default -> throw new IllegalArgumentException(element.getLocalName());
        };
        return new Expression.Placed(place, TypeReader.reference(element.getAttribute("typeRef")), expression);
    }

    private Iteration iteration(Element element) {
        return new Iteration(element.getAttribute("iteratorVariable"), childLogic(element, "in"), null);
    }

    private Expression literal(Element element) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
            return new Unreadable(place, "expression language " + language);
        }
        return expression(Xml.text(element, "text"), place, names);
    }

    static Expression expression(String text, String place, Set<String> names) {
        if (text.isBlank()) {
            return new Expression.Literal(null);
        }
        try {
            return Parser.expression(text, BuiltinNames.with(names));
        } catch (FeelSyntaxException notFeel) {
            return new Unreadable(place, notFeel.getMessage());
        }
    }

    private Expression context(Element element) {
        List<Expression.Entry> entries = new ArrayList<>();
        Expression result = null;
        for (Element entry : Xml.children(element, "contextEntry")) {
            Element variable = Xml.child(entry, "variable");
            if (variable == null) {
                result = orNull(firstOf(entry));
            } else {
                String name = variable.getAttribute("name");
                LogicReader inner = new LogicReader(place + ", entry " + name, names);
                entries.add(new Expression.Entry(
                        name, TypeReader.reference(variable.getAttribute("typeRef")), orNull(inner.firstOf(entry))));
            }
        }
        return new Expression.Context(entries, result);
    }

    private Expression invocation(Element element) {
        List<String> parameters = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>();
        for (Element binding : Xml.children(element, "binding")) {
            Element parameter = Xml.child(binding, "parameter");
            parameters.add(parameter == null ? "" : parameter.getAttribute("name"));
            arguments.add(orNull(firstOf(binding)));
        }
        return new Expression.Call(orNull(firstOf(element)), parameters, arguments);
    }

    private Expression relation(Element element) {
        List<Element> columns = Xml.children(element, "column");
        List<Expression> rows = new ArrayList<>();
        for (Element row : Xml.children(element, "row")) {
            List<Expression.Entry> entries = new ArrayList<>();
            List<Element> cells = Xml.children(row).stream()
                    .filter(child -> LOGIC.contains(child.getLocalName()))
                    .toList();
            for (int index = 0; index < columns.size(); index++) {
                Element column = columns.get(index);
                Expression cell = index < cells.size() ? logic(cells.get(index)) : new Expression.Literal(null);
                entries.add(new Expression.Entry(
                        column.getAttribute("name"), TypeReader.reference(column.getAttribute("typeRef")), cell));
            }
            rows.add(new IsolatedContext(entries));
        }
        return new Expression.ListOf(rows);
    }

    Expression.Function function(Element element) {
        List<Expression.Parameter> parameters = Xml.children(element, "formalParameter").stream()
                .map(each -> new Expression.Parameter(
                        each.getAttribute("name"), TypeReader.reference(each.getAttribute("typeRef"))))
                .toList();
        String kind = element.getAttribute("kind");
        return new Expression.Function(
                parameters,
                TypeReader.reference(element.getAttribute("typeRef")),
                orNull(firstOf(element)),
                !kind.isEmpty() && !"FEEL".equals(kind));
    }
}
