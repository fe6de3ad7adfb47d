package org.shengmo.rulebook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.shengmo.access.web.Page;
import org.shengmo.rulebook.DecisionTable;
import org.shengmo.rulebook.DecisionTable.Column;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Verification;

/**
 * A decision table in the reader's words.
 *
 * @param table the table
 * @param title in the reader's language
 * @param inputs labels of the facts
 * @param outputs labels of the answers
 * @param rows top down
 */
public record TableView(
        DecisionTable table, String title, List<String> inputs, List<String> outputs, List<RowView> rows) {

    public TableView {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /**
     * A row in words.
     *
     * @param number from 1
     * @param conditions one for each fact
     * @param results one for each answer
     * @param citations what it rests on
     */
    public record RowView(int number, List<String> conditions, List<String> results, List<Citation> citations) {
        public RowView {
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
            citations = List.copyOf(citations);
        }
    }

    /** Whether a row rests on a clause whose wording was not read in the statute. */
    public boolean unverified() {
        return rows.stream()
                .flatMap(row -> row.citations().stream())
                .anyMatch(citation -> citation.verification() != Verification.VERIFIED);
    }

    static TableView of(DecisionTable table, LocalDate on, Rulebook rulebook, Page page) {
        Cells cells = new Cells(page);
        LocalDate day = table.isInForce(on) ? on : table.from();
        return new TableView(
                table,
                cells.english() ? table.english() : table.title(),
                table.inputs().stream().map(cells::label).toList(),
                table.outputs().stream().map(cells::label).toList(),
                table.rows().stream()
                        .map(row -> row(table, row, day, rulebook, cells))
                        .toList());
    }

    private static RowView row(
            DecisionTable table, DecisionTable.Row row, LocalDate day, Rulebook rulebook, Cells cells) {
        return new RowView(
                row.number(),
                words(table.inputs(), row.conditions(), cells::condition),
                words(table.outputs(), row.results(), cells::result),
                row.clauses().stream()
                        .map(clause -> cite(clause, day, rulebook))
                        .toList());
    }

    private static Citation cite(String clause, LocalDate day, Rulebook rulebook) {
        int split = clause.indexOf('#');
        return rulebook.cite(clause.substring(0, split), clause.substring(split + 1), day);
    }

    private static List<String> words(
            List<Column> columns, List<String> cells, java.util.function.BiFunction<Column, String, String> words) {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> words.apply(columns.get(index), cells.get(index)))
                .toList();
    }
}
