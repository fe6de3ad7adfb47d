package org.shengmo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interviews in PostgreSQL. */
@Service
class PostgresInterviews implements Interviews {

    private final JdbcClient database;
    private final Organization organization;
    private final Duties duties;
    private final Notices notices;
    private final Rulebook rulebook;
    private final Docket docket;
    private final Clock clock;

    PostgresInterviews(
            JdbcClient database,
            Organization organization,
            Duties duties,
            Notices notices,
            Rulebook rulebook,
            Docket docket,
            Clock clock) {
        this.database = database;
        this.organization = organization;
        this.duties = duties;
        this.notices = notices;
        this.rulebook = rulebook;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID call(Actor by, New called) {
        LocalDate today = LocalDate.now(clock);
        UUID id = UUID.randomUUID();
        Ruling terms = rulebook.decide(Assessments.TERMS_TABLE, today, Map.of("matter", "interview"));
        LocalDate due = today.plusDays(terms.integer("days"));
        UUID duty = duties.owe(
                by,
                new NewDuty(
                                Kind.of("assessment.interview"),
                                "约谈" + organization.person(called.person()).name() + "：" + called.topic(),
                                called.interviewer(),
                                organization.post(called.interviewer()).body(),
                                terms.citations().getFirst(),
                                called.occasion(),
                                today,
                                due,
                                Publication.terms(terms))
                        .metAt("/interviews/" + id));
        database.sql("""
                INSERT INTO assessment.interview
                  (id, occasion_type, occasion_id, topic, interviewer, person, post, duty, called_on, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        called.occasion().type(),
                        called.occasion().id(),
                        called.topic(),
                        called.interviewer(),
                        called.person(),
                        called.post(),
                        duty,
                        today,
                        due)
                .update();
        Interview interview = interview(id).orElseThrow();
        record(by, "assessment.interview-called", interview, Map.of("topic", called.topic(), "due", due));
        tell(interview, "assessment.told.interview-called");
        return id;
    }

    @Override
    @Transactional
    public void hold(Actor by, UUID id, String minutes) {
        Interview interview = interview(id).orElseThrow();
        if (!interview.interviewer().equals(by.post())) {
            throw Refusal.of("assessment.interview.not-interviewer").refused();
        }
        if (interview.held() != null) {
            throw Refusal.of("assessment.interview.held-before").refused();
        }
        if (minutes.isBlank()) {
            throw Invalid.at("minutes", "assessment.fault.blank");
        }
        duties.meetByAct(by, interview.duty(), minutes.strip(), List.of());
        database.sql("UPDATE assessment.interview SET held_on = ?, minutes = ? WHERE id = ?")
                .params(LocalDate.now(clock), minutes.strip(), id)
                .update();
        record(by, "assessment.interview-held", interview, Map.of("minutes", minutes.strip()));
        tell(interview, "assessment.told.interview-held");
    }

    @Override
    @Transactional
    public void confirm(Actor by, UUID id, String remark) {
        Interview interview = interview(id).orElseThrow();
        if (!interview.person().equals(by.person())) {
            throw Refusal.of("assessment.interview.not-interviewed").refused();
        }
        if (interview.held() == null || interview.confirmed() != null) {
            throw Refusal.of("assessment.interview.nothing-to-confirm").refused();
        }
        long entry = record(by, "assessment.interview-confirmed", interview, Map.of("remark", remark.strip()));
        database.sql("UPDATE assessment.interview SET confirmed_on = ?, remark = ?, entry = ? WHERE id = ?")
                .params(LocalDate.now(clock), remark.strip(), entry, id)
                .update();
    }

    private void tell(Interview interview, String key) {
        notices.tellPerson(
                interview.person(),
                Text.of(key, interview.topic()),
                "/interviews/" + interview.id(),
                new Subject("assessment.interview", interview.id()));
    }

    private long record(Actor by, String kind, Interview interview, Map<String, ?> payload) {
        return docket.record(Act.of(
                by.author(),
                kind,
                new Subject("assessment.interview", interview.id()),
                payload,
                interview.occasion(),
                Subject.person(interview.person()),
                Subject.post(interview.interviewer())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Interview> interview(UUID id) {
        return select("id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Interview> on(Subject occasion) {
        return select("occasion_type = ? AND occasion_id = ?", occasion.type(), occasion.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Interview> of(Actor actor) {
        return actor.person() == null
                ? List.of()
                : select("interviewer = ? OR person = ?", actor.post(), actor.person());
    }

    private List<Interview> select(String where, Object... parameters) {
        return database.sql("SELECT * FROM assessment.interview WHERE " + where + " ORDER BY called_on DESC, id")
                .params(parameters)
                .query((row, number) -> interview(row))
                .list();
    }

    private static Interview interview(ResultSet row) throws SQLException {
        return new Interview(
                row.getObject("id", UUID.class),
                new Subject(row.getString("occasion_type"), row.getObject("occasion_id", UUID.class)),
                row.getString("topic"),
                row.getObject("interviewer", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("duty", UUID.class),
                row.getObject("called_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getString("minutes"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("remark"));
    }
}
