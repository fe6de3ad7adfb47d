package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Pack.PackedDocument;
import org.shengmo.rulebook.Pack.PackedTable;
import org.shengmo.rulebook.Pack.PackedVersion;
import org.shengmo.rulebook.RuleStore.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the store to what the packs say. What is there already is left alone; what changed becomes a new revision. */
@Component
class PackLoader {

    private final RuleStore store;
    private final Docket docket;

    PackLoader(RuleStore store, Docket docket) {
        this.store = store;
        this.docket = docket;
    }

    /**
     * Loads.
     *
     * @return how many versions of documents and tables were new
     */
    @Transactional
    public int load(Pack pack) {
        store.lock();
        int added = 0;
        for (PackedDocument document : pack.documents()) {
            added += document(document);
        }
        for (List<PackedTable> versions : pack.tables().stream()
                .collect(Collectors.groupingBy(PackedTable::code, LinkedHashMap::new, Collectors.toList()))
                .values()) {
            added += tables(versions);
        }
        return added;
    }

    private int document(PackedDocument document) {
        UUID id = store.document(document);
        Map<LocalDate, Standing> standing = byDate(store.versions(id));
        int added = 0;
        for (PackedVersion version : document.versions()) {
            Standing old = standing.remove(version.from());
            if (old != null && old.hash().equals(version.hash())) {
                if (!Objects.equals(old.until(), version.until())) {
                    store.endVersion(old.id(), version.from(), version.until());
                }
                continue;
            }
            if (old != null) {
                store.retireVersion(old.id());
            }
            int revision = old == null ? 1 : old.revision() + 1;
            store.add(id, version, revision);
            record(document, id, version, revision);
            added++;
        }
        standing.values().forEach(gone -> store.retireVersion(gone.id()));
        return added;
    }

    private void record(PackedDocument document, UUID id, PackedVersion version, int revision) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("document", document.code());
        payload.put("title", document.title());
        payload.put("pack", document.pack());
        payload.put("from", version.from());
        payload.put("revision", revision);
        payload.put("source", version.source());
        payload.put("verification", version.verification());
        payload.put("articles", version.clauses().stream().map(Clause::article).toList());
        payload.put("hash", version.hash());
        docket.record(
                Act.of(Author.CALENDAR, "rulebook.version-loaded", new Subject("rulebook.document", id), payload));
    }

    private int tables(List<PackedTable> versions) {
        Map<LocalDate, Standing> standing =
                byDate(store.tables(versions.getFirst().code()));
        int added = 0;
        for (PackedTable table : versions) {
            Standing old = standing.remove(table.from());
            if (old != null && old.hash().equals(table.hash())) {
                if (!Objects.equals(old.until(), table.until())) {
                    store.endTable(old.id(), table.from(), table.until());
                }
                continue;
            }
            if (old != null) {
                store.retireTable(old.id());
            }
            int revision = old == null ? 1 : old.revision() + 1;
            UUID id = store.add(table, revision);
            docket.record(Act.of(
                    Author.CALENDAR,
                    "rulebook.table-loaded",
                    new Subject("rulebook.table", id),
                    Map.of(
                            "table", table.code(),
                            "room", table.room(),
                            "from", table.from(),
                            "revision", revision,
                            "hash", table.hash())));
            added++;
        }
        standing.values().forEach(gone -> store.retireTable(gone.id()));
        return added;
    }

    private static Map<LocalDate, Standing> byDate(List<Standing> standing) {
        Stream<Standing> sorted = standing.stream();
        return sorted.collect(
                Collectors.toMap(Standing::from, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }
}
