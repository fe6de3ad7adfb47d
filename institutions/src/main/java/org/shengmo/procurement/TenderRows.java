package org.shengmo.procurement;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of tenders, bids, experts and draws. */
@Component
class TenderRows {

    private final JdbcClient database;

    TenderRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, UUID project, int round, NewTender terms, BigDecimal ceiling, LocalDate on) {
        database.sql("""
                INSERT INTO procurement.tender (id, project, round, method, ceiling, published_on, sale_until, deadline,
                  bid_deposit, performance_share, members, experts, specialty, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SEALED')
                """)
                .params(
                        id,
                        project,
                        round,
                        terms.method().name(),
                        ceiling,
                        on,
                        terms.saleUntil(),
                        Timestamp.from(terms.deadline()),
                        terms.bidDeposit(),
                        terms.performanceShare(),
                        terms.members(),
                        terms.experts(),
                        terms.specialty())
                .update();
    }

    void lock(UUID tender) {
        database.sql("SELECT 1 FROM procurement.tender WHERE id = ? FOR UPDATE")
                .params(tender)
                .query()
                .optionalValue();
    }

    void key(UUID tender, BidSeal.Holder holder, String published) {
        database.sql("UPDATE procurement.tender SET key_" + column(holder) + " = ? WHERE id = ?")
                .params(Base64.getDecoder().decode(published), tender)
                .update();
    }

    private static String column(BidSeal.Holder holder) {
        return holder == BidSeal.Holder.TRADING ? "trading" : "supervision";
    }

    void receive(UUID bid, UUID tender, Instant at, String envelope, long entry, String code) {
        database.sql("""
                INSERT INTO procurement.bid (id, tender, number, received_at, envelope, entry, withdrawal, state)
                SELECT ?, ?, 1 + count(*), ?, ?, ?, ?, 'SEALED' FROM procurement.bid WHERE tender = ?
                """)
                .params(bid, tender, Timestamp.from(at), envelope, entry, code, tender)
                .update();
    }

    /** The bid of a withdrawal code's hash that still stands. */
    Optional<SealedBid> byCode(UUID tender, String hash) {
        return sealed("tender = ? AND withdrawal = ?", tender, hash).stream().findFirst();
    }

    void pool(UUID tender, List<String> codes, long entry) {
        database.sql("UPDATE procurement.tender SET pool = ?, pool_entry = ? WHERE id = ?")
                .params(codes.toArray(String[]::new), entry, tender)
                .update();
    }

    /** A bid as it is stored while sealed; shares in base 64, once given. */
    record SealedBid(
            UUID id, int number, String envelope, long entry, Optional<String> trading, Optional<String> supervision) {}

    List<SealedBid> sealed(UUID tender) {
        return sealed("tender = ?", tender);
    }

    private List<SealedBid> sealed(String where, Object... parameters) {
        return database.sql(
                        "SELECT * FROM procurement.bid WHERE state <> 'WITHDRAWN' AND " + where + " ORDER BY number")
                .params(parameters)
                .query((row, number) -> new SealedBid(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("envelope"),
                        row.getLong("entry"),
                        key(row, "share_trading"),
                        key(row, "share_supervision")))
                .list();
    }

    void share(UUID bid, BidSeal.Holder holder, byte[] share) {
        database.sql("UPDATE procurement.bid SET share_" + column(holder) + " = ? WHERE id = ?")
                .params(share, bid)
                .update();
    }

    void opened(UUID bid, Tender.Bid.State state, String reason) {
        database.sql("UPDATE procurement.bid SET state = ?, reason = ? WHERE id = ?")
                .params(state.name(), reason, bid)
                .update();
    }

    void opened(UUID bid, BidContent content) {
        database.sql("""
                UPDATE procurement.bid SET state = 'VALID', firm = ?, credit_code = ?, price = ?, days = ?, nonce = ?
                WHERE id = ?
                """)
                .params(content.firm(), content.creditCode(), content.price(), content.days(), content.nonce(), bid)
                .update();
    }

    void opened(UUID tender, Instant at) {
        database.sql("UPDATE procurement.tender SET state = 'EVALUATING', opened_at = ? WHERE id = ?")
                .params(Timestamp.from(at), tender)
                .update();
    }

    void drawn(UUID tender, long size, String root, String seed, List<Tender.Member> members) {
        database.sql("UPDATE procurement.tender SET tree_size = ?, root = ?, seed = ? WHERE id = ?")
                .params(size, root, seed, tender)
                .update();
        int place = 0;
        for (Tender.Member member : members) {
            database.sql("""
                    INSERT INTO procurement.committee (tender, place, code, name, expert, passed_over)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """)
                    .params(tender, ++place, member.code(), member.name(), member.expert(), member.passedOver())
                    .update();
        }
    }

    void points(UUID tender, String code, UUID bid, BigDecimal points) {
        database.sql("INSERT INTO procurement.points (tender, code, bid, points) VALUES (?, ?, ?, ?)")
                .params(tender, code, bid, points)
                .update();
    }

    /** The points that each member gave, by member's code and bid. */
    Map<String, Map<UUID, BigDecimal>> points(UUID tender) {
        Map<String, Map<UUID, BigDecimal>> points = new java.util.TreeMap<>();
        database.sql("SELECT code, bid, points FROM procurement.points WHERE tender = ?")
                .params(tender)
                .query((row, number) -> points.computeIfAbsent(row.getString("code"), code -> new HashMap<>())
                        .put(row.getObject("bid", UUID.class), row.getBigDecimal("points")))
                .list();
        return points;
    }

    void ranked(UUID bid, BigDecimal points, int rank) {
        database.sql("UPDATE procurement.bid SET points = ?, rank = ? WHERE id = ?")
                .params(points, rank, bid)
                .update();
    }

    void evaluated(UUID tender, LocalDate on, UUID duty) {
        database.sql("UPDATE procurement.tender SET state = 'RANKED', evaluated_on = ?, publish_duty = ? WHERE id = ?")
                .params(on, duty, tender)
                .update();
    }

    void candidates(UUID tender, LocalDate on, LocalDate until) {
        database.sql("UPDATE procurement.tender SET candidates_on = ?, candidates_until = ? WHERE id = ?")
                .params(on, until, tender)
                .update();
    }

    void awarded(UUID tender, UUID winner, LocalDate on, UUID duty) {
        database.sql("""
                UPDATE procurement.tender SET state = 'AWARDED', winner = ?, awarded_on = ?, contract_duty = ? WHERE id = ?
                """).params(winner, on, duty, tender).update();
    }

    void deadline(UUID tender, Instant deadline) {
        database.sql("UPDATE procurement.tender SET deadline = ? WHERE id = ?")
                .params(Timestamp.from(deadline), tender)
                .update();
    }

    void failed(UUID tender, String reason) {
        database.sql("UPDATE procurement.tender SET state = 'FAILED', failure = ? WHERE id = ?")
                .params(reason, tender)
                .update();
    }

    UUID publishDuty(UUID tender) {
        return duty("publish_duty", tender);
    }

    UUID contractDuty(UUID tender) {
        return duty("contract_duty", tender);
    }

    private UUID duty(String column, UUID tender) {
        return database.sql("SELECT " + column + " FROM procurement.tender WHERE id = ?")
                .params(tender)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    void list(Tenders.Expert expert) {
        database.sql("""
                INSERT INTO procurement.expert (code, name, specialty, employer, person, interests)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        expert.code(),
                        expert.name(),
                        expert.specialty(),
                        expert.employer(),
                        expert.person(),
                        expert.interests().toArray(String[]::new))
                .update();
    }

    List<Tenders.Expert> experts() {
        return database.sql("SELECT * FROM procurement.expert ORDER BY code COLLATE \"C\"")
                .query((row, number) -> new Tenders.Expert(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("specialty"),
                        row.getString("employer"),
                        row.getObject("person", UUID.class),
                        texts(row, "interests")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    Optional<Tender> tender(UUID id) {
        return tenders("t.id = ?", id).stream().findFirst();
    }

    List<Tender> of(UUID project) {
        return tenders("t.project = ?", project);
    }

    List<Tender> tenders(String where, Object... parameters) {
        String of = " WHERE tender IN (SELECT t.id FROM procurement.tender t WHERE " + where + ")";
        Map<UUID, List<Tender.Bid>> bids = database
                .sql("SELECT * FROM procurement.bid" + of
                        + " AND state <> 'WITHDRAWN' ORDER BY rank NULLS LAST, number")
                .params(parameters)
                .query((row, number) -> Map.entry(row.getObject("tender", UUID.class), bid(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<UUID, List<Tender.Member>> members = database
                .sql("SELECT * FROM procurement.committee" + of + " ORDER BY place")
                .params(parameters)
                .query((row, number) -> Map.entry(
                        row.getObject("tender", UUID.class),
                        new Tender.Member(
                                row.getString("code"),
                                row.getString("name"),
                                row.getBoolean("expert"),
                                row.getString("passed_over"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return database.sql("SELECT t.* FROM procurement.tender t WHERE " + where + " ORDER BY t.project, t.round DESC")
                .params(parameters)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return read(row, bids.getOrDefault(id, List.of()), members.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Tender.Bid bid(ResultSet row) throws SQLException {
        return new Tender.Bid(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getLong("entry"),
                Tender.Bid.State.valueOf(row.getString("state")),
                row.getString("firm"),
                row.getString("credit_code"),
                row.getBigDecimal("price"),
                row.getInt("days"),
                row.getString("nonce"),
                row.getString("reason"),
                row.getBigDecimal("points"),
                row.getObject("rank", Integer.class));
    }

    private static Tender read(ResultSet row, List<Tender.Bid> bids, List<Tender.Member> members) throws SQLException {
        List<String> pool = texts(row, "pool");
        Tender.Details details = new Tender.Details(
                row.getObject("id", UUID.class),
                row.getObject("project", UUID.class),
                row.getInt("round"),
                new NewTender(
                        Method.valueOf(row.getString("method")),
                        day(row, "sale_until"),
                        row.getTimestamp("deadline").toInstant(),
                        row.getBigDecimal("bid_deposit"),
                        row.getBigDecimal("performance_share"),
                        row.getInt("members"),
                        row.getInt("experts"),
                        row.getString("specialty")),
                row.getBigDecimal("ceiling"),
                day(row, "published_on"),
                new Tender.Keys(key(row, "key_trading"), key(row, "key_supervision")),
                pool.isEmpty() ? Optional.empty() : Optional.of(new Tender.Pool(pool, row.getLong("pool_entry"))),
                bids.size());
        Optional<Tender.Drawn> drawn = Optional.ofNullable(row.getString("seed"))
                .map(seed -> new Tender.Drawn(size(row), text(row, "root"), seed, members));
        Timestamp opened = row.getTimestamp("opened_at");
        return switch (row.getString("state")) {
            case "SEALED" -> new Tender.Sealed(details);
            case "EVALUATING" -> new Tender.Evaluating(details, opened.toInstant(), bids, drawn);
            case "RANKED" ->
                new Tender.Ranked(
                        details,
                        opened.toInstant(),
                        bids,
                        drawn,
                        day(row, "evaluated_on"),
                        Optional.ofNullable(day(row, "candidates_on")),
                        Optional.ofNullable(day(row, "candidates_until")));
            case "AWARDED" ->
                new Tender.Awarded(
                        details,
                        opened.toInstant(),
                        bids,
                        drawn,
                        row.getObject("winner", UUID.class),
                        day(row, "awarded_on"));
            default ->
                new Tender.Failed(
                        details,
                        Optional.ofNullable(opened).map(Timestamp::toInstant),
                        opened == null ? List.of() : bids,
                        row.getString("failure"));
        };
    }

    private static Optional<String> key(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Base64.getEncoder()::encodeToString);
    }

    private static long size(ResultSet row) {
        try {
            return row.getLong("tree_size");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
