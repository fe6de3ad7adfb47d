package org.shengmo.assessment;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of electorates, rolls and ballots. A ballot's row knows no person and no time. */
@Component
class BallotRows {

    private static final String ELECTORATES = """
            SELECT e.*, (SELECT count(*) FROM assessment.roll l WHERE l.electorate = e.id) AS roll,
                   (SELECT count(*) FROM assessment.roll l WHERE l.electorate = e.id AND l.blinded IS NOT NULL) AS issued,
                   (SELECT count(*) FROM assessment.ballot b WHERE b.electorate = e.id) AS cast_count
            FROM assessment.electorate e
            """;

    private final JdbcClient database;

    BallotRows(JdbcClient database) {
        this.database = database;
    }

    UUID insert(
            UUID round, Round.Roll roll, List<UUID> subjects, List<String> indicators, BlindSigning.PrivateKey key) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO assessment.electorate
                  (id, round, tier, class, subjects, indicators, modulus, exponent, private, p, q)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        round,
                        roll.tier(),
                        roll.subjectClass(),
                        subjects.toArray(UUID[]::new),
                        indicators.toArray(String[]::new),
                        key.open().modulus().toByteArray(),
                        key.open().exponent().toByteArray(),
                        key.exponent().toByteArray(),
                        key.p().toByteArray(),
                        key.q().toByteArray())
                .update();
        database.sql("INSERT INTO assessment.roll (electorate, person) SELECT ?, unnest(?::uuid[])")
                .params(id, roll.raters().toArray(UUID[]::new))
                .update();
        return id;
    }

    List<Electorate> electorates(UUID round) {
        return database.sql(ELECTORATES + "WHERE e.round = ? ORDER BY e.class, e.tier, e.id")
                .param(round)
                .query((row, number) -> electorate(row))
                .list();
    }

    Optional<Electorate> electorate(UUID id) {
        return database.sql(ELECTORATES + "WHERE e.id = ?")
                .param(id)
                .query((row, number) -> electorate(row))
                .optional();
    }

    /** Electorates of open rounds on whose roll somebody is. */
    List<Electorate> openTo(UUID person) {
        return database.sql(ELECTORATES + """
                JOIN assessment.round r ON r.id = e.round JOIN assessment.roll mine ON mine.electorate = e.id
                WHERE mine.person = ? AND r.closed_on IS NULL ORDER BY r.closes_on, e.class, e.tier, e.id
                """)
                .param(person)
                .query((row, number) -> electorate(row))
                .list();
    }

    BlindSigning.PrivateKey key(UUID electorate) {
        return database.sql("SELECT * FROM assessment.electorate WHERE id = ?")
                .param(electorate)
                .query((row, number) -> new BlindSigning.PrivateKey(
                        open(row), number(row, "private"), number(row, "p"), number(row, "q")))
                .single();
    }

    private static BlindSigning.PublicKey open(ResultSet row) throws SQLException {
        return new BlindSigning.PublicKey(number(row, "modulus"), number(row, "exponent"));
    }

    private static BigInteger number(ResultSet row, String column) throws SQLException {
        return new BigInteger(row.getBytes(column));
    }

    private static Electorate electorate(ResultSet row) throws SQLException {
        return new Electorate(
                row.getObject("id", UUID.class),
                row.getObject("round", UUID.class),
                row.getString("tier"),
                row.getString("class"),
                Arrays.asList((UUID[]) row.getArray("subjects").getArray()),
                Arrays.asList((String[]) row.getArray("indicators").getArray()),
                open(row),
                row.getInt("roll"),
                row.getInt("issued"),
                row.getInt("cast_count"));
    }

    /** A place on a roll; {@code blinded} is null until a token was signed. */
    record Place(BigInteger blinded) {}

    /** Locks the place: a token is signed once. */
    Optional<Place> place(UUID electorate, UUID person) {
        return database.sql("SELECT blinded FROM assessment.roll WHERE electorate = ? AND person = ?")
                .params(electorate, person)
                .query((row, number) -> {
                    byte[] blinded = row.getBytes("blinded");
                    return new Place(blinded == null ? null : new BigInteger(blinded));
                })
                .optional();
    }

    void issued(UUID electorate, UUID person, BigInteger blinded) {
        database.sql("UPDATE assessment.roll SET blinded = ? WHERE electorate = ? AND person = ?")
                .params(blinded.toByteArray(), electorate, person)
                .update();
    }

    /** Whether it went in; not where the token was used. */
    boolean cast(byte[] id, UUID electorate, List<Integer> choices, byte[] leaf) {
        return database.sql("""
                INSERT INTO assessment.ballot (id, electorate, choices, leaf) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
                        .params(
                                id,
                                electorate,
                                choices.stream().map(Integer::shortValue).toArray(Short[]::new),
                                leaf)
                        .update()
                == 1;
    }

    Optional<byte[]> leaf(byte[] id) {
        return database.sql("SELECT leaf FROM assessment.ballot WHERE id = ?")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    /** Writes the ballots anew in the order of their names, so that not even the order on disk says who came when. */
    void shuffle(UUID round) {
        database.sql("""
                WITH gone AS (
                  DELETE FROM assessment.ballot
                  WHERE electorate IN (SELECT id FROM assessment.electorate WHERE round = ?) RETURNING *)
                INSERT INTO assessment.ballot_shuffled SELECT * FROM gone
                """).param(round).update();
        database.sql("INSERT INTO assessment.ballot SELECT * FROM assessment.ballot_shuffled ORDER BY id")
                .update();
        database.sql("DELETE FROM assessment.ballot_shuffled").update();
    }

    /** The board by electorate and name. */
    List<Assessments.BoardLine> board(UUID round) {
        return database.sql("""
                SELECT b.electorate, b.id, b.leaf, b.set_aside FROM assessment.ballot b
                JOIN assessment.electorate e ON e.id = b.electorate WHERE e.round = ? ORDER BY b.electorate, b.id
                """)
                .param(round)
                .query((row, number) -> new Assessments.BoardLine(
                        row.getObject("electorate", UUID.class),
                        HexFormat.of().formatHex(row.getBytes("id")),
                        HexFormat.of().formatHex(row.getBytes("leaf")),
                        row.getString("set_aside")))
                .list();
    }

    List<Patterns.Ballot> ballots(UUID electorate) {
        return database.sql("SELECT id, choices, set_aside FROM assessment.ballot WHERE electorate = ? ORDER BY id")
                .param(electorate)
                .query((row, number) -> new Patterns.Ballot(
                        HexFormat.of().formatHex(row.getBytes("id")), choices(row), row.getString("set_aside") != null))
                .list();
    }

    /** Goes through the ballots that count, electorate by electorate. */
    void count(UUID round, BiConsumer<UUID, Short[]> ballot) {
        database.sql("""
                SELECT b.electorate, b.choices FROM assessment.ballot b JOIN assessment.electorate e ON e.id = b.electorate
                WHERE e.round = ? AND b.set_aside IS NULL
                """).param(round).query(row -> {
            ballot.accept(row.getObject("electorate", UUID.class), (Short[])
                    row.getArray("choices").getArray());
        });
    }

    private static List<Integer> choices(ResultSet row) throws SQLException {
        return Arrays.stream((Short[]) row.getArray("choices").getArray())
                .map(Short::intValue)
                .toList();
    }

    void setAside(UUID electorate, List<byte[]> ids, String reasons) {
        database.sql("UPDATE assessment.ballot SET set_aside = ? WHERE electorate = ? AND id = ANY(?)")
                .params(reasons, electorate, ids.toArray(byte[][]::new))
                .update();
    }
}
