package org.shengmo.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Complaints about officials in PostgreSQL, behind row-level security: each read opens one door for one transaction. */
@Service
class SealedIntake implements Accusations {

    private static final String SUBJECT = "petition.accusation";

    private final JdbcClient database;
    private final ReceiptCodes codes;
    private final Deadlines deadlines;
    private final Attachments attachments;
    private final Docket docket;
    private final Notices notices;
    private final Organization organization;
    private final Clock clock;

    SealedIntake(
            JdbcClient database,
            ReceiptCodes codes,
            Deadlines deadlines,
            Attachments attachments,
            Docket docket,
            Notices notices,
            Organization organization,
            Clock clock) {
        this.database = database;
        this.codes = codes;
        this.deadlines = deadlines;
        this.attachments = attachments;
        this.docket = docket;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    // Coming in

    /** Takes a complaint in the caller's transaction; a code that is there already changes nothing. */
    Receipt take(Actor by, NewPetition petition, List<NewPetition.Upload> files, String code, LocalDate received) {
        LocalDate due = deadlines.due("register", received);
        put(by, petition, files, codes.hash(code), received, due);
        return new Receipt(code, due, true);
    }

    /** Takes over what came as a petition, under its code, with its files: no copy of them stays among the files of all rooms. */
    void takeOver(Actor by, NewPetition petition, byte[] code, List<UUID> attached) {
        LocalDate due = deadlines.due("register", petition.receivedOn());
        UUID id = put(by, petition, List.of(), code, petition.receivedOn(), due);
        if (id != null && !attached.isEmpty()) {
            attached.forEach(file -> keep(id, file, attachments.withdraw(by.author(), file, COMPARTMENT)));
            sent(id, "", attached);
        }
    }

    private UUID put(
            Actor by,
            NewPetition petition,
            List<NewPetition.Upload> files,
            byte[] code,
            LocalDate received,
            LocalDate due) {
        Directory directory = organization.directory();
        Concerned concerned = Concerned.of(petition.accused(), directory, today());
        UUID id = UUID.randomUUID();
        int put = database.sql("""
                INSERT INTO petition.accusation (id, code, channel, naming, accused, accused_people, accused_bodies, above,
                  place, text, name, phone, received_at, received_on, due, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED') ON CONFLICT DO NOTHING
                """)
                .params(
                        id,
                        code,
                        petition.channel().name(),
                        petition.naming().name(),
                        petition.accused().name(),
                        concerned.people().toArray(UUID[]::new),
                        concerned.bodies().toArray(UUID[]::new),
                        concerned.above(),
                        petition.place(),
                        petition.text(),
                        petition.who().name(),
                        petition.who().phone(),
                        Timestamp.from(clock.instant()),
                        received,
                        due)
                .update();
        if (put == 0) {
            return null;
        }
        Subject subject = new Subject(SUBJECT, id);
        if (!files.isEmpty()) {
            sent(id, "", keep(id, files));
        }
        record(by, "petition.accusation-received", id, Map.of("digest", Sha256.hex(petition.text())));
        notices.tellAll(readers(directory, concerned).stream()
                .map(post -> NewNotice.toPost(
                        post, Text.of("petition.notice.accusation"), "/petitions/accusations/" + id, subject))
                .toList());
        return id;
    }

    private List<UUID> keep(UUID accusation, List<NewPetition.Upload> files) {
        return files.stream()
                .map(file -> keep(accusation, UUID.randomUUID(), file.content()))
                .toList();
    }

    private UUID keep(UUID accusation, UUID file, byte[] content) {
        database.sql("INSERT INTO petition.accusation_file (id, accusation, bytes) VALUES (?, ?, ?)")
                .params(file, accusation, content)
                .update();
        return file;
    }

    private void sent(UUID accusation, String text, List<UUID> files) {
        database.sql("""
                INSERT INTO petition.accusation_message (accusation, at, from_intake, text, attachments)
                VALUES (?, ?, false, ?, ?)
                """)
                .params(accusation, Timestamp.from(clock.instant()), text, files.toArray(UUID[]::new))
                .update();
    }

    /** Posts that receive it: not one held by who it is about, not one of a body it is about. */
    private List<UUID> readers(Directory directory, Concerned concerned) {
        Permission permission = concerned.above() ? ABOVE : INTAKE;
        return directory.posts().stream()
                .filter(post -> post.permissions().contains(permission)
                        && post.abolished() == null
                        && !concerned.bodies().contains(post.body())
                        && directory.holdersOf(post.id(), today()).stream()
                                .map(Tenure::person)
                                .noneMatch(concerned.people()::contains))
                .map(org.shengmo.organization.Post::id)
                .toList();
    }

    // Reading

    @Override
    @Transactional(readOnly = true)
    public List<Accusation> readableBy(Actor reader) {
        return open(reader)
                ? database.sql("SELECT * FROM petition.accusation ORDER BY state = 'ANSWERED', due, number")
                        .query(SealedIntake::accusation)
                        .list()
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Accusation> find(Actor reader, UUID id) {
        return open(reader) ? row(id) : Optional.empty();
    }

    private Optional<Accusation> row(UUID id) {
        return database.sql("SELECT * FROM petition.accusation WHERE id = ?")
                .param(id)
                .query(SealedIntake::accusation)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Message> messages(Actor reader, UUID id) {
        return open(reader) ? messages(id) : List.of();
    }

    private List<Message> messages(UUID id) {
        return database.sql("SELECT * FROM petition.accusation_message WHERE accusation = ? ORDER BY id")
                .param(id)
                .query((row, number) -> new Message(
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("from_intake"),
                        row.getString("text"),
                        PetitionRows.uuids(row, "attachments")))
                .list();
    }

    /** Opens the door that the reader's post has, for this transaction; false where it has none. */
    private boolean open(Actor reader) {
        boolean intake = reader.may(INTAKE);
        if (reader.person() == null || (!intake && !reader.may(ABOVE))) {
            return false;
        }
        String bodies = organization.tenuresOf(reader.person(), today()).stream()
                .map(tenure -> organization.post(tenure.post()).body().toString())
                .collect(Collectors.joining(","));
        set("shengmo.accusation_door", intake ? "intake" : "above");
        set("shengmo.reader", reader.person().toString());
        set("shengmo.reader_bodies", bodies);
        return true;
    }

    private void set(String name, String value) {
        database.sql("SELECT set_config(?, ?, true)")
                .params(name, value)
                .query(String.class)
                .single();
    }

    private Accusation insist(Actor by, UUID id) {
        if (!open(by)) {
            by.require(INTAKE);
        }
        return row(id).orElseThrow(
                        () -> Refusal.of("petition.accusation.closed").refused());
    }

    // Handling

    @Override
    @Transactional
    public void take(Actor by, UUID id) {
        Accusation accusation = insist(by, id);
        if (!accusation.state().equals("RECEIVED")) {
            throw Refusal.of("petition.accusation.taken", accusation.number()).refused();
        }
        database.sql("UPDATE petition.accusation SET state = 'TAKEN', taken_on = ? WHERE id = ?")
                .params(today(), id)
                .update();
        record(by, "petition.accusation-taken", id, Map.of("late", today().isAfter(accusation.due())));
    }

    @Override
    @Transactional
    public void write(Actor by, UUID id, String text, boolean answer) {
        Accusation accusation = insist(by, id);
        if (text.isBlank()) {
            throw Invalid.at("text", "petition.fault.text");
        }
        if (accusation.state().equals("RECEIVED")) {
            throw Refusal.of("petition.accusation.not-taken", accusation.number())
                    .refused();
        }
        say(id, true, text.strip());
        if (answer) {
            database.sql("UPDATE petition.accusation SET state = 'ANSWERED', answered_on = ? WHERE id = ?")
                    .params(today(), id)
                    .update();
        }
        record(
                by,
                answer ? "petition.accusation-answered" : "petition.accusation-written",
                id,
                Map.of("digest", Sha256.hex(text)));
    }

    private void say(UUID id, boolean fromIntake, String text) {
        database.sql("INSERT INTO petition.accusation_message (accusation, at, from_intake, text) VALUES (?, ?, ?, ?)")
                .params(id, Timestamp.from(clock.instant()), fromIntake, text)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] file(Actor by, UUID id, UUID attachment) {
        insist(by, id);
        return content(id, attachment);
    }

    private byte[] content(UUID id, UUID attachment) {
        return database.sql("SELECT bytes FROM petition.accusation_file WHERE id = ? AND accusation = ?")
                .params(attachment, id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new java.util.NoSuchElementException("no attachment " + attachment));
    }

    // The sender, by code

    Optional<Sender.FollowedAccusation> follow(byte[] code) {
        return byCode(code)
                .map(found -> new Sender.FollowedAccusation(
                        found.receivedOn(),
                        !found.state().equals("RECEIVED"),
                        found.state().equals("ANSWERED"),
                        messages(found.id())));
    }

    /** @return whether the code is a complaint's */
    boolean write(byte[] code, String text, List<NewPetition.Upload> files) {
        Optional<Accusation> found = byCode(code);
        found.ifPresent(accusation -> {
            sent(accusation.id(), text, keep(accusation.id(), files));
            record(Actor.PUBLIC, "petition.accusation-written", accusation.id(), Map.of("digest", Sha256.hex(text)));
        });
        return found.isPresent();
    }

    Optional<byte[]> file(byte[] code, UUID attachment) {
        return byCode(code).map(found -> content(found.id(), attachment));
    }

    private Optional<Accusation> byCode(byte[] code) {
        set("shengmo.accusation_code", HexFormat.of().formatHex(code));
        return database.sql("SELECT * FROM petition.accusation WHERE code = ?")
                .param(code)
                .query(SealedIntake::accusation)
                .optional();
    }

    private void record(Actor by, String kind, UUID id, Map<String, ?> payload) {
        docket.record(new Act(by.author(), Kind.of(kind), new Subject(SUBJECT, id), List.of(), payload, COMPARTMENT));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Accusation accusation(ResultSet row, int number) throws SQLException {
        return new Accusation(
                PetitionRows.uuid(row, "id"),
                row.getLong("number"),
                Channel.valueOf(row.getString("channel")),
                Naming.valueOf(row.getString("naming")),
                row.getString("accused"),
                PetitionRows.uuids(row, "accused_people"),
                PetitionRows.uuids(row, "accused_bodies"),
                PetitionRows.uuid(row, "place"),
                row.getString("text"),
                row.getString("name"),
                row.getString("phone"),
                PetitionRows.day(row, "received_on"),
                PetitionRows.day(row, "due"),
                row.getString("state"));
    }

    /**
     * Whom a complaint is about, as far as it can be told: everyone whose name stands in what the sender wrote, too many
     * rather than too few.
     *
     * @param above whether it is about the discipline bodies themselves
     */
    private record Concerned(List<UUID> people, List<UUID> bodies, boolean above) {

        static Concerned of(NewPetition.Accused accused, Directory directory, LocalDate today) {
            List<UUID> people = directory.people().stream()
                    .filter(person -> accused.name().contains(person.name()))
                    .map(org.shengmo.organization.Person::id)
                    .toList();
            List<UUID> bodies = new ArrayList<>();
            if (accused.body() != null) {
                bodies.add(accused.body());
            }
            // Whoever works in a discipline body is not looked at by that body.
            people.stream()
                    .flatMap(person -> directory.tenuresOf(person, today).stream())
                    .map(tenure -> directory.body(directory.post(tenure.post()).body()))
                    .filter(body -> body.kind() == BodyKind.DISCIPLINE)
                    .forEach(body -> bodies.add(body.id()));
            boolean above =
                    bodies.stream().anyMatch(body -> directory.body(body).kind() == BodyKind.DISCIPLINE);
            return new Concerned(people, bodies.stream().distinct().toList(), above);
        }
    }
}
