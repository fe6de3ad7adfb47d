package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts on people. */
@Component
class PersonActs {

    private final JdbcClient database;
    private final Memory memory;
    private final Clerk clerk;
    private final Naming naming;

    PersonActs(JdbcClient database, Memory memory, Clerk clerk, Naming naming) {
        this.database = database;
        this.memory = memory;
        this.clerk = clerk;
        this.naming = naming;
    }

    Person register(Actor by, NewPerson person) {
        new Check().code("code", person.code()).name("name", person.name()).done();
        by.require(Clerk.MANAGE);
        long mark = memory.write(Part.PERSON, Part.NAME);
        new Check()
                .that(
                        memory.now().personByCode(person.code()).isEmpty(),
                        "code",
                        "organization.code.taken",
                        person.code())
                .done();
        UUID id = enter(by, person, mark);
        return new Person(id, person.code(), person.name());
    }

    /** Writes a person who was checked, and the entry. */
    UUID enter(Actor by, NewPerson person, long mark) {
        UUID id = UUID.randomUUID();
        database.sql("INSERT INTO organization.person (id, code, changed) VALUES (:id, :code, :mark)")
                .param("id", id)
                .param("code", person.code())
                .param("mark", mark)
                .update();
        naming.first("person", id, person.name(), mark);
        memory.written();
        clerk.record(
                by,
                "person-registered",
                Subject.person(id),
                Clerk.payload("code", person.code(), "name", person.name()));
        return id;
    }

    void rename(Actor by, UUID person, String name, LocalDate from) {
        new Check().name("name", name).present("from", from).done();
        by.require(Clerk.MANAGE);
        long mark = memory.write(Part.NAME);
        Directory directory = memory.now();
        naming.change("person", person, name, from, directory, mark);
        memory.written();
        clerk.record(
                by,
                "person-renamed",
                Subject.person(person),
                Clerk.payload("from", from, "name", name, "before", directory.nameOn(person, from.minusDays(1))));
    }
}
