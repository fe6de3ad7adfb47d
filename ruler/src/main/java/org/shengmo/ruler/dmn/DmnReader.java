package org.shengmo.ruler.dmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shengmo.ruler.feel.FeelType;
import org.w3c.dom.Element;

/** Reads DMN 1.2 to 1.5 XML; imported models are looked for beside the file. */
public final class DmnReader {
    private final Map<String, Path> siblings;

    private DmnReader(Map<String, Path> siblings) {
        this.siblings = siblings;
    }

    /** Reads a model and those it imports from the same folder. */
    public static Model read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            Element root = Xml.parse(stream, file.getFileName().toString());
            return new DmnReader(Xml.children(root, "import").isEmpty() ? Map.of() : siblings(file)).model(root);
        } catch (IOException unreadable) {
            throw new DmnException("not readable: " + file.getFileName(), unreadable);
        }
    }

    /** Reads a model that imports nothing. */
    public static Model read(String xml) {
        return new DmnReader(Map.of())
                .model(Xml.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "text"));
    }

    private static Map<String, Path> siblings(Path file) throws IOException {
        Map<String, Path> found = new LinkedHashMap<>();
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path each : files.filter(path -> path.toString().endsWith(".dmn"))
                    .sorted()
                    .toList()) {
                try (InputStream stream = Files.newInputStream(each)) {
                    found.put(Xml.parse(stream, each.toString()).getAttribute("namespace"), each);
                }
            }
        }
        return found;
    }

    private Model model(Element root) {
        if (!"definitions".equals(root.getLocalName())) {
            throw new DmnException("not a DMN model: the root element is " + root.getLocalName());
        }
        Map<String, Model> imports = imports(root);
        Set<String> names = new HashSet<>();
        imports.forEach((alias, imported) -> {
            names.add(alias);
            names.addAll(imported.names());
        });
        collectNames(root, names);
        Map<String, FeelType> types = new LinkedHashMap<>();
        for (Element definition : Xml.children(root, "itemDefinition")) {
            types.put(definition.getAttribute("name"), TypeReader.definition(definition));
        }
        return new ElementReader(root, names).model(types, imports);
    }

    private Map<String, Model> imports(Element root) {
        Map<String, Model> imports = new LinkedHashMap<>();
        for (Element each : Xml.children(root, "import")) {
            Path file = siblings.get(each.getAttribute("namespace"));
            if (file == null) {
                continue;
            }
            try (InputStream stream = Files.newInputStream(file)) {
                imports.put(
                        each.getAttribute("name"),
                        new DmnReader(siblings)
                                .model(Xml.parse(stream, file.getFileName().toString())));
            } catch (IOException unreadable) {
                throw new DmnException("not readable: " + file.getFileName(), unreadable);
            }
        }
        return imports;
    }

    private static void collectNames(Element element, Set<String> names) {
        String name = element.getAttribute("name");
        if (!name.isEmpty() && !"definitions".equals(element.getLocalName())) {
            names.add(name.strip().replaceAll("\\s+", " "));
        }
        for (Element child : Xml.children(element)) {
            if (!"DMNDI".equals(child.getLocalName()) && !"extensionElements".equals(child.getLocalName())) {
                collectNames(child, names);
            }
        }
    }

    static List<String> references(Element element) {
        List<String> references = new ArrayList<>();
        for (String kind : List.of("informationRequirement", "knowledgeRequirement")) {
            for (Element requirement : Xml.children(element, kind)) {
                for (Element target : Xml.children(requirement)) {
                    String reference = target.getAttribute("href");
                    if (!reference.isEmpty()) {
                        references.add(reference);
                    }
                }
            }
        }
        return references;
    }
}
