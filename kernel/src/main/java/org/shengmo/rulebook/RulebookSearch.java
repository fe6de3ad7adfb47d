package org.shengmo.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds documents by their names, tables by their titles, clauses by their words. */
@Component
class RulebookSearch implements Searchable {

    private static final int AROUND = 20;

    private final Rulebook rulebook;

    RulebookSearch(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public String key() {
        return "rulebook.title";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        Stream<Hit> documents = rulebook.documents().stream()
                .filter(each -> within(sought, each.title(), each.english()))
                .map(each -> new Hit(
                        each.title(), Text.of("rulebook.search.document", each.issuer()), "/rulebook/" + each.code()));
        Stream<Hit> tables = rulebook.tables().stream()
                .filter(DecisionTable::current)
                .filter(each -> within(sought, each.title(), each.english(), each.question()))
                .map(each -> new Hit(
                        each.title(),
                        Text.of("rulebook.search.table", each.question()),
                        "/rulebook/tables/" + each.code() + "?on=" + each.from()));
        Stream<Hit> clauses = rulebook.documents().stream().flatMap(each -> clauses(each, sought));
        return Stream.of(documents, tables, clauses)
                .flatMap(hits -> hits)
                .limit(limit)
                .toList();
    }

    private static Stream<Hit> clauses(Document document, String sought) {
        return document.versions().stream()
                .filter(Version::current)
                .flatMap(version -> version.clauses().stream()
                        .filter(clause -> within(sought, clause.text()))
                        .map(clause -> new Hit(
                                document.title(),
                                Text.of("rulebook.search.clause", clause.article(), excerpt(clause.text(), sought)),
                                "/rulebook/" + document.code() + "?version=" + version.from() + "#article-"
                                        + clause.article())));
    }

    private static boolean within(String sought, String... texts) {
        return Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }

    private static String excerpt(String text, String sought) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(sought);
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + sought.length() + AROUND);
        return (from > 0 ? "…" : "") + text.substring(from, to).replace('\n', ' ') + (to < text.length() ? "…" : "");
    }
}
