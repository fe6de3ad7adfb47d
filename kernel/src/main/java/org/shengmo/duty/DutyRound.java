package org.shengmo.duty;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day's work on duties: periods begin, posts have changed hands, reminders, overdue, escalation. */
@Component
class DutyRound implements DailyRound {

    private final DutyRows rows;
    private final RegularDutyRows regularRows;
    private final PostgresDuties duties;
    private final Organization organization;
    private final Notices notices;
    private final Docket docket;

    DutyRound(
            DutyRows rows,
            RegularDutyRows regularRows,
            PostgresDuties duties,
            Organization organization,
            Notices notices,
            Docket docket) {
        this.rows = rows;
        this.regularRows = regularRows;
        this.duties = duties;
        this.organization = organization;
        this.notices = notices;
        this.docket = docket;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        regularRows.take(day).forEach(arisen -> duties.arise(Actor.CALENDAR, arisen.duties(), arisen.regular()));
        Directory directory = organization.directory();
        handOver(directory, day);
        List<NewNotice> told = new ArrayList<>();
        Map<UUID, DutyRows.Reached> reminders = new HashMap<>();
        for (DutyRows.Reached reached : rows.reach(day)) {
            switch (reached.milestone().step()) {
                case BEGIN -> told.add(DutyNotices.owed(reached.duty()));
                case REMIND -> reminders.put(reached.duty().id(), reached);
                case OVERDUE -> told.add(overdue(reached.duty(), directory, day));
                case ESCALATE -> escalate(reached, directory, day, told);
            }
        }
        reminders.values().stream()
                .map(DutyRows.Reached::duty)
                .filter(duty -> !day.isAfter(duty.due()))
                .forEach(duty -> told.add(DutyNotices.reminder(duty, day)));
        notices.tellAll(told);
    }

    private NewNotice overdue(DutyDetails duty, Directory directory, LocalDate day) {
        docket.record(Act.of(
                Author.CALENDAR,
                "duty.overdue",
                duty.subject(),
                DutyPayload.of(duty, directory, day),
                DutyPayload.concerns(duty, directory)));
        return DutyNotices.overdue(duty);
    }

    private void escalate(DutyRows.Reached reached, Directory directory, LocalDate day, List<NewNotice> told) {
        DutyDetails duty = reached.duty();
        List<Post> line = directory.lineAbove(duty.ownerPost(), day);
        if (line.size() < reached.milestone().level()) {
            return;
        }
        Post superior = line.get(reached.milestone().level() - 1);
        int daysLate = (int) DAYS.between(duty.due(), day);
        Map<String, Object> payload = new TreeMap<>(DutyPayload.of(duty, directory, day));
        payload.put("escalated_to", superior.name());
        payload.put("days_late", daysLate);
        List<Subject> concerns = new ArrayList<>(Arrays.asList(DutyPayload.concerns(duty, directory)));
        concerns.add(Subject.post(superior.id()));
        docket.record(
                Act.of(Author.CALENDAR, "duty.escalated", duty.subject(), payload, concerns.toArray(Subject[]::new)));
        told.add(DutyNotices.escalated(
                duty, superior.id(), directory.post(duty.ownerPost()).name(), daysLate));
    }

    private void handOver(Directory directory, LocalDate day) {
        for (DutyRows.Holding holding : rows.holdings()) {
            UUID now = stillOrNow(holding, directory, day);
            if (!Objects.equals(now, holding.holder())) {
                List<UUID> handed = rows.handOver(holding, now);
                recordHandOver(holding, now, handed, directory, day);
            }
        }
    }

    /** Who answers for a post: of several in it, who did before, else the longest in it. */
    private static UUID stillOrNow(DutyRows.Holding holding, Directory directory, LocalDate day) {
        List<UUID> holders = directory.holdersOf(holding.post(), day).stream()
                .map(Tenure::person)
                .toList();
        if (holders.contains(holding.holder())) {
            return holding.holder();
        }
        return holders.isEmpty() ? null : holders.getFirst();
    }

    private void recordHandOver(
            DutyRows.Holding holding, UUID now, List<UUID> handed, Directory directory, LocalDate day) {
        Map<String, Object> payload = new TreeMap<>();
        List<Subject> concerns = new ArrayList<>();
        payload.put("post", directory.nameOn(holding.post(), day));
        payload.put("duties", handed.size());
        if (holding.holder() != null) {
            payload.put("from", directory.nameOn(holding.holder(), day));
            concerns.add(Subject.person(holding.holder()));
        }
        if (now != null) {
            payload.put("to", directory.nameOn(now, day));
            concerns.add(Subject.person(now));
        }
        handed.forEach(duty -> concerns.add(new Subject("duty", duty)));
        docket.record(Act.of(
                Author.CALENDAR,
                "duty.handed-over",
                Subject.post(holding.post()),
                payload,
                concerns.toArray(Subject[]::new)));
        if (now != null) {
            notices.tellPerson(
                    now,
                    Text.of("duty.notice.handed-over", directory.nameOn(holding.post(), day), handed.size()),
                    "/duties",
                    Subject.post(holding.post()));
        }
    }
}
