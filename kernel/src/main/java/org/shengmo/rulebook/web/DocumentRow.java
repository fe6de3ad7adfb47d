package org.shengmo.rulebook.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.shengmo.rulebook.Clause;
import org.shengmo.rulebook.Document;
import org.shengmo.rulebook.Version;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;
import org.shengmo.wording.Verification;
import org.shengmo.workbook.Listing;

/** A document in the list. */
record DocumentRow(Document document, Optional<Version> version, LocalDate today) {

    /** The list of documents in Chinese, whose titles are Chinese. */
    static final Listing<DocumentRow> LISTING = Listing.<DocumentRow>titled("rulebook.documents")
            .text("rulebook.column.document", row -> row.document().title())
            .linked(row -> "/rulebook/" + row.document().code())
            .text("rulebook.column.english", row -> row.document().english())
            .choice(
                    "rulebook.column.rank",
                    row -> Text.of("rulebook.rank." + lower(row.document().rank())))
            .choice("rulebook.column.pack", row -> row.pack())
            .date(
                    "rulebook.column.from",
                    row -> row.version().map(Version::from).orElse(null))
            .number(
                    "rulebook.column.clauses",
                    row -> row.version()
                            .map(version -> version.clauses().size())
                            .orElse(0))
            .choice("rulebook.column.checked", DocumentRow::checked)
            .sorted("document");

    static DocumentRow of(Document document, LocalDate today) {
        return new DocumentRow(document, document.on(today), today);
    }

    private Text pack() {
        return Text.of(document.pack().equals("national") ? "rulebook.pack.national" : "rulebook.pack.district");
    }

    /** How far the wording was checked: the least of its clauses. */
    Status checked() {
        if (version.isEmpty()) {
            return Status.plain("rulebook.not-in-force");
        }
        Verification least = version.get().clauses().stream()
                .map(Clause::verification)
                .max(Comparator.naturalOrder())
                .orElse(version.get().verification());
        return Status.plain("rulebook.verification." + lower(least));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
