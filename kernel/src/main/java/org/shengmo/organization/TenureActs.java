package org.shengmo.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts on tenures: nobody sits where somebody sits already, and who is refused learns why. */
@Component
class TenureActs {

    private final JdbcClient database;
    private final Memory memory;
    private final Clerk clerk;
    private final Clock clock;

    TenureActs(JdbcClient database, Memory memory, Clerk clerk, Clock clock) {
        this.database = database;
        this.memory = memory;
        this.clerk = clerk;
        this.clock = clock;
    }

    Tenure appoint(Actor by, UUID person, UUID post, LocalDate from, LocalDate until) {
        days(from, until);
        clerk.require(by, Clerk.APPOINT, memory.now().post(post).body());
        long mark = memory.write(Part.TENURE);
        Snapshot directory = memory.now();
        Tenure tenure = new Tenure(UUID.randomUUID(), directory.person(person).id(), post, from, until);
        refuseOutsideOf(directory, directory.post(post), from, until);
        int seat = seat(directory, tenure, directory.held().seated(post), mark);
        enter(by, directory, tenure, seat, mark);
        return tenure;
    }

    /** Writes tenures in one post that were checked to fit together with those on record, and their entries. */
    void enterAll(Actor by, Snapshot directory, Post post, List<Tenure> tenures, long mark) {
        List<Seating.Seated> others = directory.held().seated(post.id());
        Map<UUID, Days> all = new HashMap<>();
        others.forEach(each -> all.put(each.tenure(), each.days()));
        tenures.forEach(each -> all.put(each.id(), new Days(each.from(), each.until())));
        Map<UUID, Integer> arranged = Seating.arrange(all, post.seats())
                .orElseThrow(() -> new IllegalStateException("more people than seats in " + post.code()));
        rearrange(others, arranged, mark);
        tenures.forEach(each -> enter(by, directory, each, arranged.get(each.id()), mark));
    }

    private void rearrange(List<Seating.Seated> others, Map<UUID, Integer> arranged, long mark) {
        if (others.isEmpty()) {
            return;
        }
        database.sql("SET CONSTRAINTS organization.tenure_seat DEFERRED").update();
        others.forEach(
                each -> database.sql("UPDATE organization.tenure SET seat = :seat, changed = :mark WHERE id = :id")
                        .param("seat", arranged.get(each.tenure()))
                        .param("mark", mark)
                        .param("id", each.tenure())
                        .update());
    }

    /** Writes a tenure that was checked, and its entry. */
    void enter(Actor by, Directory directory, Tenure tenure, int seat, long mark) {
        long entry = clerk.record(
                by, "appointed", subject(tenure), payload(directory, tenure, null), concerned(directory, tenure));
        database.sql("""
                INSERT INTO organization.tenure (id, person, post, seat, during, recorded, entry, changed)
                VALUES (:id, :person, :post, :seat, daterange(:from, cast(:until AS date)), :recorded, :entry, :mark)
                """)
                .param("id", tenure.id())
                .param("person", tenure.person())
                .param("post", tenure.post())
                .param("seat", seat)
                .param("from", tenure.from())
                .param("until", tenure.until())
                .param("recorded", LocalDate.now(clock))
                .param("entry", entry)
                .param("mark", mark)
                .update();
        memory.written();
    }

    Tenure end(Actor by, UUID id, LocalDate until) {
        new Check().present("until", until).done();
        Tenure known = required(by, id);
        if (known.until() != null && !until.isBefore(known.until())) {
            throw Refusal.of("organization.tenure.ended", name(known.person()), known.until())
                    .refused();
        }
        if (!until.isAfter(known.from())) {
            throw Refusal.of("organization.tenure.ends-before-it-begins", known.from(), until)
                    .refused();
        }
        long mark = memory.write(Part.TENURE);
        Tenure ended = new Tenure(known.id(), known.person(), known.post(), known.from(), until);
        change(ended, mark);
        clerk.record(
                by, "tenure-ended", subject(ended), payload(memory.now(), ended, null), concerned(memory.now(), ended));
        return ended;
    }

    Tenure correct(Actor by, UUID id, LocalDate from, LocalDate until, String reason) {
        days(from, until);
        new Check()
                .that(reason != null && !reason.isBlank(), "reason", "organization.reason.missing")
                .done();
        Tenure known = required(by, id);
        long mark = memory.write(Part.TENURE);
        Snapshot directory = memory.now();
        Tenure corrected = new Tenure(known.id(), known.person(), known.post(), from, until);
        refuseOutsideOf(directory, directory.post(known.post()), from, until);
        List<Seating.Seated> others = directory.held().seated(known.post()).stream()
                .filter(each -> !each.tenure().equals(id))
                .toList();
        move(id, seat(directory, corrected, others, mark), from, until, mark);
        memory.written();
        Map<String, Object> payload = payload(directory, corrected, reason);
        payload.put("before", Clerk.payload("from", known.from(), "until", known.until()));
        clerk.record(by, "tenure-corrected", subject(corrected), payload, concerned(directory, corrected));
        return corrected;
    }

    void annul(Actor by, UUID id, String reason) {
        new Check()
                .that(reason != null && !reason.isBlank(), "reason", "organization.reason.missing")
                .done();
        Tenure known = required(by, id);
        long mark = memory.write(Part.TENURE);
        clerk.record(
                by,
                "tenure-annulled",
                subject(known),
                payload(memory.now(), known, reason),
                concerned(memory.now(), known));
        database.sql("UPDATE organization.tenure SET annulled = true, changed = :mark WHERE id = :id")
                .param("mark", mark)
                .param("id", id)
                .update();
        memory.written();
    }

    private Tenure required(Actor by, UUID id) {
        Tenure known = memory.now().tenure(id);
        clerk.require(by, Clerk.APPOINT, memory.now().post(known.post()).body());
        return known;
    }

    private static void days(LocalDate from, LocalDate until) {
        new Check()
                .present("from", from)
                .that(
                        from == null || until == null || from.isBefore(until),
                        "until",
                        "organization.tenure.ends-before-it-begins",
                        String.valueOf(from),
                        String.valueOf(until))
                .done();
    }

    private static void refuseOutsideOf(Directory directory, Post post, LocalDate from, LocalDate until) {
        Body body = directory.body(post.body());
        LocalDate end = earlier(body.abolished(), post.abolished());
        boolean tooEarly = body.established() != null && from.isBefore(body.established());
        boolean tooLate = end != null && (until == null || until.isAfter(end));
        if (tooEarly || tooLate) {
            throw Refusal.of(
                            tooEarly ? "organization.post.not-yet" : "organization.post.no-more",
                            body.name(),
                            post.name(),
                            tooEarly ? body.established() : end)
                    .refused();
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return java.util.stream.Stream.of(one, other)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The seat for a tenure, after moving others to other seats where that makes room. */
    private int seat(Snapshot directory, Tenure tenure, List<Seating.Seated> others, long mark) {
        Days days = new Days(tenure.from(), tenure.until());
        Post post = directory.post(tenure.post());
        directory.tenuresIn(post.id()).stream()
                .filter(each -> !each.id().equals(tenure.id()) && each.person().equals(tenure.person()))
                .filter(each -> new Days(each.from(), each.until()).overlaps(days))
                .findFirst()
                .ifPresent(each -> {
                    throw overlap("organization.tenure.same-person", directory, post, each);
                });
        return Seating.free(others, post.seats(), days).orElseGet(() -> {
            Map<UUID, Days> all = new HashMap<>();
            others.forEach(each -> all.put(each.tenure(), each.days()));
            all.put(tenure.id(), days);
            Map<UUID, Integer> arranged = Seating.arrange(all, post.seats()).orElseThrow(() -> {
                Tenure holder = others.stream()
                        .filter(each -> each.days().overlaps(days))
                        .map(each -> directory.tenure(each.tenure()))
                        .findFirst()
                        .orElseThrow();
                return overlap("organization.tenure.overlaps", directory, post, holder);
            });
            rearrange(others, arranged, mark);
            return arranged.get(tenure.id());
        });
    }

    private static org.shengmo.wording.Refused overlap(String key, Directory directory, Post post, Tenure holder) {
        String name = directory.person(holder.person()).name();
        String body = directory.body(post.body()).name();
        return Refusal.of(
                        key,
                        name,
                        body,
                        post.name(),
                        holder.from(),
                        Clerk.day(holder.until()),
                        String.valueOf(post.seats()))
                .on(Clerk.payload(
                        "person",
                        name,
                        "post",
                        post.name(),
                        "body",
                        body,
                        "from",
                        holder.from(),
                        "until",
                        holder.until()))
                .refused();
    }

    private void change(Tenure tenure, long mark) {
        database.sql("""
                UPDATE organization.tenure SET during = daterange(:from, cast(:until AS date)), changed = :mark
                WHERE id = :id
                """)
                .param("from", tenure.from())
                .param("until", tenure.until())
                .param("mark", mark)
                .param("id", tenure.id())
                .update();
        memory.written();
    }

    private void move(UUID id, int seat, LocalDate from, LocalDate until, long mark) {
        database.sql("""
                UPDATE organization.tenure
                SET seat = :seat, during = daterange(:from, cast(:until AS date)), changed = :mark WHERE id = :id
                """)
                .param("seat", seat)
                .param("from", from)
                .param("until", until)
                .param("mark", mark)
                .param("id", id)
                .update();
    }

    private String name(UUID person) {
        return memory.now().person(person).name();
    }

    private static Subject subject(Tenure tenure) {
        return new Subject("tenure", tenure.id());
    }

    private static Subject[] concerned(Directory directory, Tenure tenure) {
        return new Subject[] {
            Subject.person(tenure.person()),
            Subject.post(tenure.post()),
            Subject.body(directory.post(tenure.post()).body())
        };
    }

    static Map<String, Object> payload(Directory directory, Tenure tenure, String reason) {
        Post post = directory.post(tenure.post());
        return Clerk.payload(
                "person",
                directory.nameOn(tenure.person(), tenure.from()),
                "post",
                directory.nameOn(post.id(), tenure.from()),
                "postCode",
                post.code(),
                "postKind",
                post.kind() == null ? null : post.kind().code(),
                "body",
                directory.nameOn(post.body(), tenure.from()),
                "from",
                tenure.from(),
                "until",
                tenure.until(),
                "reason",
                reason);
    }
}
