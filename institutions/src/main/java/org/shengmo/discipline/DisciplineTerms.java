package org.shengmo.discipline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * What has to be done by when, told to its owner and their leader alone. Not duties of the kernel: those are read by
 * whoever oversees the post, and that a matter exists would be told with them.
 */
@Component
class DisciplineTerms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;
    private final DisciplineVault vault;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Organization organization;
    private final Clock clock;

    DisciplineTerms(
            JdbcClient database,
            DisciplineVault vault,
            Rulebook rulebook,
            Calendar calendar,
            Organization organization,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Something to be done.
     *
     * @param reminded days before the date on which the owner was reminded
     * @param escalated how often its lateness went up
     */
    record Term(
            UUID id,
            UUID matter,
            String step,
            UUID owner,
            UUID post,
            UUID supervisor,
            String href,
            LocalDate from,
            LocalDate due,
            List<Integer> remind,
            List<Integer> escalate,
            int grace,
            Citation clause,
            List<Integer> reminded,
            int escalated) {

        Term {
            remind = List.copyOf(remind);
            escalate = List.copyOf(escalate);
            reminded = List.copyOf(reminded);
        }
    }

    /** The last day of a step that begins on a day. */
    LocalDate due(String step, LocalDate from) {
        Ruling ruling = ruling(step, from);
        int length = ruling.integer("length");
        StatutoryPeriod period =
                ruling.text("unit").equals("months") ? StatutoryPeriod.months(length) : StatutoryPeriod.days(length);
        return period.dueDate(from, calendar);
    }

    /** The clause of a step's period. */
    Citation clause(String step, LocalDate on) {
        return ruling(step, on).citations().getFirst();
    }

    private Ruling ruling(String step, LocalDate on) {
        return rulebook.decide(Leads.TERMS_TABLE, on, Map.of("step", step));
    }

    /** A step begins for its owner. */
    void start(String step, UUID matter, String href, UUID owner, UUID supervisor, LocalDate from, LocalDate due) {
        Ruling ruling = ruling(step, from);
        Optional<UUID> post = postOf(owner);
        if (post.isEmpty()) {
            return;
        }
        database.sql("""
                INSERT INTO discipline.term (id, matter, step, owner, post, supervisor, href, from_day, due, remind, escalate,
                  grace, clause)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        UUID.randomUUID(),
                        matter,
                        step,
                        owner,
                        post.get(),
                        supervisor,
                        href,
                        from,
                        due,
                        ruling.integers("remindDaysBefore").toArray(Integer[]::new),
                        ruling.integers("escalateDaysAfter").toArray(Integer[]::new),
                        ruling.integer("graceDays"),
                        JSON.writeValueAsString(ruling.citations().getFirst()))
                .update();
    }

    /** Every step of a matter that runs is done. */
    void done(UUID matter) {
        database.sql("UPDATE discipline.term SET done_on = ? WHERE matter = ? AND done_on IS NULL")
                .params(LocalDate.now(clock), matter)
                .update();
    }

    /** The post in which a person does this work: one that may handle, else their first. */
    Optional<UUID> postOf(UUID person) {
        Directory directory = organization.directory();
        List<Tenure> tenures = directory.tenuresOf(person, LocalDate.now(clock));
        return tenures.stream()
                .map(Tenure::post)
                .filter(post -> directory.post(post).permissions().contains(Leads.HANDLE))
                .findFirst()
                .or(() -> tenures.stream().map(Tenure::post).findFirst());
    }

    /**
     * Whoever holds a post with a permission: in the body of somebody who works there, else in one above it, else
     * anywhere; none of some people and of no body among some.
     *
     * @param near somebody who works there; null: anywhere
     */
    Optional<UUID> holder(Permission permission, UUID near, List<UUID> notPeople, List<UUID> notBodies) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        List<UUID> line = near == null ? List.of() : line(directory, near, today);
        return directory.posts().stream()
                .filter(post -> post.abolished() == null && post.permissions().contains(permission))
                .filter(post -> !notBodies.contains(post.body()))
                .sorted(Comparator.<Post>comparingInt(
                                post -> line.contains(post.body()) ? line.indexOf(post.body()) : line.size())
                        .thenComparingInt(Post::rank))
                .flatMap(post -> directory.holderOf(post.id(), today).stream())
                .map(Tenure::person)
                .filter(person -> !notPeople.contains(person))
                .findFirst();
    }

    private static List<UUID> line(Directory directory, UUID person, LocalDate on) {
        return DisciplineCrews.bodies(directory, person, on).stream()
                .flatMap(body -> Stream.concat(
                        Stream.of(body), directory.ancestorsOf(body).stream().map(Body::id)))
                .distinct()
                .toList();
    }

    /** What an owner has to do, the soonest first. */
    List<Term> of(Actor owner) {
        vault.openFor(owner);
        return database.sql("SELECT * FROM discipline.term WHERE owner = ? AND done_on IS NULL ORDER BY due, id")
                .param(owner.person())
                .query(DisciplineTerms::term)
                .list();
    }

    /** What runs, due before a day; for the round. */
    List<Term> openDueBefore(LocalDate day) {
        return database.sql(
                        "SELECT * FROM discipline.term WHERE done_on IS NULL AND NOT breached AND due < ? ORDER BY due, id")
                .param(day)
                .query(DisciplineTerms::term)
                .list();
    }

    void told(Term term, List<Integer> reminded, int escalated, boolean breached) {
        database.sql("UPDATE discipline.term SET reminded = ?, escalated = ?, breached = ? WHERE id = ?")
                .params(reminded.toArray(Integer[]::new), escalated, breached, term.id())
                .update();
    }

    private static Term term(ResultSet row, int number) throws SQLException {
        return new Term(
                Columns.id(row, "id"),
                Columns.id(row, "matter"),
                row.getString("step"),
                Columns.id(row, "owner"),
                Columns.id(row, "post"),
                Columns.id(row, "supervisor"),
                row.getString("href"),
                Columns.day(row, "from_day"),
                Columns.day(row, "due"),
                Arrays.asList((Integer[]) row.getArray("remind").getArray()),
                Arrays.asList((Integer[]) row.getArray("escalate").getArray()),
                row.getInt("grace"),
                JSON.readValue(row.getString("clause"), Citation.class),
                Arrays.asList((Integer[]) row.getArray("reminded").getArray()),
                row.getInt("escalated"));
    }
}
