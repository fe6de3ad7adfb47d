package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tenures that stand, in memory. */
final class Tenures {

    static final Tenures NONE = new Tenures(Map.of());

    private static final Comparator<Tenure> OLDEST_FIRST =
            Comparator.comparing(Tenure::from).thenComparing(Tenure::id);

    /** A tenure as it stands in the database. */
    record Row(Tenure tenure, int seat, boolean annulled) {
        UUID id() {
            return tenure.id();
        }
    }

    final Map<UUID, Tenure> byId;

    private final Map<UUID, Row> rows;
    private final Map<UUID, List<Tenure>> byPost;
    private final Map<UUID, List<Tenure>> byPerson;

    private Tenures(Map<UUID, Row> rows) {
        this.rows = rows;
        byId = new HashMap<>();
        rows.values().stream()
                .filter(row -> !row.annulled())
                .map(Row::tenure)
                .forEach(tenure -> byId.put(tenure.id(), tenure));
        byPost = Rows.group(byId.values(), Tenure::post, OLDEST_FIRST);
        byPerson = Rows.group(byId.values(), Tenure::person, OLDEST_FIRST);
    }

    Tenures with(List<Row> changed) {
        return new Tenures(Rows.merge(rows, changed, Row::id));
    }

    List<Tenure> in(UUID post) {
        return byPost.getOrDefault(post, List.of());
    }

    List<Tenure> of(UUID person) {
        return byPerson.getOrDefault(person, List.of());
    }

    List<Tenure> holders(UUID post, LocalDate on) {
        return in(post).stream().filter(tenure -> tenure.holdsOn(on)).toList();
    }

    List<Seating.Seated> seated(UUID post) {
        return in(post).stream()
                .map(tenure -> new Seating.Seated(
                        tenure.id(),
                        new Days(tenure.from(), tenure.until()),
                        rows.get(tenure.id()).seat()))
                .collect(Collectors.toList());
    }
}
