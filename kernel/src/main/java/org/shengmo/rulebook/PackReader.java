package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shengmo.rulebook.Pack.PackedDocument;
import org.shengmo.rulebook.Pack.PackedTable;
import org.shengmo.rulebook.Pack.PackedVersion;

/** Puts the files of all packs together and checks that they agree with each other. */
final class PackReader {

    private static final LocalDate OPEN = LocalDate.MAX;

    private final Map<String, PackedDocument> documents = new TreeMap<>();
    private final Map<String, SortedMap<LocalDate, PackedTable>> tables = new TreeMap<>();
    private final Map<String, DecisionTable> views = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private PackReader() {}

    /**
     * A file of a pack.
     *
     * @param name for messages; ends in {@code .yaml} or {@code .dmn}
     * @param room the package that contributes it
     */
    record PackFile(String name, String room, String content) {}

    /**
     * Reads files. A document or table version that stands in two files is the later file's: an operator's own pack comes
     * last.
     *
     * @throws BrokenPack with every fault
     */
    static Pack read(List<PackFile> files) {
        PackReader reader = new PackReader();
        files.forEach(reader::file);
        Pack pack = reader.pack();
        reader.citationsHold(pack);
        if (!reader.faults.isEmpty()) {
            throw new BrokenPack(reader.faults);
        }
        return pack;
    }

    private void file(PackFile file) {
        if (file.name().endsWith(".dmn")) {
            table(file);
        } else {
            PackedDocument document = DocumentFile.read(file.name(), file.content(), faults);
            if (document != null) {
                documents.merge(document.code(), document, PackReader::later);
            }
        }
    }

    private void table(PackFile file) {
        try {
            DecisionTable table = TableFile.read(file.content(), null, file.room(), null, 1, true);
            tables.computeIfAbsent(table.code(), code -> new TreeMap<>())
                    .put(
                            table.from(),
                            new PackedTable(table.code(), table.from(), table.until(), file.room(), file.content()));
            views.put(table.code() + " of " + table.from(), table);
        } catch (IllegalArgumentException e) {
            faults.add(file.name() + ": " + e.getMessage());
        }
    }

    private static PackedDocument later(PackedDocument earlier, PackedDocument later) {
        SortedMap<LocalDate, PackedVersion> versions = new TreeMap<>();
        earlier.versions().forEach(version -> versions.put(version.from(), version));
        later.versions().forEach(version -> versions.put(version.from(), version));
        return withVersions(later, List.copyOf(versions.values()));
    }

    private static PackedDocument withVersions(PackedDocument document, List<PackedVersion> versions) {
        return new PackedDocument(
                document.code(),
                document.title(),
                document.english(),
                document.issuer(),
                document.rank(),
                document.pack(),
                versions);
    }

    private Pack pack() {
        return new Pack(
                documents.values().stream()
                        .map(document -> withVersions(document, ended(document)))
                        .toList(),
                tables.values().stream()
                        .flatMap(versions -> ended(versions).stream())
                        .toList());
    }

    /** Each version ends where the next begins, if it does not end earlier by itself. */
    private List<PackedVersion> ended(PackedDocument document) {
        List<PackedVersion> versions = document.versions().stream()
                .sorted(Comparator.comparing(PackedVersion::from))
                .toList();
        List<PackedVersion> ended = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            PackedVersion version = versions.get(i);
            LocalDate next = i + 1 < versions.size() ? versions.get(i + 1).from() : null;
            LocalDate until = earlier(version.until(), next);
            if (until != null && !until.isAfter(version.from())) {
                faults.add(document.code() + ": the version of " + version.from() + " ends on " + until);
            }
            ended.add(version.until(until));
        }
        return ended;
    }

    private static List<PackedTable> ended(SortedMap<LocalDate, PackedTable> versions) {
        List<PackedTable> sorted = List.copyOf(versions.values());
        List<PackedTable> ended = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            LocalDate next = i + 1 < sorted.size() ? sorted.get(i + 1).from() : null;
            ended.add(sorted.get(i).until(earlier(sorted.get(i).until(), next)));
        }
        return ended;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    /** A clause that a table cites is in force, with that article, as long as the table is. */
    private void citationsHold(Pack pack) {
        pack.documents().forEach(document -> documents.put(document.code(), document));
        for (PackedTable table : pack.tables()) {
            DecisionTable view = views.get(table.code() + " of " + table.from());
            view.rows()
                    .forEach(row -> row.clauses()
                            .forEach(clause ->
                                    citationHolds(table, "row " + row.number() + " cites " + clause, clause)));
        }
    }

    private void citationHolds(PackedTable table, String place, String clause) {
        int split = clause.indexOf('#');
        PackedDocument document = documents.get(clause.substring(0, split));
        if (document == null) {
            faults.add(table.code() + " of " + table.from() + ": " + place + ", a document that no pack has");
            return;
        }
        List<PackedVersion> versions = document.versions().stream()
                .filter(version -> overlaps(version, table))
                .toList();
        LocalDate covered = table.from();
        for (PackedVersion version : versions) {
            if (version.from().isAfter(covered) || !hasArticle(version, clause.substring(split + 1))) {
                break;
            }
            covered = version.until() == null ? OPEN : version.until();
        }
        LocalDate needed = table.until() == null ? OPEN : table.until();
        if (covered.isBefore(needed)) {
            faults.add(table.code() + " of " + table.from() + ": " + place + ", which is not in force on " + covered);
        }
    }

    private static boolean overlaps(PackedVersion version, PackedTable table) {
        return (version.until() == null || version.until().isAfter(table.from()))
                && (table.until() == null || version.from().isBefore(table.until()));
    }

    private static boolean hasArticle(PackedVersion version, String article) {
        return version.clauses().stream().anyMatch(clause -> Article.of(article).isWithin(clause.article()));
    }
}
