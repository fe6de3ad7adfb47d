package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rules as they were last loaded: read often, changed by a load only, so held whole. */
final class Book {

    private final Map<String, Document> documents = new TreeMap<>();
    private final List<DecisionTable> tables;
    private final List<String> content;
    private Engine engine;

    /**
     * A book.
     *
     * @param tables by code, newest first
     * @param content the DMN files of the current ones
     */
    Book(List<Document> documents, List<DecisionTable> tables, List<String> content) {
        documents.forEach(document -> this.documents.put(document.code(), document));
        this.tables = List.copyOf(tables);
        this.content = List.copyOf(content);
    }

    List<Document> documents() {
        return List.copyOf(documents.values());
    }

    Optional<Document> document(String code) {
        return Optional.ofNullable(documents.get(code));
    }

    List<DecisionTable> tables() {
        return tables;
    }

    Optional<DecisionTable> table(String code, LocalDate on) {
        return tables.stream()
                .filter(table -> table.code().equals(code) && table.current() && table.isInForce(on))
                .findFirst();
    }

    /** The engine; the first to ask builds it, others wait. */
    synchronized Engine engine() {
        if (engine == null) {
            engine = Engine.of(content);
        }
        return engine;
    }
}
