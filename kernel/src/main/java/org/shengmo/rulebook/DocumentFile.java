package org.shengmo.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shengmo.wording.Verification;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A rule document's YAML file: its fields, versions and clauses; every fault is collected with its place in the file. */
final class DocumentFile {

    private static final Set<String> DOCUMENT =
            Set.of("document", "title", "english", "issuer", "rank", "pack", "versions");
    private static final Set<String> VERSION =
            Set.of("from", "until", "published", "source", "verification", "clauses");
    private static final Set<String> CLAUSE = Set.of("article", "text", "source", "verification");

    private final String file;
    private final List<String> faults;

    private DocumentFile(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Reads a document.
     *
     * @param faults gets what is wrong
     * @return null where something is wrong
     */
    static Pack.PackedDocument read(String file, String text, List<String> faults) {
        int before = faults.size();
        DocumentFile reader = new DocumentFile(file, faults);
        try {
            Object root = yaml().load(text);
            Pack.PackedDocument document = reader.document(map("the file", root));
            return faults.size() == before ? document : null;
        } catch (YAMLException | IllegalArgumentException | DateTimeException e) {
            faults.add(file + ": " + e.getMessage());
            return null;
        }
    }

    /** Every scalar stays the text it is written as: a date is a date only where one is asked for. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.MERGE, MERGE, "<");
            }
        });
    }

    private Pack.PackedDocument document(Map<String, Object> fields) {
        known(fields, DOCUMENT, "document");
        String rank = text(fields, "rank");
        return new Pack.PackedDocument(
                text(fields, "document"),
                text(fields, "title"),
                text(fields, "english"),
                text(fields, "issuer"),
                Document.Rank.valueOf(rank),
                text(fields, "pack"),
                list("versions", fields.get("versions")).stream()
                        .map(each -> version(map("a version", each)))
                        .toList());
    }

    private Pack.PackedVersion version(Map<String, Object> fields) {
        known(fields, VERSION, "version " + fields.get("from"));
        String source = text(fields, "source");
        Verification verification = Verification.valueOf(text(fields, "verification"));
        List<Clause> clauses = new ArrayList<>();
        Set<String> articles = new TreeSet<>();
        for (Object each : list("clauses", fields.get("clauses"))) {
            Clause clause = clause(map("a clause", each), source, verification);
            if (!articles.add(clause.article())) {
                faults.add(file + ": article " + clause.article() + " stands twice");
            }
            clauses.add(clause);
        }
        return new Pack.PackedVersion(
                LocalDate.parse(text(fields, "from")),
                date(fields.get("until")),
                date(fields.get("published")),
                source,
                verification,
                clauses);
    }

    private Clause clause(Map<String, Object> fields, String source, Verification verification) {
        known(fields, CLAUSE, "article " + fields.get("article"));
        Object own = fields.get("verification");
        return new Clause(
                text(fields, "article"),
                text(fields, "text").strip(),
                fields.containsKey("source") ? text(fields, "source") : source,
                own == null ? verification : Verification.valueOf(own.toString()));
    }

    private void known(Map<String, Object> fields, Set<String> names, String place) {
        fields.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add(file + ": " + place + " has no field called " + name));
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private static LocalDate date(Object text) {
        return text == null ? null : LocalDate.parse(text.toString());
    }

    @SuppressWarnings("unchecked") // YAML keys of these files are text
    private static Map<String, Object> map(String place, Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(place + " is not a set of fields");
    }

    private static List<?> list(String place, Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new IllegalArgumentException(place + " is not a list with something in it");
    }
}
