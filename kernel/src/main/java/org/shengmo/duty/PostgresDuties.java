package org.shengmo.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Duties over PostgreSQL rows. */
@Service
class PostgresDuties implements Duties {

    private final DutyRows rows;
    private final RegularDutyRows regularRows;
    private final DutyReaders readers;
    private final Organization organization;
    private final Posts posts;
    private final Notices notices;
    private final Attachments attachments;
    private final Docket docket;
    private final Clock clock;

    PostgresDuties(
            DutyRows rows,
            RegularDutyRows regularRows,
            DutyReaders readers,
            Organization organization,
            Posts posts,
            Notices notices,
            Attachments attachments,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.regularRows = regularRows;
        this.readers = readers;
        this.organization = organization;
        this.posts = posts;
        this.notices = notices;
        this.attachments = attachments;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID owe(Actor by, NewDuty duty) {
        return oweAll(by, List.of(duty)).getFirst();
    }

    @Override
    @Transactional
    public List<UUID> oweAll(Actor by, List<NewDuty> duties) {
        return arise(by, duties, null);
    }

    @Override
    @Transactional
    public UUID oweRegularly(Actor by, NewRegularDuty duty) {
        UUID id = UUID.randomUUID();
        LocalDate today = LocalDate.now(clock);
        regularRows.insert(id, duty);
        Directory directory = organization.directory();
        DutyDetails details = details(duty.first(), directory, today);
        Map<String, Object> payload = new TreeMap<>(DutyPayload.of(details, directory, today));
        payload.put("cadence", duty.cadence());
        payload.put("due_days_after", duty.dueDaysAfter());
        docket.record(Act.of(
                by.author(),
                "duty.regular-owed",
                new Subject("duty.regular", id),
                payload,
                DutyPayload.concerns(details, directory)));
        arise(by, regularRows.take(id, today), id);
        return id;
    }

    /** Duties arise; those of a regular duty carry it, so that no period arises twice. */
    List<UUID> arise(Actor by, List<NewDuty> duties, UUID regular) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        List<UUID> ids = new ArrayList<>();
        List<NewNotice> told = new ArrayList<>();
        for (NewDuty duty : duties) {
            DutyDetails details = details(duty, directory, today);
            rows.insert(details, regular, Milestone.plan(duty.from(), duty.due(), duty.terms(), today));
            record(by, "duty.owed", details, Map.of(), directory, today);
            if (!duty.from().isAfter(today)) {
                told.add(DutyNotices.owed(details));
            }
            ids.add(details.id());
        }
        notices.tellAll(told);
        return ids;
    }

    private static DutyDetails details(NewDuty duty, Directory directory, LocalDate today) {
        directory.post(duty.ownerPost());
        directory.body(duty.creditorBody());
        return new DutyDetails(
                UUID.randomUUID(),
                duty.kind(),
                duty.title(),
                duty.ownerPost(),
                directory.holderOf(duty.ownerPost(), today).map(Tenure::person).orElse(null),
                duty.creditorBody(),
                duty.clause(),
                duty.about(),
                duty.from(),
                duty.due(),
                duty.due(),
                duty.terms(),
                duty.metAt());
    }

    @Override
    @Transactional
    public void meet(Actor by, UUID id, String account, List<UUID> files) {
        OpenDuty duty = open(id);
        DutyDetails details = duty.details();
        if (details.metAt() != null) {
            throw Refusal.of("duty.met-by-act", details.title())
                    .under(List.of(details.clause()))
                    .at(details.metAt())
                    .refused();
        }
        attachments.attach(by.author(), files, details.subject());
        meet(by, duty, account, files);
    }

    @Override
    @Transactional
    public void meetByAct(Actor by, UUID id, String account, List<UUID> files) {
        meet(by, open(id), account, files);
    }

    private void meet(Actor by, OpenDuty duty, String account, List<UUID> files) {
        if (account.isBlank()) {
            throw Invalid.at("account", "duty.account.missing");
        }
        LocalDate today = LocalDate.now(clock);
        DutyDetails details = duty.details();
        requireOwnerOrAcceptor(by, details, today);
        if (today.isBefore(details.from())) {
            throw refusal("duty.not-begun", details, details.title(), details.from());
        }
        MetDuty met = duty.meet(today, new Evidence(by.person(), account, files));
        rows.close(duty.id(), "met", today, by.person(), account, files);
        attachments.attach(files, details.subject());
        record(
                by,
                "duty.met",
                details,
                Map.of("account", account, "late", met.late(), "attachments", files),
                organization.directory(),
                today);
    }

    private void requireOwnerOrAcceptor(Actor by, DutyDetails duty, LocalDate today) {
        if (by.equals(Actor.CALENDAR)) {
            return;
        }
        if (!duty.ownerPost().equals(by.post())) {
            if (!by.may(ACCEPT) && left(by, duty.ownerPost())) {
                throw refusal("duty.tenure-ended", duty, ownerName(duty), today);
            }
            if (!by.may(ACCEPT)) {
                throw refusal("duty.not-owner", duty, duty.title(), ownerName(duty));
            }
            posts.require(by, ACCEPT, organization.post(duty.ownerPost()).body());
            return;
        }
        if (organization.holdersOf(duty.ownerPost(), today).stream()
                .noneMatch(tenure -> tenure.person().equals(by.person()))) {
            throw refusal("duty.tenure-ended", duty, ownerName(duty), today);
        }
    }

    /** Whether somebody held a post that they hold no more. */
    private boolean left(Actor by, UUID post) {
        return by.person() != null
                && organization.tenuresIn(post).stream()
                        .anyMatch(tenure -> tenure.person().equals(by.person()));
    }

    private String ownerName(DutyDetails duty) {
        return organization.post(duty.ownerPost()).name();
    }

    @Override
    @Transactional
    public void extend(Actor by, UUID id, LocalDate due, String reasons) {
        OpenDuty duty = open(id);
        DutyDetails details = duty.details();
        requireOther(by, EXTEND, details, reasons);
        if (duty instanceof OverdueDuty overdue && overdue.breached()) {
            throw refusal("duty.breached", details, details.title());
        }
        if (!due.isAfter(details.due())) {
            throw refusal("duty.extension-not-later", details, details.due(), due);
        }
        LocalDate today = LocalDate.now(clock);
        rows.extend(details, due, Milestone.plan(details.from(), due, details.terms(), today));
        record(by, "duty.extended", details, Map.of("until", due, "reasons", reasons), organization.directory(), today);
        notices.tell(
                details.ownerPost(),
                Text.of("duty.notice.extended", details.title(), due, reasons),
                DutyNotices.href(details),
                details.subject());
    }

    @Override
    @Transactional
    public void withdraw(Actor by, UUID id, String reasons) {
        DutyDetails details = open(id).details();
        requireOther(by, WITHDRAW, details, reasons);
        LocalDate today = LocalDate.now(clock);
        rows.close(id, "withdrawn", today, null, reasons, List.of());
        record(by, "duty.withdrawn", details, Map.of("reasons", reasons), organization.directory(), today);
        notices.tell(
                details.ownerPost(),
                Text.of("duty.notice.withdrawn", details.title(), reasons),
                DutyNotices.href(details),
                details.subject());
    }

    /** Extending and withdrawing is for somebody else than the owner, and says why. */
    private void requireOther(Actor by, Permission permission, DutyDetails duty, String reasons) {
        if (!by.equals(Actor.CALENDAR)) {
            posts.require(by, permission, organization.post(duty.ownerPost()).body());
            if (duty.ownerPost().equals(by.post())
                    || (by.person() != null && by.person().equals(duty.holder()))) {
                throw refusal("duty.own", duty, duty.title());
            }
        }
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "duty.reasons.missing");
        }
    }

    private OpenDuty open(UUID id) {
        Duty duty = rows.lock(id).orElseThrow(() -> new NoSuchElementException("no duty " + id));
        return switch (duty) {
            case OpenDuty open -> open;
            case MetDuty met ->
                throw refusal("duty.already-met", met.details(), met.details().title(), met.on());
            case WithdrawnDuty gone ->
                throw refusal(
                        "duty.already-withdrawn", gone.details(), gone.details().title(), gone.on());
        };
    }

    private static org.shengmo.wording.Refused refusal(String key, DutyDetails duty, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(List.of(duty.clause()))
                .on(Map.of("duty", duty.title(), "due", duty.due()))
                .refused();
    }

    private void record(
            Actor by, String kind, DutyDetails duty, Map<String, ?> more, Directory directory, LocalDate today) {
        Map<String, Object> payload = new TreeMap<>(DutyPayload.of(duty, directory, today));
        payload.putAll(more);
        docket.record(Act.of(by.author(), kind, duty.subject(), payload, DutyPayload.concerns(duty, directory)));
    }

    @Override
    @Transactional(readOnly = true)
    public Duty duty(UUID id) {
        return byId(id).orElseThrow(() -> new NoSuchElementException("no duty " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Duty> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(UUID post) {
        return rows.find(DutyFilter.ALL.ownedBy(List.of(post)), null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> find(DutyFilter filter) {
        return rows.find(filter, null);
    }

    @Override
    public boolean mayRead(Actor reader, Duty duty) {
        return readers.mayRead(reader, duty.details());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> readableBy(Actor reader, DutyFilter filter) {
        return rows.find(filter, readers.near(reader));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OverdueDuty> takeBreached(LocalDate day) {
        return rows.breach(day);
    }
}
