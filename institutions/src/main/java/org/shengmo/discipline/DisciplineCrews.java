package org.shengmo.discipline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Permission;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may work on a matter: two or more, who may, and whom it does not concern. */
@Component
class DisciplineCrews {

    static final String MEASURES = "district-discipline-measures";

    private final JdbcClient database;
    private final Organization organization;
    private final Kinships kinships;
    private final Rulebook rulebook;
    private final Clock clock;

    DisciplineCrews(JdbcClient database, Organization organization, Kinships kinships, Rulebook rulebook, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.kinships = kinships;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** @throws org.shengmo.wording.Refused where there are fewer than two different people */
    void requireTwo(List<UUID> people) {
        if (people.size() < 2 || people.stream().distinct().count() < people.size()) {
            throw Refusal.of("discipline.two").under(List.of(clause("3"))).refused();
        }
    }

    /**
     * Insists that somebody may work on a matter.
     *
     * @param matter the lead or case, for those who withdrew from it before
     * @param people whom it is about
     * @param bodies what it is about
     * @throws org.shengmo.wording.Refused where their post may not, or they have to withdraw
     */
    void require(UUID person, Permission permission, UUID matter, List<UUID> people, List<UUID> bodies) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        String name = directory.nameOn(person, today);
        boolean may = directory.tenuresOf(person, today).stream()
                .map(tenure -> directory.post(tenure.post()).permissions())
                .anyMatch(permissions -> permissions.contains(permission));
        if (!may) {
            throw Refusal.of("discipline.not-handler", name)
                    .under(List.of(clause("3")))
                    .refused();
        }
        boolean concerned = people.contains(person)
                || people.stream()
                        .anyMatch(
                                about -> kinships.between(person, about, today).isPresent())
                || directory.tenuresOf(person, today).stream()
                        .anyMatch(tenure ->
                                bodies.contains(directory.post(tenure.post()).body()))
                || sharesBody(directory, person, people, today)
                || withdrew(person, matter);
        if (concerned) {
            throw Refusal.of("discipline.recuse", name)
                    .under(List.of(clause("4")))
                    .refused();
        }
    }

    private static boolean sharesBody(Directory directory, UUID person, List<UUID> people, LocalDate today) {
        List<UUID> own = bodies(directory, person, today);
        return people.stream()
                .anyMatch(about -> bodies(directory, about, today).stream().anyMatch(own::contains));
    }

    static List<UUID> bodies(Directory directory, UUID person, LocalDate on) {
        return directory.tenuresOf(person, on).stream()
                .map(tenure -> directory.post(tenure.post()).body())
                .toList();
    }

    private boolean withdrew(UUID person, UUID matter) {
        return database.sql("SELECT count(*) FROM discipline.recusal WHERE matter = ? AND person = ?")
                        .params(matter, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void withdrawn(UUID matter, UUID person, UUID by, String reasons) {
        database.sql("INSERT INTO discipline.recusal VALUES (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), matter, person, by, LocalDate.now(clock), reasons)
                .update();
    }

    /** A clause of the district's measures on this work, today. */
    Citation clause(String article) {
        return rulebook.cite(MEASURES, article, LocalDate.now(clock));
    }

    /** A clause of a document, today. */
    Citation clause(String document, String article) {
        return rulebook.cite(document, article, LocalDate.now(clock));
    }
}
