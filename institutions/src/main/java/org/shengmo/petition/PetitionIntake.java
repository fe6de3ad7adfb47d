package org.shengmo.petition;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what is brought forward. */
@Component
class PetitionIntake {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int TITLE = 30;
    private static final int SAME_WITHIN_DAYS = 30;

    private final PetitionRows rows;
    private final ReceiptCodes codes;
    private final SentFiles uploads;
    private final Offices offices;
    private final Deadlines deadlines;
    private final Steps steps;
    private final SealedIntake sealed;
    private final Organization organization;
    private final Clock clock;

    PetitionIntake(
            PetitionRows rows,
            ReceiptCodes codes,
            SentFiles uploads,
            Offices offices,
            Deadlines deadlines,
            Steps steps,
            SealedIntake sealed,
            Organization organization,
            Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.uploads = uploads;
        this.offices = offices;
        this.deadlines = deadlines;
        this.steps = steps;
        this.sealed = sealed;
        this.organization = organization;
        this.clock = clock;
    }

    /** @param files made harmless before */
    @Transactional
    public Receipt take(Actor by, NewPetition petition, List<NewPetition.Upload> files) {
        PetitionCheck.check(petition, organization.directory());
        String code = petition.token().isEmpty() ? codes.draw() : codes.of(petition.token());
        LocalDate received = petition.receivedOn() == null ? steps.today() : petition.receivedOn();
        if (petition.accused() != null) {
            return sealed.take(by, petition, files, code, received);
        }
        LocalDate due = deadlines.due("register", received);
        byte[] content = content(petition);
        rows.lockContent(content);
        Optional<UUID> same = rows.sameContent(content, received.minusDays(SAME_WITHIN_DAYS));
        if (same.isPresent()) {
            if (rows.byCode(codes.hash(code)).isEmpty()) {
                rows.echo(codes.hash(code), same.get(), received);
            }
            return new Receipt(code, due, false);
        }
        UUID id = UUID.randomUUID();
        if (insert(id, petition, code, content, received, due)) {
            begin(by, id, petition, files, due);
        }
        return new Receipt(code, due, false);
    }

    private boolean insert(
            UUID id, NewPetition petition, String code, byte[] content, LocalDate received, LocalDate due) {
        Instant now = clock.instant();
        Instant at = received.equals(steps.today())
                ? now
                : received.atTime(12, 0).atZone(ZONE).toInstant();
        return rows.insert(PetitionRows.values(
                        "id", id,
                        "code", codes.hash(code),
                        "content", content,
                        "channel", petition.channel().name(),
                        "naming", petition.naming().name(),
                        "topic", petition.topic().name(),
                        "place", petition.place(),
                        "area", offices.area(petition.place()),
                        "spot", petition.spot(),
                        "latitude",
                                petition.point() == null
                                        ? null
                                        : petition.point().latitude(),
                        "longitude",
                                petition.point() == null
                                        ? null
                                        : petition.point().longitude(),
                        "complained", petition.complained(),
                        "title", title(petition.text()),
                        "text", petition.text(),
                        "published", petition.published(),
                        "received_at", Timestamp.from(at),
                        "received_on", received,
                        "state", Petition.State.RECEIVED.name(),
                        "due", due))
                .isPresent();
    }

    private void begin(Actor by, UUID id, NewPetition petition, List<NewPetition.Upload> files, LocalDate due) {
        if (petition.naming() != Naming.ANONYMOUS) {
            rows.identify(id, petition.who());
        }
        rows.index(id, steps.today(), grams(petition));
        Petition.Details details = rows.byId(id).orElseThrow().details();
        List<UUID> kept = uploads.keep(by.author(), files, Steps.subject(id));
        steps.tell(details, null, petition.text(), kept);
        steps.record(
                by,
                "petition.received",
                details,
                Map.of(
                        "channel", petition.channel().name(),
                        "naming", petition.naming().name(),
                        "topic", petition.topic().code(),
                        "due", due,
                        "digest", Sha256.hex(petition.text())),
                Subject.body(details.area()));
        Post desk = offices.desk();
        UUID duty = steps.owe(by, details, "register", desk.id(), desk.body(), due);
        rows.update(id, PetitionRows.values("duty", duty));
    }

    private static Set<String> grams(NewPetition petition) {
        return Grams.of(petition.text() + " " + petition.spot());
    }

    /** The first sentence, as a title. */
    static String title(String text) {
        String first = text.split("[。！？\\n\\r!?]", 2)[0].strip();
        String words = first.isEmpty() ? text.strip() : first;
        return words.codePointCount(0, words.length()) <= TITLE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, TITLE)) + "…";
    }

    /** What makes two the same: the words, the place, the topic, and the sender where known; kept as a keyed hash. */
    private byte[] content(NewPetition petition) {
        String sender = petition.naming() == Naming.ANONYMOUS
                ? ""
                : petition.who().name() + "|" + petition.who().phone();
        return codes.hash(
                "content",
                String.join(
                        "|",
                        petition.text().replaceAll("[\\s\\p{Punct}，。、；：！？]", ""),
                        petition.place().toString(),
                        petition.topic().code(),
                        petition.channel() == Channel.IMPORT ? petition.spot() : "",
                        sender));
    }
}
