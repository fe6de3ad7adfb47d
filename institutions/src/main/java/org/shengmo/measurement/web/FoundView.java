package org.shengmo.measurement.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shengmo.measurement.Found;
import org.shengmo.measurement.TableRow;
import org.shengmo.rulebook.NoSuchRule;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;

/**
 * What was found, with the table's row that says so.
 *
 * @param title the check's name
 * @param row the row that answered
 * @param clauses the clauses of the row that the rulebook has
 * @param unchecked whether a clause of the row is not in the rulebook: its words stand in {@code found.source()}
 */
public record FoundView(Found found, String title, Optional<TableRow> row, List<Citation> clauses, boolean unchecked) {

    public FoundView {
        clauses = List.copyOf(clauses);
    }

    /** As a page shows it, with clauses in the version of the day that was measured. */
    public static FoundView of(Found found, java.time.LocalDate measuredOn, Rulebook rulebook, Locale language) {
        List<Citation> clauses = found.clauses().stream()
                .flatMap(clause -> cited(clause, measuredOn, rulebook).stream())
                .toList();
        return new FoundView(
                found,
                TableRow.check(found.check())
                        .map(check -> check.title(language))
                        .orElse(found.check()),
                TableRow.of(found.check(), found.row()),
                clauses,
                clauses.size() < found.clauses().size());
    }

    private static Optional<Citation> cited(String clause, java.time.LocalDate on, Rulebook rulebook) {
        String[] parts = clause.split("#", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(rulebook.cite(parts[0], parts[1], on));
        } catch (NoSuchRule unknown) {
            return Optional.empty();
        }
    }
}
