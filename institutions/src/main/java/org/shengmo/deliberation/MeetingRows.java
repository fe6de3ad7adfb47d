package org.shengmo.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings as rows: the sitting is put together from what was done in it. */
@Component
class MeetingRows {

    private final JdbcClient database;

    MeetingRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, UUID body, LocalDate on, String place, Sitting sitting) {
        database.sql("""
                INSERT INTO deliberation.meeting (id, body, held_on, place, progress)
                VALUES (:id, :body, :on, :place, 'CONVENED')
                """)
                .param("id", id)
                .param("body", body)
                .param("on", on)
                .param("place", place)
                .update();
        for (Member member : sitting.members()) {
            database.sql("INSERT INTO deliberation.member VALUES (:meeting, :post, :person, :name, :rank, :principal)")
                    .param("meeting", id)
                    .param("post", member.post())
                    .param("person", member.person())
                    .param("name", member.name())
                    .param("rank", member.rank())
                    .param("principal", member.principal())
                    .update();
        }
        for (AgendaItem item : sitting.items()) {
            database.sql("INSERT INTO deliberation.agenda VALUES (:meeting, :matter, :position, 'WAITING')")
                    .param("meeting", id)
                    .param("matter", item.matter())
                    .param("position", item.position())
                    .update();
            item.recused().forEach((post, ground) -> recusal(id, item.matter(), post, ground));
        }
    }

    /** Raises the revision, which makes who comes second wait until the first is done. */
    void touch(UUID meeting) {
        database.sql("UPDATE deliberation.meeting SET revision = revision + 1 WHERE id = :id")
                .param("id", meeting)
                .update();
    }

    void presence(UUID meeting, UUID post, boolean arrived, Instant at) {
        database.sql("""
                INSERT INTO deliberation.presence (meeting, post, arrived, at) VALUES (:meeting, :post, :arrived, :at)
                """)
                .param("meeting", meeting)
                .param("post", post)
                .param("arrived", arrived)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void progress(UUID meeting, Sitting.Progress progress) {
        database.sql("UPDATE deliberation.meeting SET progress = :progress WHERE id = :id")
                .param("id", meeting)
                .param("progress", progress.name())
                .update();
    }

    void item(UUID meeting, AgendaItem item) {
        database.sql("""
                UPDATE deliberation.agenda SET progress = :progress, outcome = :outcome
                WHERE meeting = :meeting AND matter = :matter
                """)
                .param("meeting", meeting)
                .param("matter", item.matter())
                .param("progress", item.progress().name())
                .param("outcome", item.outcome() == null ? null : item.outcome().name())
                .update();
    }

    void recusal(UUID meeting, UUID matter, UUID post, String ground) {
        database.sql("INSERT INTO deliberation.recusal VALUES (:meeting, :matter, :post, :ground)")
                .param("meeting", meeting)
                .param("matter", matter)
                .param("post", post)
                .param("ground", ground)
                .update();
    }

    void pass(UUID meeting, UUID matter, UUID post) {
        database.sql("INSERT INTO deliberation.pass (meeting, matter, post) VALUES (:meeting, :matter, :post)")
                .param("meeting", meeting)
                .param("matter", matter)
                .param("post", post)
                .update();
    }

    void stand(UUID meeting, UUID matter, Stand stand, long entry) {
        database.sql("""
                INSERT INTO deliberation.stand
                VALUES (:meeting, :matter, :post, :place, :stance, :words, :last, :at, :entry)
                """)
                .param("meeting", meeting)
                .param("matter", matter)
                .param("post", stand.post())
                .param("place", stand.place())
                .param("stance", stand.stance().name())
                .param("words", stand.words())
                .param("last", stand.last())
                .param("at", stand.at().atOffset(ZoneOffset.UTC))
                .param("entry", entry)
                .update();
    }

    void close(UUID meeting, String minutes, String sha256, LocalDate on) {
        database.sql("""
                UPDATE deliberation.meeting
                SET progress = 'CLOSED', minutes = :minutes, sha256 = :sha256, closed_on = :on WHERE id = :id
                """)
                .param("id", meeting)
                .param("minutes", minutes)
                .param("sha256", sha256)
                .param("on", on)
                .update();
    }

    void duty(UUID meeting, UUID post, UUID duty) {
        database.sql("UPDATE deliberation.member SET duty = :duty WHERE meeting = :meeting AND post = :post")
                .param("meeting", meeting)
                .param("post", post)
                .param("duty", duty)
                .update();
    }

    /** The duty of signing; empty for who was not there. */
    Optional<UUID> duty(UUID meeting, UUID post) {
        return database.sql("SELECT duty FROM deliberation.member WHERE meeting = :meeting AND post = :post")
                .param("meeting", meeting)
                .param("post", post)
                .query((row, number) -> Optional.ofNullable(row.getObject("duty", UUID.class)))
                .optional()
                .flatMap(duty -> duty);
    }

    void signature(UUID meeting, UUID post, String sha256, String reservation, LocalDate on) {
        database.sql("INSERT INTO deliberation.signature VALUES (:meeting, :post, :sha256, :reservation, :on)")
                .param("meeting", meeting)
                .param("post", post)
                .param("sha256", sha256)
                .param("reservation", reservation)
                .param("on", on)
                .update();
    }

    long revision(UUID meeting) {
        return database.sql("SELECT revision FROM deliberation.meeting WHERE id = :id")
                .param("id", meeting)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    Optional<Meeting> byId(UUID id) {
        return query("WHERE g.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Meeting> all() {
        return query("", Map.of());
    }

    List<Meeting> heldOn(LocalDate day, UUID post) {
        return query("""
                WHERE g.held_on = :day AND g.progress <> 'CLOSED' AND EXISTS (
                  SELECT 1 FROM deliberation.member m WHERE m.meeting = g.id AND m.post = :post)
                """, Map.of("day", day, "post", post));
    }

    List<Meeting> unsigned(UUID post) {
        return query("""
                WHERE g.progress = 'CLOSED' AND EXISTS (
                  SELECT 1 FROM deliberation.member m WHERE m.meeting = g.id AND m.post = :post AND m.duty IS NOT NULL)
                AND NOT EXISTS (
                  SELECT 1 FROM deliberation.signature s WHERE s.meeting = g.id AND s.post = :post)
                """, Map.of("post", post));
    }

    private List<Meeting> query(String where, Map<String, Object> parameters) {
        Parts parts = new Parts(where, parameters);
        return database.sql("SELECT g.* FROM deliberation.meeting g " + where + " ORDER BY g.number DESC")
                .params(parameters)
                .query((row, number) -> parts.meeting(row))
                .list();
    }

    /** What belongs to the meetings of a query, each sort read at once. */
    private final class Parts {
        private final Map<UUID, List<Member>> members = new HashMap<>();
        private final Map<UUID, Set<UUID>> owing = new HashMap<>();
        private final Map<UUID, Set<UUID>> present = new HashMap<>();
        private final Map<UUID, List<AgendaItem>> items = new HashMap<>();
        private final Map<UUID, List<Meeting.Signature>> signatures = new HashMap<>();

        Parts(String where, Map<String, Object> parameters) {
            read("deliberation.member", "rank", where, parameters, this::member);
            read("deliberation.presence", "id", where, parameters, this::presence);
            readItems(where, parameters);
            read("deliberation.signature", "signed_on, post", where, parameters, this::signature);
        }

        private void read(String table, String order, String where, Map<String, Object> parameters, RowReader reader) {
            database.sql("SELECT x.* FROM " + table + " x JOIN deliberation.meeting g ON g.id = x.meeting " + where
                            + " ORDER BY x." + order.replace(", ", ", x."))
                    .params(parameters)
                    .query(reader::read);
        }

        private void member(ResultSet row) throws SQLException {
            UUID meeting = row.getObject("meeting", UUID.class);
            UUID post = row.getObject("post", UUID.class);
            members.computeIfAbsent(meeting, key -> new ArrayList<>())
                    .add(new Member(
                            post,
                            row.getObject("person", UUID.class),
                            row.getString("name"),
                            row.getInt("rank"),
                            row.getBoolean("principal")));
            if (row.getObject("duty", UUID.class) != null) {
                owing.computeIfAbsent(meeting, key -> new HashSet<>()).add(post);
            }
        }

        private void presence(ResultSet row) throws SQLException {
            Set<UUID> there = present.computeIfAbsent(row.getObject("meeting", UUID.class), key -> new HashSet<>());
            UUID post = row.getObject("post", UUID.class);
            if (row.getBoolean("arrived")) {
                there.add(post);
            } else {
                there.remove(post);
            }
        }

        private void readItems(String where, Map<String, Object> parameters) {
            record Key(UUID meeting, UUID matter) {
                static Key of(ResultSet row) throws SQLException {
                    return new Key(row.getObject("meeting", UUID.class), row.getObject("matter", UUID.class));
                }
            }
            Map<Key, Map<UUID, String>> recused = new HashMap<>();
            read(
                    "deliberation.recusal",
                    "post",
                    where,
                    parameters,
                    row -> recused.computeIfAbsent(Key.of(row), key -> new HashMap<>())
                            .put(row.getObject("post", UUID.class), row.getString("ground")));
            Map<Key, List<UUID>> passed = new HashMap<>();
            read("deliberation.pass", "id", where, parameters, row -> {
                List<UUID> posts = passed.computeIfAbsent(Key.of(row), key -> new ArrayList<>());
                UUID post = row.getObject("post", UUID.class);
                posts.remove(post);
                posts.add(post);
            });
            Map<Key, List<Stand>> stands = new HashMap<>();
            read(
                    "deliberation.stand",
                    "place",
                    where,
                    parameters,
                    row -> stands.computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                            .add(stand(row)));
            database.sql("""
                    SELECT x.*, m.title, m.quorum_numerator, m.quorum_denominator FROM deliberation.agenda x
                    JOIN deliberation.matter m ON m.id = x.matter
                    JOIN deliberation.meeting g ON g.id = x.meeting
                    """ + where + " ORDER BY x.position")
                    .params(parameters)
                    .query(row -> {
                        Key key = Key.of(row);
                        String outcome = row.getString("outcome");
                        items.computeIfAbsent(key.meeting(), meeting -> new ArrayList<>())
                                .add(new AgendaItem(
                                        key.matter(),
                                        row.getInt("position"),
                                        row.getString("title"),
                                        new Quorum(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                                        AgendaItem.Progress.valueOf(row.getString("progress")),
                                        recused.getOrDefault(key, Map.of()),
                                        passed.getOrDefault(key, List.of()),
                                        stands.getOrDefault(key, List.of()),
                                        outcome == null ? null : Outcome.valueOf(outcome)));
                    });
        }

        private static Stand stand(ResultSet row) throws SQLException {
            return new Stand(
                    row.getObject("post", UUID.class),
                    row.getInt("place"),
                    Stance.valueOf(row.getString("stance")),
                    row.getString("words"),
                    row.getBoolean("last"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        }

        private void signature(ResultSet row) throws SQLException {
            signatures
                    .computeIfAbsent(row.getObject("meeting", UUID.class), key -> new ArrayList<>())
                    .add(new Meeting.Signature(
                            row.getObject("post", UUID.class),
                            row.getObject("signed_on", LocalDate.class),
                            row.getString("reservation")));
        }

        private Meeting meeting(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            return new Meeting(
                    id,
                    row.getLong("number"),
                    row.getObject("body", UUID.class),
                    row.getObject("held_on", LocalDate.class),
                    row.getString("place"),
                    row.getLong("revision"),
                    new Sitting(
                            members.getOrDefault(id, List.of()),
                            present.getOrDefault(id, Set.of()),
                            items.getOrDefault(id, List.of()),
                            Sitting.Progress.valueOf(row.getString("progress"))),
                    minutes(id, row.getString("minutes"), row.getString("sha256")));
        }

        private Optional<Meeting.Minutes> minutes(UUID id, String content, String sha256) {
            if (content == null) {
                return Optional.empty();
            }
            List<Meeting.Signature> signed = signatures.getOrDefault(id, List.of());
            List<UUID> missing = owing.getOrDefault(id, Set.of()).stream()
                    .filter(post ->
                            signed.stream().noneMatch(each -> each.post().equals(post)))
                    .toList();
            return Optional.of(new Meeting.Minutes(content, sha256, signed, missing));
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
