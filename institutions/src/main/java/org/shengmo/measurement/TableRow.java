package org.shengmo.measurement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.shengmo.ruler.check.Check;
import org.shengmo.ruler.check.CheckLibrary;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A row of a check's decision table, as it is published.
 *
 * @param table which table of the model: {@code finding}, or one that it rests on
 * @param number counted from 1
 * @param conditions in the order of the columns
 * @param outputs what the row answers
 * @param clause as the row cites it
 * @param source the clause in words
 */
public record TableRow(
        String table, int number, List<Condition> conditions, List<String> outputs, String clause, String source) {

    private static final CheckLibrary LIBRARY = CheckLibrary.packaged();

    public TableRow {
        conditions = List.copyOf(conditions);
        outputs = List.copyOf(outputs);
    }

    /** What a column asks for: {@code > 15000}; a dash where anything will do. */
    public record Condition(String label, String test) {
        /** Whether the row asks nothing of the column. */
        public boolean any() {
            return test.equals("-");
        }
    }

    /** The check of an identifier. */
    public static Optional<Check> check(String id) {
        return LIBRARY.all().stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The row that answered. */
    public static Optional<TableRow> of(String check, int row) {
        return check(check).stream()
                .flatMap(found -> all(found).stream())
                .filter(each -> each.table().equals("finding") && each.number() == row)
                .findFirst();
    }

    /** Every row of every table of a check. */
    public static List<TableRow> all(Check check) {
        List<TableRow> rows = new ArrayList<>();
        for (Element decision : elements(root(check.table()), "decision")) {
            for (Element table : elements(decision, "decisionTable")) {
                rows(decision.getAttribute("name"), table, rows);
            }
        }
        return rows;
    }

    private static void rows(String name, Element table, List<TableRow> rows) {
        List<String> labels = elements(table, "input").stream()
                .map(input -> input.getAttribute("label"))
                .toList();
        int number = 0;
        for (Element rule : elements(table, "rule")) {
            List<String> tests = texts(rule, "inputEntry");
            List<Condition> conditions = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                conditions.add(new Condition(labels.get(i), tests.get(i)));
            }
            List<String> annotations = texts(rule, "annotationEntry");
            rows.add(new TableRow(
                    name,
                    ++number,
                    conditions,
                    texts(rule, "outputEntry"),
                    annotations.isEmpty() ? "" : annotations.get(0),
                    annotations.size() < 2 ? "" : annotations.get(1)));
        }
    }

    private static List<String> texts(Element rule, String entry) {
        return elements(rule, entry).stream()
                .map(each -> each.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
