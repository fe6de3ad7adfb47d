package org.shengmo.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of supervision. */
@Component
class SupervisionRows {

    private final JdbcClient database;

    SupervisionRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, Supervision.NewCampaign campaign, LocalDate today, long entry) {
        database.sql("""
                INSERT INTO supervision.campaign (id, year, code, title, scope, lead, first_day, last_day, launched_on, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        campaign.year(),
                        campaign.code(),
                        campaign.title(),
                        campaign.scope(),
                        campaign.lead(),
                        campaign.first(),
                        campaign.last(),
                        today,
                        entry)
                .update();
    }

    void close(UUID campaign, LocalDate on, String summary) {
        database.sql("UPDATE supervision.campaign SET closed_on = ?, summary = ? WHERE id = ?")
                .params(on, summary, campaign)
                .update();
    }

    boolean stands(int year, String code) {
        return database.sql("SELECT count(*) FROM supervision.campaign WHERE year = ? AND code = ?")
                        .params(year, code)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Supervision.Campaign> campaigns(int year) {
        return campaigns("year = ?", year);
    }

    Optional<Supervision.Campaign> campaign(UUID id) {
        return campaigns("id = ?", id).stream().findFirst();
    }

    private List<Supervision.Campaign> campaigns(String where, Object parameter) {
        return database.sql("SELECT * FROM supervision.campaign WHERE " + where + " ORDER BY first_day, code")
                .param(parameter)
                .query((row, number) -> new Supervision.Campaign(
                        row.getObject("id", UUID.class),
                        row.getInt("year"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("scope"),
                        row.getObject("lead", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("summary")))
                .list();
    }

    List<Integer> years() {
        return database.sql("SELECT DISTINCT year FROM supervision.campaign ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    void insert(UUID id, Optional<UUID> campaign, UUID body, LocalDate on, List<UUID> inspectors, String account) {
        database.sql("""
                INSERT INTO supervision.inspection (id, campaign, body, on_day, inspectors, account)
                VALUES (:id, :campaign, :body, :on, :inspectors, :account)
                """)
                .param("id", id)
                .param("campaign", campaign.orElse(null), Types.OTHER)
                .param("body", body)
                .param("on", on)
                .param("inspectors", inspectors.toArray(UUID[]::new))
                .param("account", account)
                .update();
    }

    List<Supervision.Inspection> inspections(UUID campaign) {
        return database.sql("SELECT * FROM supervision.inspection WHERE campaign = ? ORDER BY on_day DESC, id")
                .param(campaign)
                .query((row, number) -> new Supervision.Inspection(
                        row.getObject("id", UUID.class),
                        row.getObject("body", UUID.class),
                        row.getObject("on_day", LocalDate.class),
                        ids(row, "inspectors"),
                        row.getString("account")))
                .list();
    }

    void insert(UUID id, Supervision.NewHit hit, LocalDate on, UUID by) {
        database.sql("""
                INSERT INTO supervision.clue
                  (id, campaign, source, subject_type, subject_id, title, account, found_on, found_by, state)
                VALUES (:id, :campaign, :source, :type, :subject, :title, :account, :on, :by, 'hit')
                """)
                .param("id", id)
                .param("campaign", hit.campaign().orElse(null), Types.OTHER)
                .param("source", hit.source().code())
                .param("type", hit.subject().type())
                .param("subject", hit.subject().id())
                .param("title", hit.title().strip())
                .param("account", hit.account().strip())
                .param("on", on)
                .param("by", by, Types.OTHER)
                .update();
    }

    void taken(UUID clue, LocalDate on) {
        database.sql("UPDATE supervision.clue SET state = 'lead', taken_on = ? WHERE id = ?")
                .params(on, clue)
                .update();
    }

    void found(UUID clue, UUID finding) {
        database.sql("UPDATE supervision.clue SET state = 'finding', finding = ? WHERE id = ?")
                .params(finding, clue)
                .update();
    }

    void dropped(UUID clue, LocalDate on, String reasons) {
        database.sql("UPDATE supervision.clue SET state = 'closed', closed_on = ?, reasons = ? WHERE id = ?")
                .params(on, reasons, clue)
                .update();
    }

    List<Supervision.Clue> clues(Optional<UUID> campaign) {
        return campaign.isPresent() ? clues("campaign = ?", campaign.get()) : clues("true");
    }

    Optional<Supervision.Clue> clue(UUID id) {
        return clues("id = ?", id).stream().findFirst();
    }

    private List<Supervision.Clue> clues(String where, Object... parameters) {
        return database.sql("SELECT * FROM supervision.clue WHERE " + where + " ORDER BY number DESC")
                .params(parameters)
                .query((row, number) -> clue(row))
                .list();
    }

    private static Supervision.Clue clue(ResultSet row) throws SQLException {
        Supervision.Clue.Details details = new Supervision.Clue.Details(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Optional.ofNullable(row.getObject("campaign", UUID.class)),
                Supervision.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                row.getString("title"),
                row.getString("account"),
                row.getObject("found_on", LocalDate.class));
        return switch (row.getString("state")) {
            case "hit" -> new Supervision.Clue.Hit(details);
            case "lead" -> new Supervision.Clue.Lead(details, row.getObject("taken_on", LocalDate.class));
            case "finding" -> new Supervision.Clue.Found(details, row.getObject("finding", UUID.class));
            default ->
                new Supervision.Clue.Closed(
                        details, row.getObject("closed_on", LocalDate.class), row.getString("reasons"));
        };
    }

    int circulate(
            UUID id, Optional<UUID> campaign, int year, String title, String text, List<UUID> bodies, LocalDate on) {
        return database.sql("""
                INSERT INTO supervision.circular (id, number, year, campaign, title, text, bodies, issued_on)
                SELECT :id, coalesce(max(number), 0) + 1, :year, :campaign, :title, :text, :bodies, :on
                FROM supervision.circular WHERE year = :year
                RETURNING number
                """)
                .param("id", id)
                .param("year", year)
                .param("campaign", campaign.orElse(null), Types.OTHER)
                .param("title", title)
                .param("text", text)
                .param("bodies", bodies.toArray(UUID[]::new))
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    List<Supervision.Circular> circulars(UUID campaign) {
        return database.sql("SELECT * FROM supervision.circular WHERE campaign = ? ORDER BY number DESC")
                .param(campaign)
                .query((row, number) -> new Supervision.Circular(
                        row.getObject("id", UUID.class),
                        row.getInt("year"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("text"),
                        ids(row, "bodies"),
                        row.getObject("issued_on", LocalDate.class)))
                .list();
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }
}
