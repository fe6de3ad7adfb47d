package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A decision table in one version, as a reader sees it.
 *
 * @param id its identifier
 * @param code lower-case words with hyphens
 * @param title in Chinese
 * @param english in English
 * @param question what it answers, in Chinese; empty where it says nothing
 * @param room the package that contributed it
 * @param from the first day in force
 * @param until the first day no longer in force; null while it is open
 * @param revision 1, and one more each time a different table came for the same effective date
 * @param current whether this revision is the one that counts
 * @param hitPolicy how matching rows combine, as DMN names it, such as {@code UNIQUE}
 * @param inputs the columns of facts
 * @param outputs the columns of answers
 * @param rows top down
 */
public record DecisionTable(
        UUID id,
        String code,
        String title,
        String english,
        String question,
        String room,
        LocalDate from,
        LocalDate until,
        int revision,
        boolean current,
        String hitPolicy,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /** Whether its time covers a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * A column.
     *
     * @param name what facts and outputs go by in code
     * @param label in Chinese
     * @param english in English
     * @param type {@code string}, {@code number}, {@code boolean} or {@code date}
     * @param values the values allowed, with their words; empty where any is
     */
    public record Column(String name, String label, String english, String type, List<Value> values) {
        public Column {
            values = List.copyOf(values);
        }
    }

    /**
     * A value that a column allows.
     *
     * @param code what facts and outputs carry
     * @param label in Chinese; the code where the table gives no words
     * @param english in English; likewise
     */
    public record Value(String code, String label, String english) {}

    /**
     * A row.
     *
     * @param number from 1
     * @param conditions FEEL unary tests, one for each input; {@code -} where the input does not matter
     * @param results FEEL literals, one for each output
     * @param clauses what it rests on, as {@code document#article}
     */
    public record Row(int number, List<String> conditions, List<String> results, List<String> clauses) {
        public Row {
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
            clauses = List.copyOf(clauses);
        }
    }
}
