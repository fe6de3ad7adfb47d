package org.shengmo.discipline;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lessons: they carry the risk and the change, never the case. */
@Service
class PostgresDisciplineLessons implements Lessons {

    private final JdbcClient database;
    private final DisciplineCrews crews;
    private final Docket docket;
    private final Duties duties;
    private final List<Metric> figures;
    private final Organization organization;
    private final Clock clock;

    PostgresDisciplineLessons(
            JdbcClient database,
            DisciplineCrews crews,
            Docket docket,
            Duties duties,
            List<Metric> figures,
            Organization organization,
            Clock clock) {
        this.database = database;
        this.crews = crews;
        this.docket = docket;
        this.duties = duties;
        this.figures = figures;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID learn(Actor by, UUID order, NewLesson lesson) {
        if (!by.may(Leads.LEAD)) {
            by.require(Leads.HANDLE);
        }
        check(lesson);
        UUID id = UUID.randomUUID();
        Subject about = new Subject("discipline.lesson", id);
        UUID duty = duties.owe(
                by,
                new NewDuty(
                                Kind.of("discipline.lesson"),
                                lesson.remedy(),
                                lesson.owner(),
                                organization.post(lesson.owner()).body(),
                                crews.clause("11"),
                                about,
                                today(),
                                lesson.due(),
                                new DutyTerms(
                                        List.of(10, 3), List.of(3, 7), 10, Kind.of("duty.missed"), Leads.TERMS_TABLE))
                        .metAt("/discipline/lessons/" + id));
        database.sql("""
                INSERT INTO discipline.lesson (id, sanction_order, risk, remedy_kind, remedy, owner, due, duty, metric, before_value,
                  wanted, written_on, check_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        order,
                        lesson.risk().strip(),
                        lesson.rule() ? "rule" : "control",
                        lesson.remedy().strip(),
                        lesson.owner(),
                        lesson.due(),
                        duty,
                        lesson.metric(),
                        value(lesson.metric(), today()),
                        lesson.fewer() ? "fewer" : "more",
                        today(),
                        lesson.checkOn())
                .update();
        record(
                by,
                "lesson",
                id,
                lesson.owner(),
                Map.of(
                        "risk",
                        lesson.risk(),
                        "remedy",
                        lesson.remedy(),
                        "due",
                        lesson.due(),
                        "metric",
                        lesson.metric()));
        return id;
    }

    private void check(NewLesson lesson) {
        List<Fault> faults = new ArrayList<>();
        if (lesson.risk().isBlank()) {
            faults.add(new Fault("risk", Text.of("discipline.fault.blank")));
        }
        if (lesson.remedy().isBlank()) {
            faults.add(new Fault("remedy", Text.of("discipline.fault.blank")));
        }
        if (!lesson.due().isAfter(today())) {
            faults.add(new Fault("due", Text.of("discipline.fault.past")));
        }
        if (!lesson.checkOn().isAfter(lesson.due())) {
            faults.add(new Fault("checkOn", Text.of("discipline.fault.check")));
        }
        if (!metrics().contains(lesson.metric())) {
            faults.add(new Fault("metric", Text.of("discipline.fault.metric")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    /** The figure of the twelve months' year that a day lies in, up to that day. */
    private BigDecimal value(String metric, LocalDate day) {
        return figures.stream()
                .filter(each -> each.id().equals(metric))
                .findFirst()
                .orElseThrow()
                .figure(day.getYear(), day)
                .value();
    }

    @Override
    @Transactional
    public void done(Actor by, UUID id, String account) {
        PostgresDisciplineLeads.requireText("account", account);
        Lesson lesson = find(id);
        duties.meetByAct(by, dutyOf(id), account, List.of());
        database.sql("UPDATE discipline.lesson SET done_on = ?, account = ? WHERE id = ?")
                .params(today(), account.strip(), id)
                .update();
        record(by, "lesson-done", id, lesson.said().owner(), Map.of("account", account));
    }

    private UUID dutyOf(UUID id) {
        return database.sql("SELECT duty FROM discipline.lesson WHERE id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    @Override
    @Transactional
    public boolean check(Actor by, UUID id) {
        Lesson lesson = find(id);
        if (!by.may(Leads.LEAD)) {
            by.require(Leads.HANDLE);
        }
        if (lesson.doneOn().isEmpty()
                || today().isBefore(lesson.said().checkOn())
                || lesson.checkedOn().isPresent()) {
            throw refused(lesson);
        }
        BigDecimal after = value(lesson.said().metric(), today());
        int way = after.compareTo(lesson.before());
        boolean worked = lesson.said().fewer() ? way < 0 : way > 0;
        database.sql("UPDATE discipline.lesson SET checked_on = ?, after_value = ?, worked = ? WHERE id = ?")
                .params(today(), after, worked, id)
                .update();
        record(
                by,
                "lesson-checked",
                id,
                lesson.said().owner(),
                Map.of("before", lesson.before(), "after", after, "worked", worked));
        return worked;
    }

    private Refused refused(Lesson lesson) {
        return Refusal.of(
                        "discipline.lesson-not-now",
                        lesson.number(),
                        lesson.said().checkOn())
                .under(List.of(crews.clause("11")))
                .refused();
    }

    private void record(Actor by, String kind, UUID id, UUID owner, Map<String, ?> payload) {
        docket.record(Act.of(
                by.author(), "discipline." + kind, new Subject("discipline.lesson", id), payload, Subject.post(owner)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Lesson find(UUID id) {
        return list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no lesson " + id));
    }

    private List<Lesson> list() {
        return database.sql("SELECT * FROM discipline.lesson ORDER BY number DESC")
                .query(PostgresDisciplineLessons::lesson)
                .list();
    }

    private static Lesson lesson(ResultSet row, int number) throws SQLException {
        return new Lesson(
                Columns.id(row, "id"),
                row.getLong("number"),
                Columns.id(row, "sanction_order"),
                new NewLesson(
                        row.getString("risk"),
                        row.getString("remedy_kind").equals("rule"),
                        row.getString("remedy"),
                        Columns.id(row, "owner"),
                        Columns.day(row, "due"),
                        row.getString("metric"),
                        row.getString("wanted").equals("fewer"),
                        Columns.day(row, "check_on")),
                row.getBigDecimal("before_value"),
                Columns.day(row, "written_on"),
                Optional.ofNullable(Columns.day(row, "done_on")),
                Optional.ofNullable(row.getString("account")).orElse(""),
                Optional.ofNullable(Columns.day(row, "checked_on")),
                Optional.ofNullable(row.getBigDecimal("after_value")),
                Optional.ofNullable(row.getObject("worked", Boolean.class)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Lesson> readableBy(Actor reader) {
        return list().stream().filter(each -> mayRead(reader, each)).toList();
    }

    private static boolean mayRead(Actor reader, Lesson lesson) {
        return List.of(Leads.LEAD, Leads.HANDLE, Leads.KEEP, Leads.ABOVE).stream()
                        .anyMatch(reader::may)
                || lesson.said().owner().equals(reader.post());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Lesson> find(Actor reader, UUID id) {
        return list().stream()
                .filter(each -> each.id().equals(id) && mayRead(reader, each))
                .findFirst();
    }

    @Override
    public List<String> metrics() {
        return figures.stream().map(Metric::id).sorted().toList();
    }
}
