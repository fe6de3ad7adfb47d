package org.shengmo.wording;

import java.time.LocalDate;
import java.util.Map;

/**
 * A clause in force, cited.
 *
 * @param document the rule document's code, such as {@code petition-regulation}
 * @param title the document's name as published, in Chinese
 * @param article the article as it is numbered in the document, such as {@code 22}
 * @param version the version that was in force, by the date it took effect
 * @param verification how far the wording was checked
 */
public record Citation(String document, String title, String article, LocalDate version, Verification verification) {

    /** The citation as part of a docket entry's payload. */
    public Map<String, Object> asPayload() {
        return Map.of(
                "document", document,
                "title", title,
                "article", article,
                "version", version,
                "verification", verification.name());
    }
}
