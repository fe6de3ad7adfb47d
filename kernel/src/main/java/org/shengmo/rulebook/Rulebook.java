package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.wording.Citation;

/** What the rules say on a date. */
public interface Rulebook {

    /**
     * Cites the article of a document in the version that was in force.
     *
     * @param document the document's code
     * @param article as it is numbered, such as {@code 22}
     * @throws NoSuchRule where no version was in force that day or it has no such article
     */
    Citation cite(String document, String article, LocalDate on);

    /**
     * Asks a decision table.
     *
     * @param table the table's code
     * @param on the day whose version decides
     * @param facts a value for each input column, by the column's name: text, number, boolean or date
     * @throws NoSuchRule where no version of the table was in force that day
     * @throws org.shengmo.wording.Invalid where a fact is missing, is of the wrong type or is not among the values allowed;
     *     each fault's place is the input's name
     */
    Ruling decide(String table, LocalDate on, Map<String, ?> facts);

    /** All documents, by code. */
    List<Document> documents();

    /** The document of a code. */
    Optional<Document> document(String code);

    /** The article of a document in the version that was in force. */
    Optional<Clause> clause(String document, String article, LocalDate on);

    /** Every version of every table, by code, newest first. */
    List<DecisionTable> tables();

    /** The version of a table that was in force. */
    Optional<DecisionTable> table(String code, LocalDate on);
}
