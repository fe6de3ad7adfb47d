package org.shengmo.discipline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Informants in a table that opens for one lead at a time. */
@Service
class DisciplineInformants implements Informants {

    private final JdbcClient database;
    private final DisciplineVault vault;
    private final PostgresDisciplineLeads leads;
    private final DisciplineTerms terms;
    private final DisciplineCrews crews;
    private final DisciplineRecord record;
    private final DisciplineViewLog views;
    private final Clock clock;

    DisciplineInformants(
            JdbcClient database,
            DisciplineVault vault,
            PostgresDisciplineLeads leads,
            DisciplineTerms terms,
            DisciplineCrews crews,
            DisciplineRecord record,
            DisciplineViewLog views,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.leads = leads;
        this.terms = terms;
        this.crews = crews;
        this.record = record;
        this.views = views;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID ask(Actor by, UUID leadId, String reasons) {
        Lead lead = leads.visible(by, leadId);
        Lead.Crew crew = PostgresDisciplineLeads.crew(lead);
        if (!crew.handlers().contains(by.person())) {
            throw refusal("discipline.identity.handlers");
        }
        PostgresDisciplineLeads.requireText("reasons", reasons);
        UUID id = UUID.randomUUID();
        database.sql(
                        "INSERT INTO discipline.identity_request (id, lead, asked_by, asked_on, reasons) VALUES (?, ?, ?, ?, ?)")
                .params(id, leadId, by.person(), today(), reasons.strip())
                .update();
        record.sealed(by, "identity-asked", lead.details().asSubject(), Map.of("reasons", reasons));
        record.tell(
                List.of(crew.supervisor()),
                "discipline.notice.identity",
                "/discipline/leads/" + leadId,
                lead.details().asSubject());
        return id;
    }

    @Override
    @Transactional
    public void answer(Actor by, UUID request, boolean consent, String reasons) {
        vault.openFor(by);
        UUID leadId = leadOf(request);
        Lead lead = leads.visible(by, leadId);
        Request asked = find(request);
        boolean second = leads.line(by, lead.details())
                || by.person().equals(PostgresDisciplineLeads.crew(lead).supervisor());
        if (!second || asked.askedBy().equals(by.person())) {
            throw refusal("discipline.identity.second");
        }
        if (asked.consented().isPresent()) {
            throw refusal("discipline.identity.answered");
        }
        PostgresDisciplineLeads.requireText("reasons", reasons);
        database.sql("""
                UPDATE discipline.identity_request
                SET answered_by = ?, answered_on = ?, consented = ?, answer = ?, open_until = ? WHERE id = ?
                """)
                .params(
                        by.person(),
                        today(),
                        consent,
                        reasons.strip(),
                        consent ? terms.due("identity", today()) : null,
                        request)
                .update();
        record.sealed(
                by, "identity-answered", lead.details().asSubject(), Map.of("consent", consent, "reasons", reasons));
        record.tell(
                List.of(asked.askedBy()),
                "discipline.notice.identity-answered",
                "/discipline/leads/" + leadId,
                lead.details().asSubject());
    }

    @Override
    @Transactional
    public Identity open(Actor by, UUID request) {
        vault.openFor(by);
        UUID leadId = leadOf(request);
        Request asked = find(request);
        boolean consented = asked.consented().orElse(false);
        boolean inTime =
                asked.openUntil().filter(last -> !today().isAfter(last)).isPresent();
        if (!asked.askedBy().equals(by.person()) || !consented || !inTime || asked.opened()) {
            throw refusal("discipline.identity.closed");
        }
        database.sql("UPDATE discipline.identity_request SET opened_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), request)
                .update();
        views.viewed(by, "identity", leadId, "handler");
        record.sealed(by, "identity-opened", new org.shengmo.docket.Subject("discipline.lead", leadId), Map.of());
        vault.openIdentity(leadId);
        return database.sql("SELECT name, contact FROM discipline.informant WHERE lead = ?")
                .param(leadId)
                .query((row, number) -> new Identity(row.getString("name"), row.getString("contact")))
                .optional()
                .orElse(new Identity("", ""));
    }

    private UUID leadOf(UUID request) {
        return database.sql("SELECT lead FROM discipline.identity_request WHERE id = ?")
                .param(request)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no request " + request));
    }

    private Request find(UUID request) {
        return list("id = ?", request).getFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> of(Actor reader, UUID lead) {
        vault.openFor(reader);
        return list("lead = ?", lead);
    }

    private List<Request> list(String where, UUID id) {
        return database.sql("SELECT * FROM discipline.identity_request WHERE " + where + " ORDER BY asked_on DESC, id")
                .param(id)
                .query((row, number) -> new Request(
                        Columns.id(row, "id"),
                        Columns.id(row, "asked_by"),
                        Columns.day(row, "asked_on"),
                        row.getString("reasons"),
                        Optional.ofNullable(row.getObject("consented", Boolean.class)),
                        Optional.ofNullable(Columns.id(row, "answered_by")),
                        Optional.ofNullable(row.getString("answer")).orElse(""),
                        Optional.ofNullable(Columns.day(row, "open_until")),
                        row.getTimestamp("opened_at") != null))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean known(Actor reader, UUID lead) {
        vault.openFor(reader);
        if (!leads.exists(reader, lead)) {
            return false;
        }
        vault.openIdentity(lead);
        boolean known = database.sql("SELECT EXISTS (SELECT 1 FROM discipline.informant WHERE lead = ?)")
                .param(lead)
                .query(Boolean.class)
                .single();
        vault.openFor(reader);
        return known;
    }

    private Refused refusal(String key) {
        return Refusal.of(key).under(List.of(crews.clause("10"))).refused();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
