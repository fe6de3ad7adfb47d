package org.shengmo.charter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The standing committee's sessions in PostgreSQL. */
@Service
class PostgresReviews implements Reviews {

    private final ReviewRows rows;
    private final Readers readers;
    private final Presence presence;
    private final Attachments attachments;
    private final Duties duties;
    private final Docket docket;
    private final Written written;

    PostgresReviews(
            ReviewRows rows,
            Readers readers,
            Presence presence,
            Attachments attachments,
            Duties duties,
            Docket docket,
            Written written) {
        this.rows = rows;
        this.readers = readers;
        this.presence = presence;
        this.attachments = attachments;
        this.duties = duties;
        this.docket = docket;
        this.written = written;
    }

    @Override
    @Transactional
    public Review hold(Actor by, LocalDate on, String topic, String decisions, List<UUID> files) {
        Review review = record(by, on, topic, decisions, files, false);
        rows.duty(review.quarter()).ifPresent(id -> {
            Duty duty = duties.duty(id);
            if (duty instanceof OpenDuty) {
                duties.meetByAct(
                        Actor.CALENDAR,
                        id,
                        written.say("charter.account.reviewed", Long.toString(review.entry())),
                        files);
            }
        });
        return review;
    }

    @Override
    @Transactional
    public Review holdSpecial(Actor by, LocalDate on, String topic, String decisions, List<UUID> files) {
        return record(by, on, topic, decisions, files, true);
    }

    private Review record(Actor by, LocalDate on, String topic, String decisions, List<UUID> files, boolean special) {
        by.require(RECORD);
        check(on, topic, decisions);
        UUID id = UUID.randomUUID();
        Quarter quarter = Quarter.of(on);
        Subject subject = new Subject("charter.session", id);
        attachments.attach(by.author(), files, subject);
        long entry = docket.record(Act.of(
                by.author(),
                special ? "charter.review.special" : "charter.review.held",
                subject,
                Map.of(
                        "year", quarter.year(),
                        "quarter", quarter.number(),
                        "on", on,
                        "topic", topic,
                        "decisions", decisions,
                        "attachments", files)));
        Review review = new Review(id, quarter, special, on, topic, decisions, files, entry);
        rows.hold(review);
        return review;
    }

    private void check(LocalDate on, String topic, String decisions) {
        List<Fault> faults = new ArrayList<>();
        if (on.isAfter(presence.today())) {
            faults.add(new Fault("on", Text.of("charter.review.future", on.toString())));
        }
        if (topic.isBlank()) {
            faults.add(new Fault("topic", Text.of("charter.review.topic-missing")));
        }
        if (decisions.isBlank()) {
            faults.add(new Fault("decisions", Text.of("charter.review.decisions-missing")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Review> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return rows.years();
    }

    @Override
    public boolean mayOpenPapers(Actor by) {
        return readers.session(by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Review> of(int year) {
        return rows.of(year);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Quarter, UUID> duties(int year) {
        return rows.duties(year);
    }
}
