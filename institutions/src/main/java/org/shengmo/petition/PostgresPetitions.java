package org.shengmo.petition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.workbook.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Petitions in PostgreSQL. */
@Service
class PostgresPetitions implements Petitions {

    private final JdbcClient database;
    private final PetitionRows rows;
    private final PetitionIntake intake;
    private final PetitionAccess access;
    private final PetitionImport workbook;
    private final Steps steps;

    PostgresPetitions(
            JdbcClient database,
            PetitionRows rows,
            PetitionIntake intake,
            PetitionAccess access,
            PetitionImport workbook,
            Steps steps) {
        this.database = database;
        this.rows = rows;
        this.intake = intake;
        this.access = access;
        this.workbook = workbook;
        this.steps = steps;
    }

    @Override
    public Receipt submit(NewPetition petition) {
        return intake.take(Actor.PUBLIC, petition, SentFiles.harmless(petition.files()));
    }

    @Override
    public Receipt enter(Actor by, NewPetition petition) {
        if (petition.channel() != Channel.OUTREACH || !by.may(HANDLE)) {
            by.require(DESK);
        }
        return intake.take(by, petition, SentFiles.harmless(petition.files()));
    }

    @Override
    @Transactional
    public int importAll(Actor by, Reading reading) {
        by.require(DESK);
        List<NewPetition> read = workbook.petitions(reading);
        read.forEach(petition -> intake.take(by, petition, List.of()));
        return read.size();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Petition> find(Actor reader, UUID id) {
        PetitionAccess.Condition condition = access.condition(reader);
        List<Object> parameters = new ArrayList<>(List.of(id));
        parameters.addAll(condition.parameters());
        return rows.select("WHERE p.id = ? AND " + condition.sql(), parameters).stream()
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Petition> readableBy(Actor reader, boolean openOnly, int limit) {
        PetitionAccess.Condition condition = access.condition(reader);
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(limit);
        String open = openOnly ? " AND p.state NOT IN ('ANSWERED', 'CLOSED')" : "";
        return rows.select(
                "WHERE " + condition.sql() + open
                        + " ORDER BY p.state IN ('ANSWERED', 'CLOSED'), p.received_on DESC, p.number DESC LIMIT ?",
                parameters);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Petition> search(Actor reader, String words, int limit) {
        Set<String> grams = Grams.of(words);
        PetitionAccess.Condition condition = access.condition(reader);
        List<Object> parameters = new ArrayList<>();
        if (words.strip().matches("[0-9]{4}-[0-9]{1,9}")) {
            parameters.add(Long.valueOf(words.strip().substring(5)));
            parameters.addAll(condition.parameters());
            return rows.select("WHERE p.number = ? AND " + condition.sql(), parameters);
        }
        if (grams.isEmpty()) {
            return List.of();
        }
        parameters.add(grams.toArray(String[]::new));
        String mine = "";
        if (!access.seesAll(reader)) {
            mine = " AND g.body = ANY (?::uuid[])";
            parameters.add(access.bodies(reader).toArray(UUID[]::new));
        }
        parameters.add(limit);
        parameters.addAll(condition.parameters());
        // The narrow rows of the index decide which are the latest; only those are read whole. Each search is planned
        // for its
        // own words: a frequent word is met among the latest, a rare one is looked up.
        database.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
        return rows.select(
                "JOIN (SELECT g.petition FROM petition.gram g WHERE g.grams @> ?::text[]" + mine
                        + " ORDER BY g.on_day DESC, g.petition LIMIT ?) found ON found.petition = p.id WHERE "
                        + condition.sql() + " ORDER BY p.received_on DESC, p.number DESC",
                parameters);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Message> messages(UUID petition) {
        return rows.messages(petition);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Answer> answers(UUID petition) {
        return rows.answers(petition);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Review> reviews(UUID petition) {
        return rows.reviews(petition);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Petition> joinedInto(UUID petition) {
        return rows.select("WHERE p.joined_to = ? ORDER BY p.number", List.of(petition));
    }

    @Override
    @Transactional
    public Optional<NewPetition.Who> identity(Actor by, UUID id, String reason) {
        Petition.Details petition = rows.byId(id).orElseThrow().details();
        boolean handler = access.handles(by, petition) && petition.naming() == Naming.NAMED;
        if (!by.may(DESK) && !handler) {
            throw Refusal.of("petition.identity.closed", petition.handle()).refused();
        }
        if (reason.isBlank()) {
            throw Invalid.at("reason", "petition.fault.reason");
        }
        steps.record(by, "petition.identity-read", petition, Map.of("reasons", reason.strip()));
        return rows.identity(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Figures> figures(LocalDate today) {
        return database.sql("""
                SELECT p.body,
                  count(*) FILTER (WHERE p.state NOT IN ('ANSWERED', 'CLOSED')) AS open,
                  count(*) FILTER (WHERE p.state NOT IN ('ANSWERED', 'CLOSED') AND p.due < :today) AS late,
                  count(*) FILTER (WHERE p.state = 'ANSWERED') AS answered,
                  count(p.solved_on) AS solved,
                  coalesce(sum(a.rated), 0) AS rated,
                  coalesce(sum(a.points)::float8 / nullif(sum(a.rated), 0), 0) AS rating,
                  min(p.due) FILTER (WHERE p.state NOT IN ('ANSWERED', 'CLOSED')) AS oldest_due
                FROM petition.petition p
                LEFT JOIN (SELECT petition, count(rating) AS rated, sum(rating) AS points FROM petition.answer
                           GROUP BY petition) a ON a.petition = p.id
                WHERE p.body IS NOT NULL GROUP BY p.body ORDER BY late DESC, open DESC, p.body
                """)
                .param("today", today)
                .query((row, number) -> new Figures(
                        PetitionRows.uuid(row, "body"),
                        row.getInt("open"),
                        row.getInt("late"),
                        row.getInt("answered"),
                        row.getInt("solved"),
                        row.getInt("rated"),
                        row.getDouble("rating"),
                        PetitionRows.day(row, "oldest_due")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PublicPetition> publicList(PublicFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        if (!filter.handles().isEmpty()) {
            conditions.add("p.number = ANY (?::bigint[])");
            parameters.add(filter.handles().stream()
                    .filter(handle -> handle.matches("[0-9]{4}-[0-9]{1,12}"))
                    .map(handle -> Long.valueOf(handle.substring(5)))
                    .toArray(Long[]::new));
        }
        if (filter.topic() != null) {
            conditions.add("p.topic = ?");
            parameters.add(filter.topic().name());
        }
        if (filter.from() != null) {
            conditions.add("p.received_on >= ?");
            parameters.add(filter.from());
        }
        if (filter.until() != null) {
            conditions.add("p.received_on <= ?");
            parameters.add(filter.until());
        }
        if (filter.open() != null) {
            conditions.add("(p.state NOT IN ('ANSWERED', 'CLOSED')) = ?");
            parameters.add(filter.open());
        }
        parameters.add(filter.limit());
        return rows
                .select(
                        "WHERE " + String.join(" AND ", conditions)
                                + " ORDER BY p.received_on DESC, p.number DESC LIMIT ?",
                        parameters)
                .stream()
                .map(PostgresPetitions::shown)
                .toList();
    }

    private static PublicPetition shown(Petition petition) {
        Petition.Details details = petition.details();
        return new PublicPetition(
                details.handle(),
                details.topic(),
                details.published() ? details.text() : "",
                details.area(),
                details.published() ? details.latitude() : null,
                details.published() ? details.longitude() : null,
                details.body(),
                petition.state(),
                details.receivedAt(),
                details.receivedOn(),
                petition.open() ? details.due() : null,
                details.answeredOn(),
                details.solvedOn());
    }
}
