package org.shengmo.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices in PostgreSQL: one row a notice, one row for each person who saw it. */
@Service
class PostgresNotices implements Notices {

    private static final String SELECT = """
            SELECT n.id, n.recipient_type, n.recipient_id, n.content, n.href, n.about_type, n.about_id, n.at,
                   (SELECT min(s.at) FROM notice.seen s WHERE s.notice_id = n.id) AS seen_at
            FROM notice.notice n
            """;

    private static final String MEANT_FOR_READER = """
            ((n.recipient_type = 'person' AND n.recipient_id = :person)
              OR (n.recipient_type = 'post' AND n.recipient_id = :post))
            """;

    private static final String UNSEEN = """
            NOT EXISTS (SELECT 1 FROM notice.seen s WHERE s.notice_id = n.id)
            """;

    private final JdbcClient database;
    private final Clock clock;

    PostgresNotices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void tell(UUID post, Text text, String href, Subject about) {
        tellAll(List.of(NewNotice.toPost(post, text, href, about)));
    }

    @Override
    @Transactional
    public void tellPerson(UUID person, Text text, String href, Subject about) {
        tellAll(List.of(NewNotice.toPerson(person, text, href, about)));
    }

    @Override
    @Transactional
    public void tellAll(Collection<NewNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        database.sql("""
                INSERT INTO notice.notice
                  (id, recipient_type, recipient_id, content, href, about_type, about_id, at)
                SELECT gen_random_uuid(), t.recipient_type, t.recipient, t.content, t.href, t.about_type, t.about, :at
                FROM unnest(:recipient_types::text[], :recipients::uuid[], :contents::text[], :hrefs::text[],
                            :about_types::text[], :abouts::uuid[])
                  WITH ORDINALITY AS t(recipient_type, recipient, content, href, about_type, about, place)
                ORDER BY t.place
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("recipient_types", texts(notices, notice -> notice.to().type()))
                .param("recipients", ids(notices, notice -> notice.to().id()))
                .param("contents", texts(notices, notice -> StoredText.write(notice.text())))
                .param("hrefs", texts(notices, NewNotice::href))
                .param("about_types", texts(notices, notice -> notice.about().type()))
                .param("abouts", ids(notices, notice -> notice.about().id()))
                .update();
    }

    private static String[] texts(Collection<NewNotice> notices, java.util.function.Function<NewNotice, String> part) {
        return notices.stream().map(part).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<NewNotice> notices, java.util.function.Function<NewNotice, UUID> part) {
        return notices.stream().map(part).toArray(UUID[]::new);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Notice> of(Actor reader, int limit) {
        return database.sql(SELECT + "WHERE " + MEANT_FOR_READER + "ORDER BY n.ordinal DESC LIMIT :limit")
                .param("person", reader.person())
                .param("post", reader.post())
                .param("limit", limit)
                .query(PostgresNotices::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Notice> about(Subject subject, int limit) {
        return database.sql(SELECT + """
                WHERE n.about_type = :type AND n.about_id = :id ORDER BY n.ordinal DESC LIMIT :limit
                """)
                .param("type", subject.type())
                .param("id", subject.id())
                .param("limit", limit)
                .query(PostgresNotices::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long unseen(Actor reader) {
        return database.sql("SELECT count(*) FROM notice.notice n WHERE " + MEANT_FOR_READER + " AND " + UNSEEN)
                .param("person", reader.person())
                .param("post", reader.post())
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public void seen(Actor reader, Subject about) {
        if (reader.person() == null) {
            return;
        }
        database.sql("INSERT INTO notice.seen (notice_id, person, at) SELECT n.id, :person, :at FROM notice.notice n "
                        + "WHERE n.about_type = :type AND n.about_id = :about AND " + MEANT_FOR_READER
                        + "ON CONFLICT DO NOTHING")
                .param("person", reader.person())
                .param("post", reader.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("type", about.type())
                .param("about", about.id())
                .update();
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new Subject(row.getString("recipient_type"), row.getObject("recipient_id", UUID.class)),
                StoredText.read(row.getString("content")),
                row.getString("href"),
                new Subject(row.getString("about_type"), row.getObject("about_id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("seen_at")).map(Timestamp::toInstant));
    }
}
