package org.shengmo.discipline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enters what is done with leads and cases in the compartment, and tells those who work on them. */
@Component
class DisciplineRecord {

    private final JdbcClient database;
    private final Docket docket;
    private final Notices notices;
    private final Organization organization;
    private final Clock clock;

    DisciplineRecord(JdbcClient database, Docket docket, Notices notices, Organization organization, Clock clock) {
        this.database = database;
        this.docket = docket;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    /** Enters an act in the compartment: not even its kind is public, and it shows on nobody's timeline. */
    void sealed(Actor by, String kind, Subject about, Map<String, ?> payload) {
        docket.record(
                new Act(by.author(), Kind.of("discipline." + kind), about, List.of(), payload, Leads.COMPARTMENT));
    }

    /** The next number of a year. */
    int number(String kind, int year) {
        return database.sql("""
                INSERT INTO discipline.counter VALUES (?, ?, 1)
                ON CONFLICT (kind, year) DO UPDATE SET last = discipline.counter.last + 1 RETURNING last
                """).params(kind, year).query(Integer.class).single();
    }

    /** Tells people that there is something for them; what, they read there. */
    void tell(Collection<UUID> people, String key, String href, Subject about, Object... arguments) {
        people.stream()
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> notices.tellPerson(person, Text.of(key, arguments), href, about));
    }

    /** The name of a person or body today. */
    String name(UUID thing) {
        return organization.directory().nameOn(thing, LocalDate.now(clock));
    }

    List<String> names(Collection<UUID> things) {
        return things.stream().map(this::name).toList();
    }
}
