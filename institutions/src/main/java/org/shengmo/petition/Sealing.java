package org.shengmo.petition;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a petition out of the ordinary rows and hands it to discipline intake, under the same receipt code. */
@Component
class Sealing {

    private final JdbcClient database;
    private final PetitionRows rows;
    private final Steps steps;
    private final SealedIntake sealed;
    private final Docket docket;

    Sealing(JdbcClient database, PetitionRows rows, Steps steps, SealedIntake sealed, Docket docket) {
        this.database = database;
        this.rows = rows;
        this.steps = steps;
        this.sealed = sealed;
        this.docket = docket;
    }

    void seal(Actor by, Petition.Details petition, NewPetition.Accused accused) {
        UUID id = petition.id();
        NewPetition.Who who = rows.identity(id).orElse(NewPetition.Who.NOBODY);
        List<UUID> files = rows.messages(id).stream()
                .flatMap(message -> message.attachments().stream())
                .toList();
        byte[] code = database.sql("SELECT code FROM petition.petition WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
        steps.lift(petition, "petition.lifted.elsewhere");
        sealed.takeOver(
                by,
                new NewPetition(
                        petition.channel(),
                        petition.naming(),
                        petition.topic(),
                        petition.text(),
                        petition.place(),
                        petition.spot(),
                        null,
                        petition.complained(),
                        accused,
                        who,
                        false,
                        List.of(),
                        "",
                        petition.receivedOn()),
                code,
                files);
        docket.record(new Act(
                by.author(),
                Kind.of("petition.sealed"),
                Steps.subject(id),
                List.of(),
                Map.of("petition", petition.handle()),
                Accusations.COMPARTMENT));
        forget(id);
    }

    /** Nothing of it stays where others read. */
    private void forget(UUID id) {
        for (String table : List.of(
                "echo",
                "gram",
                "identity",
                "message",
                "suspension",
                "answer",
                "review",
                "rectification_voice",
                "rectification_petition")) {
            if (table.equals("identity")) {
                rows.identity(id);
            }
            database.sql("DELETE FROM petition." + table + " WHERE petition = ?")
                    .param(id)
                    .update();
        }
        database.sql("UPDATE petition.petition SET joined_to = NULL WHERE joined_to = ?")
                .param(id)
                .update();
        database.sql("DELETE FROM petition.petition WHERE id = ?").param(id).update();
    }
}
