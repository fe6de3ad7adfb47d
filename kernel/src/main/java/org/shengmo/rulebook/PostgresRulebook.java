package org.shengmo.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.wording.Citation;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The rulebook over the packs of all rooms, loaded when the program starts. */
@Service
class PostgresRulebook implements Rulebook, SmartInitializingSingleton {

    private final RuleStore store;
    private final PackLoader loader;
    private final Path folder;
    private volatile Book book;

    /** @param folder an operator's own rules, over those shipped; empty where there are none */
    PostgresRulebook(RuleStore store, PackLoader loader, @Value("${shengmo.rules:}") String folder) {
        this.store = store;
        this.loader = loader;
        this.folder = folder.isEmpty() ? null : Path.of(folder);
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(PackReader.read(PackFiles.all(folder)));
    }

    int load(Pack pack) {
        int added = loader.load(pack);
        book = store.read();
        return added;
    }

    /** The engine is ready before the first question, without holding up the start. */
    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        Thread.ofPlatform().daemon().name("rulebook-engine").start(book::engine);
    }

    @Override
    public Citation cite(String document, String article, LocalDate on) {
        Document found = book.document(document).orElseThrow(() -> new NoSuchRule(document, on));
        Version version = found.on(on).orElseThrow(() -> new NoSuchRule(document, on));
        Clause clause = version.clause(article).orElseThrow(() -> new NoSuchRule(document + "#" + article, on));
        return new Citation(document, found.title(), article, version.from(), clause.verification());
    }

    @Override
    public Ruling decide(String code, LocalDate on, Map<String, ?> given) {
        DecisionTable table = table(code, on).orElseThrow(() -> new NoSuchRule(code, on));
        Map<String, Object> facts = Facts.of(table, given);
        Engine.Answer answer = book.engine().decide(table, facts);
        List<Citation> citations = answer.rows().stream()
                .flatMap(row -> table.rows().get(row - 1).clauses().stream())
                .distinct()
                .map(clause -> cite(clause, on))
                .toList();
        return new Ruling(code, table.from(), on, facts, answer.rows(), answer.outputs(), citations);
    }

    private Citation cite(String clause, LocalDate on) {
        int split = clause.indexOf('#');
        return cite(clause.substring(0, split), clause.substring(split + 1), on);
    }

    @Override
    public List<Document> documents() {
        return book.documents();
    }

    @Override
    public Optional<Document> document(String code) {
        return book.document(code);
    }

    @Override
    public Optional<Clause> clause(String document, String article, LocalDate on) {
        return document(document).flatMap(found -> found.on(on)).flatMap(version -> version.clause(article));
    }

    @Override
    public List<DecisionTable> tables() {
        return book.tables();
    }

    @Override
    public Optional<DecisionTable> table(String code, LocalDate on) {
        return book.table(code, on);
    }
}
