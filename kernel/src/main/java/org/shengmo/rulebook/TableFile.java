package org.shengmo.rulebook;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.shengmo.rulebook.DecisionTable.Column;
import org.shengmo.rulebook.DecisionTable.Row;
import org.shengmo.rulebook.DecisionTable.Value;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A decision table's DMN file as a reader sees it. One decision with one table; what DMN has no place for stands in
 * attributes of the rulebook's own namespace: titles and labels in both languages, the words of coded values.
 */
final class TableFile {

    /** Namespace of the attributes that DMN has no place for. */
    static final String OWN = "https://shengmo.org/rulebook";

    private static final Pattern NAMESPACE =
            Pattern.compile("https://shengmo\\.org/rules/([a-z][a-z0-9-]*)/(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORDS =
            Pattern.compile("\\s*([^=;|]+?)\\s*=\\s*([^=;|]+?)\\s*\\|\\s*([^=;]+?)\\s*(?:;|$)");
    private static final List<String> TYPES = List.of("string", "number", "boolean", "date");

    private final Element root;

    private TableFile(Element root) {
        this.root = root;
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException where it is not one, saying why
     */
    static DecisionTable read(String content, UUID id, String room, LocalDate until, int revision, boolean current) {
        return new TableFile(parse(content)).table(id, room, until, revision, current);
    }

    private static Element parse(String content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(content))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage(), e);
        }
    }

    private DecisionTable table(UUID id, String room, LocalDate until, int revision, boolean current) {
        Matcher namespace = NAMESPACE.matcher(root.getAttribute("namespace"));
        if (!namespace.matches()) {
            throw new IllegalArgumentException("namespace is not https://shengmo.org/rules/<table>/<effective date>: "
                    + root.getAttribute("namespace"));
        }
        Element decision = only(root, "decision");
        String code = namespace.group(1);
        if (!code.equals(root.getAttribute("name")) || !code.equals(decision.getAttribute("name"))) {
            throw new IllegalArgumentException("definitions and decision are not both called " + code);
        }
        Element table = only(decision, "decisionTable");
        List<Column> inputs = children(table, "input").stream().map(this::input).toList();
        List<Column> outputs =
                children(table, "output").stream().map(this::output).toList();
        List<Element> rules = children(table, "rule");
        int clause = clauseColumn(table);
        return new DecisionTable(
                id,
                code,
                own(root, "title"),
                own(root, "english"),
                children(decision, "question").stream()
                        .map(each -> each.getTextContent().strip())
                        .findFirst()
                        .orElse(""),
                room,
                date(namespace.group(2)),
                until == null ? expiry() : until,
                revision,
                current,
                table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy"),
                inputs,
                outputs,
                IntStream.range(0, rules.size())
                        .mapToObj(index -> row(index + 1, rules.get(index), inputs.size(), outputs.size(), clause))
                        .toList());
    }

    private LocalDate expiry() {
        String until = root.getAttributeNS(OWN, "until");
        return until.isEmpty() ? null : date(until);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }

    private static int clauseColumn(Element table) {
        List<Element> annotations = children(table, "annotation");
        return IntStream.range(0, annotations.size())
                .filter(index -> annotations.get(index).getAttribute("name").equals("clause"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no annotation column called clause"));
    }

    private Column input(Element input) {
        Element expression = only(input, "inputExpression");
        String name = text(expression);
        boolean declared = children(root, "inputData").stream()
                .anyMatch(data -> data.getAttribute("name").equals(name));
        if (!declared) {
            throw new IllegalArgumentException("input " + name + " is not the name of an inputData");
        }
        return column(input, name, type(name, expression.getAttribute("typeRef")), "inputValues");
    }

    private Column output(Element output) {
        String name = output.getAttribute("name");
        return column(output, name, type(name, output.getAttribute("typeRef")), "outputValues");
    }

    private static String type(String column, String type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("column " + column + " has type '" + type + "', not one of " + TYPES);
        }
        return type;
    }

    private static Column column(Element element, String name, String type, String allowed) {
        if (name.isEmpty() || element.getAttribute("label").isEmpty()) {
            throw new IllegalArgumentException("a column has no name or no label");
        }
        return new Column(name, element.getAttribute("label"), own(element, "english"), type, values(element, allowed));
    }

    private static List<Value> values(Element column, String allowed) {
        List<Value> values = new ArrayList<>();
        List<Value> words = words(column.getAttributeNS(OWN, "words"));
        children(column, allowed).forEach(list -> {
            Matcher literal = LITERAL.matcher(text(list));
            while (literal.find()) {
                String code = literal.group(1);
                values.add(words.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElse(new Value(code, code, code)));
            }
        });
        return values.isEmpty() ? words : values;
    }

    private static List<Value> words(String attribute) {
        List<Value> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(attribute);
        int end = 0;
        while (end < attribute.length() && matcher.find(end) && matcher.start() == end) {
            words.add(new Value(matcher.group(1), matcher.group(2), matcher.group(3)));
            end = matcher.end();
        }
        if (end < attribute.length()) {
            throw new IllegalArgumentException("words are not 'code=中文|English; …': " + attribute.substring(end));
        }
        return words;
    }

    private static Row row(int number, Element rule, int inputs, int outputs, int clause) {
        List<String> conditions = texts(rule, "inputEntry");
        List<String> results = texts(rule, "outputEntry");
        List<String> annotations = texts(rule, "annotationEntry");
        if (conditions.size() != inputs || results.size() != outputs || annotations.size() <= clause) {
            throw new IllegalArgumentException("row " + number + " does not have as many cells as there are columns");
        }
        List<String> clauses = Pattern.compile("[\\s,;、]+")
                .splitAsStream(annotations.get(clause))
                .filter(each -> !each.isEmpty())
                .toList();
        clauses.stream().filter(each -> !each.matches("[a-z0-9-]+#\\S+")).forEach(each -> {
            throw new IllegalArgumentException("row " + number + " cites '" + each + "', not document#article");
        });
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("row " + number + " cites no clause");
        }
        return new Row(number, conditions, results, clauses);
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).stream().map(TableFile::text).toList();
    }

    private static String text(Element parent) {
        return children(parent, "text").stream()
                .map(each -> each.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String own(Element element, String name) {
        String value = element.getAttributeNS(OWN, name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(element.getLocalName() + " " + element.getAttribute("name")
                    + element.getAttribute("label") + " has no attribute " + name + " of namespace " + OWN);
        }
        return value;
    }

    private static Element only(Element parent, String name) {
        List<Element> found = children(parent, name);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    parent.getLocalName() + " has " + found.size() + " of " + name + ", not one");
        }
        return found.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
