package org.shengmo.discipline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the database's second lock for one transaction: as far as a reader may see, or for the programme's own work. */
@Component
class DisciplineVault {

    private final JdbcClient database;
    private final Organization organization;
    private final Clock clock;

    DisciplineVault(JdbcClient database, Organization organization, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.clock = clock;
    }

    /** Opens what is there for a reader: what they handle, and by their post's door what is not about them. */
    void openFor(Actor reader) {
        String person = reader.person() == null ? "" : reader.person().toString();
        database.sql("""
                SELECT set_config('shengmo.discipline_door', ?, true), set_config('shengmo.discipline_reader', ?, true),
                  set_config('shengmo.discipline_bodies', ?, true), set_config('shengmo.discipline_identity', '', true)
                """).params(door(reader), person, bodies(reader)).query().singleRow();
    }

    private static String door(Actor reader) {
        if (reader.person() == null) {
            return "";
        }
        if (reader.may(Leads.LEAD)) {
            return "line";
        }
        if (reader.may(Leads.ABOVE)) {
            return "above";
        }
        return reader.may(Leads.KEEP) ? "keeper" : "";
    }

    private String bodies(Actor reader) {
        return reader.person() == null
                ? ""
                : organization.tenuresOf(reader.person(), LocalDate.now(clock)).stream()
                        .map(tenure -> organization.post(tenure.post()).body().toString())
                        .collect(Collectors.joining(","));
    }

    /** Opens everything to what the programme does by itself, and to a write that was allowed before. */
    void openForWork() {
        set("shengmo.discipline_door", "round");
    }

    /** Opens one lead's informant. */
    void openIdentity(UUID lead) {
        set("shengmo.discipline_identity", lead.toString());
    }

    private void set(String name, String value) {
        database.sql("SELECT set_config(?, ?, true)")
                .params(name, value)
                .query(String.class)
                .single();
    }
}
