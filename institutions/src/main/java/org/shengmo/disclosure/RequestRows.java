package org.shengmo.disclosure;

import static org.shengmo.disclosure.PublicationRows.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests. */
@Component
class RequestRows {

    private final JdbcClient database;

    RequestRows(JdbcClient database) {
        this.database = database;
    }

    /** @return whether it was not there yet */
    boolean insert(UUID id, byte[] code, NewRequest request, UUID officer, LocalDate received, LocalDate due) {
        int rows = database.sql("""
                INSERT INTO disclosure.request
                  (id, code, channel, body, officer, what, form, received_on, counted_from, due, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED') ON CONFLICT (code) DO NOTHING
                """)
                .params(
                        id,
                        code,
                        request.channel().name(),
                        request.body(),
                        officer,
                        request.what(),
                        request.form().name(),
                        received,
                        received,
                        due)
                .update();
        if (rows > 0) {
            name(id);
            NewRequest.Applicant who = request.applicant();
            database.sql(
                            "INSERT INTO disclosure.applicant (request, kind, name, document, contact) VALUES (?, ?, ?, ?, ?)")
                    .params(id, who.kind().name(), who.name(), who.document(), who.contact())
                    .update();
        }
        return rows > 0;
    }

    /** Opens the row-level lock for one request, in this transaction. */
    private void name(UUID request) {
        database.sql("SELECT set_config('shengmo.request', ?, true)")
                .param(request.toString())
                .query(String.class)
                .single();
    }

    Optional<NewRequest.Applicant> applicant(UUID request) {
        name(request);
        return database.sql("SELECT * FROM disclosure.applicant WHERE request = ?")
                .param(request)
                .query((row, number) -> new NewRequest.Applicant(
                        NewRequest.ApplicantKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("document"),
                        row.getString("contact")))
                .optional();
    }

    /** @param values by column; columns are ours */
    void update(UUID id, Map<String, ?> values) {
        Map<String, Object> ordered = new TreeMap<>(values);
        database.sql("UPDATE disclosure.request SET "
                        + ordered.keySet().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(", "))
                        + " WHERE id = ?")
                .params(java.util.stream.Stream.concat(ordered.values().stream(), java.util.stream.Stream.of(id))
                        .toList())
                .update();
    }

    Optional<InformationRequest> byCode(byte[] code) {
        return all("code = ?", code).stream().findFirst();
    }

    Optional<InformationRequest> byId(UUID id) {
        return all("id = ?", id).stream().findFirst();
    }

    /** The request, held. */
    InformationRequest lock(UUID id) {
        return database.sql("SELECT * FROM disclosure.request WHERE id = ? FOR UPDATE")
                .param(id)
                .query(RequestRows::request)
                .single();
    }

    /** @param where SQL of ours over the row */
    List<InformationRequest> all(String where, Object... parameters) {
        return database.sql("SELECT * FROM disclosure.request WHERE " + where
                        + " ORDER BY ended_on DESC NULLS FIRST, due, number")
                .params(parameters)
                .query(RequestRows::request)
                .list();
    }

    List<Requests.Figures> figures(int year, LocalDate today) {
        return database.sql("""
                SELECT body, count(*) AS received, count(*) FILTER (WHERE state = 'ANSWERED') AS answered,
                  count(*) FILTER (WHERE answer IN ('DISCLOSED', 'PARTLY', 'ALREADY_PUBLIC')) AS disclosed,
                  count(*) FILTER (WHERE answer IN ('SECRET', 'PRIVATE', 'INTERNAL', 'PROCESS')) AS refused,
                  count(*) FILTER (WHERE ended_on IS NULL) AS open,
                  count(*) FILTER (WHERE coalesce(ended_on, ?) > due AND state <> 'LAPSED' AND state <> 'INCOMPLETE') AS late
                FROM disclosure.request WHERE received_on BETWEEN make_date(?, 1, 1) AND make_date(?, 12, 31)
                GROUP BY body ORDER BY 2 DESC, 1
                """)
                .params(today, year, year)
                .query((row, number) -> new Requests.Figures(
                        row.getObject("body", UUID.class),
                        row.getInt("received"),
                        row.getInt("answered"),
                        row.getInt("disclosed"),
                        row.getInt("refused"),
                        row.getInt("open"),
                        row.getInt("late")))
                .list();
    }

    private static InformationRequest request(ResultSet row, int number) throws SQLException {
        LocalDate consultedUntil = day(row, "consulted_until");
        InformationRequest.ThirdParty third = consultedUntil == null
                ? null
                : new InformationRequest.ThirdParty(
                        row.getString("third_party"),
                        day(row, "consulted_since"),
                        consultedUntil,
                        row.getObject("third_agrees", Boolean.class),
                        row.getString("third_reasons"));
        InformationRequest.Details details = new InformationRequest.Details(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                NewRequest.Channel.valueOf(row.getString("channel")),
                row.getObject("body", UUID.class),
                row.getObject("officer", UUID.class),
                row.getString("what"),
                NewRequest.Form.valueOf(row.getString("form")),
                day(row, "received_on"),
                day(row, "counted_from"),
                day(row, "due"),
                row.getObject("duty", UUID.class),
                row.getString("supplied"),
                third,
                row.getInt("extended_days"),
                row.getString("extension"));
        return switch (row.getString("state")) {
            case "INCOMPLETE" ->
                new InformationRequest.Incomplete(details, row.getString("missing"), day(row, "supply_until"));
            case "CONSULTING" ->
                new InformationRequest.Consulting(
                        details, day(row, "consulted_since"), row.getString("third_party"), day(row, "third_due"));
            case "ANSWERED" ->
                new InformationRequest.Answered(
                        details,
                        day(row, "ended_on"),
                        RequestAnswer.valueOf(row.getString("answer")),
                        row.getString("answer_text"));
            case "LAPSED" -> new InformationRequest.Lapsed(details, day(row, "ended_on"));
            default -> new InformationRequest.Received(details);
        };
    }
}
