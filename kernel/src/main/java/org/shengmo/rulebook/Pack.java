package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shengmo.docket.CanonicalJson;
import org.shengmo.docket.Sha256;
import org.shengmo.wording.Verification;

/**
 * What the pack files of all rooms hold together, before it is loaded.
 *
 * @param documents one of each code
 * @param tables one of each code and effective date
 */
record Pack(List<PackedDocument> documents, List<PackedTable> tables) {

    Pack {
        documents = List.copyOf(documents);
        tables = List.copyOf(tables);
    }

    /** @param versions oldest first, without overlaps */
    record PackedDocument(
            String code,
            String title,
            String english,
            String issuer,
            Document.Rank rank,
            String pack,
            List<PackedVersion> versions) {}

    /** @param until the next version's date, or the day of repeal; null while open */
    record PackedVersion(
            LocalDate from,
            LocalDate until,
            LocalDate published,
            String source,
            Verification verification,
            List<Clause> clauses) {

        PackedVersion until(LocalDate day) {
            return new PackedVersion(from, day, published, source, verification, clauses);
        }

        /** Of everything but the end, which a later version moves. */
        String hash() {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("published", published);
            content.put("source", source);
            content.put("verification", verification);
            content.put(
                    "clauses",
                    clauses.stream()
                            .map(clause ->
                                    List.of(clause.article(), clause.text(), clause.source(), clause.verification()))
                            .collect(Collectors.toList()));
            return Sha256.hex(CanonicalJson.of(content));
        }
    }

    /** @param content the DMN file */
    record PackedTable(String code, LocalDate from, LocalDate until, String room, String content) {

        PackedTable until(LocalDate day) {
            return new PackedTable(code, from, day, room, content);
        }

        String hash() {
            return Sha256.hex(content);
        }
    }
}
