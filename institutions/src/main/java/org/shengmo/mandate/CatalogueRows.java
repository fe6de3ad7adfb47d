package org.shengmo.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's tables. */
@Component
class CatalogueRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            SELECT i.id AS item, v.id AS version, i.code, i.catalogue, lower(v.valid) AS from_day, upper(v.valid) AS until_day,
              v.content, v.holder, v.responsible, v.department, v.chart, v.decision
            FROM mandate.version v JOIN mandate.item i ON i.id = v.item
            """;

    private final JdbcClient database;

    CatalogueRows(JdbcClient database) {
        this.database = database;
    }

    /** Changes whenever a version is added or ends. */
    String stamp() {
        return database.sql("""
                SELECT count(*) || ' ' || coalesce(max(entry), 0) || ' ' || count(*) FILTER (WHERE NOT upper_inf(valid))
                FROM mandate.version
                """).query(String.class).single();
    }

    List<ItemVersion> inForce(LocalDate day) {
        return database.sql(SELECT + " WHERE v.valid @> :day::date ORDER BY i.catalogue, i.code")
                .param("day", day)
                .query(CatalogueRows::version)
                .list();
    }

    List<ItemVersion> versions(String code) {
        return database.sql(SELECT + " WHERE i.code = :code ORDER BY lower(v.valid) DESC")
                .param("code", code)
                .query(CatalogueRows::version)
                .list();
    }

    Optional<ItemVersion> version(UUID version) {
        return database.sql(SELECT + " WHERE v.id = :id")
                .param("id", version)
                .query(CatalogueRows::version)
                .optional();
    }

    /**
     * The versions under which powers were exercised.
     *
     * @param where which exercises, as {@code e}
     */
    List<ItemVersion> exercised(String where, Map<String, ?> values) {
        return database.sql(SELECT + " WHERE v.id IN (SELECT e.version FROM mandate.exercise e WHERE " + where + ")")
                .params(values)
                .query(CatalogueRows::version)
                .list();
    }

    /** The newest version of every item, in force or not. */
    List<ItemVersion> newest() {
        return database.sql("SELECT DISTINCT ON (item) * FROM (" + SELECT + ") v ORDER BY item, from_day DESC")
                .query(CatalogueRows::version)
                .list();
    }

    /** Puts the items of versions in, those that are new. */
    void insertItems(List<ItemVersion> versions) {
        database.sql("""
                INSERT INTO mandate.item (id, code, catalogue)
                SELECT t.id, t.code, t.catalogue
                FROM unnest(:ids::uuid[], :codes::text[], :catalogues::text[]) AS t(id, code, catalogue)
                WHERE NOT EXISTS (SELECT FROM mandate.item i WHERE i.id = t.id)
                """)
                .param("ids", versions.stream().map(ItemVersion::item).toArray(UUID[]::new))
                .param("codes", texts(versions, ItemVersion::code))
                .param(
                        "catalogues",
                        texts(versions, version -> version.catalogue().code()))
                .update();
    }

    /** Puts versions in, each with the entry of the act. */
    void insert(List<ItemVersion> versions, List<Long> entries) {
        database.sql("""
                INSERT INTO mandate.version (id, item, valid, name, class, holder, responsible, department, content, chart, decision, entry)
                SELECT t.id, t.item, daterange(t.from_day, NULL), t.name, t.class, t.holder, t.responsible, t.department,
                  t.content::jsonb, t.chart, t.decision, t.entry
                FROM unnest(:ids::uuid[], :items::uuid[], :from::text[]::date[], :names::text[], :classes::text[], :holders::uuid[],
                  :responsible::uuid[], :departments::uuid[], :contents::text[], :charts::text[], :decisions::text[], :entries::bigint[])
                  AS t(id, item, from_day, name, class, holder, responsible, department, content, chart, decision, entry)
                """)
                .param("ids", versions.stream().map(ItemVersion::version).toArray(UUID[]::new))
                .param("items", versions.stream().map(ItemVersion::item).toArray(UUID[]::new))
                .param("from", texts(versions, version -> version.from().toString()))
                .param("names", texts(versions, version -> version.power().name()))
                .param("classes", texts(versions, version -> version.power().powerClass()))
                .param("holders", versions.stream().map(ItemVersion::holder).toArray(UUID[]::new))
                .param(
                        "responsible",
                        versions.stream().map(ItemVersion::responsible).toArray(UUID[]::new))
                .param(
                        "departments",
                        versions.stream().map(ItemVersion::department).toArray(UUID[]::new))
                .param("contents", texts(versions, version -> JSON.writeValueAsString(version.power())))
                .param("charts", texts(versions, ItemVersion::chart))
                .param("decisions", texts(versions, ItemVersion::decision))
                .param("entries", entries.toArray(Long[]::new))
                .update();
    }

    private static String[] texts(List<ItemVersion> versions, Function<ItemVersion, String> text) {
        return versions.stream().map(text).toArray(String[]::new);
    }

    /** Ends a version the day before another begins. */
    void end(UUID version, LocalDate from) {
        database.sql("UPDATE mandate.version SET valid = daterange(lower(valid), :from) WHERE id = :id")
                .param("id", version)
                .param("from", from)
                .update();
    }

    private static ItemVersion version(ResultSet row, int number) throws SQLException {
        return new ItemVersion(
                row.getObject("item", UUID.class),
                row.getObject("version", UUID.class),
                row.getString("code"),
                Catalogue.of(row.getString("catalogue")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                JSON.readValue(row.getString("content"), Power.class),
                row.getObject("holder", UUID.class),
                row.getObject("responsible", UUID.class),
                row.getObject("department", UUID.class),
                row.getString("chart"),
                row.getString("decision"));
    }

    void insert(Proposal proposal) {
        database.sql("""
                INSERT INTO mandate.proposal (id, code, catalogue, content, chart, reasons, state, proposed_by, proposed_on)
                VALUES (:id, :code, :catalogue, :content::jsonb, :chart, :reasons, 'proposed', :by, :on)
                """)
                .param("id", proposal.id())
                .param("code", proposal.code())
                .param("catalogue", proposal.catalogue().code())
                .param("content", JSON.writeValueAsString(proposal.power()))
                .param("chart", proposal.chart(), Types.VARCHAR)
                .param("reasons", proposal.reasons())
                .param("by", proposal.proposedBy())
                .param("on", proposal.proposedOn())
                .update();
    }

    void reviewed(UUID proposal, boolean lawful, UUID by, LocalDate on, String opinion) {
        database.sql(
                        "UPDATE mandate.proposal SET state = ?, reviewed_by = ?, reviewed_on = ?, opinion = ? WHERE id = ?")
                .params(lawful ? "lawful" : "unlawful", by, on, opinion, proposal)
                .update();
    }

    void decided(UUID proposal, boolean adopted, UUID by, String decision, LocalDate effective) {
        database.sql(
                        "UPDATE mandate.proposal SET state = :state, decided_by = :by, decision = :decision, effective = :from WHERE id = :id")
                .param("state", adopted ? "in-force" : "rejected")
                .param("by", by)
                .param("decision", decision)
                .param("from", adopted ? effective : null, Types.DATE)
                .param("id", proposal)
                .update();
    }

    List<Proposal> proposals() {
        return database.sql("SELECT * FROM mandate.proposal ORDER BY proposed_on DESC, code")
                .query(CatalogueRows::proposal)
                .list();
    }

    Optional<Proposal> proposal(UUID id) {
        return one("SELECT * FROM mandate.proposal WHERE id = ?", id);
    }

    /** The proposal, locked until the transaction ends. */
    Optional<Proposal> lock(UUID id) {
        return one("SELECT * FROM mandate.proposal WHERE id = ? FOR UPDATE", id);
    }

    private Optional<Proposal> one(String select, UUID id) {
        return database.sql(select).param(id).query(CatalogueRows::proposal).optional();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Catalogue.of(row.getString("catalogue")),
                JSON.readValue(row.getString("content"), Power.class),
                row.getString("chart"),
                row.getString("reasons"),
                row.getString("state"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("reviewed_by", UUID.class),
                row.getObject("reviewed_on", LocalDate.class),
                row.getString("opinion"),
                row.getString("decision"),
                row.getObject("effective", LocalDate.class));
    }
}
