package org.shengmo.petition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachment;
import org.shengmo.attachment.Attachments;
import org.shengmo.attachment.Pictures;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rectification actions in PostgreSQL. */
@Service
class PostgresRectifications implements Rectifications {

    private final RectificationRows rows;
    private final RectificationDuty duty;
    private final Duties duties;
    private final Organization organization;
    private final Attachments attachments;
    private final Docket docket;

    PostgresRectifications(
            RectificationRows rows,
            RectificationDuty duty,
            Duties duties,
            Organization organization,
            Attachments attachments,
            Docket docket) {
        this.rows = rows;
        this.duty = duty;
        this.duties = duties;
        this.organization = organization;
        this.attachments = attachments;
        this.docket = docket;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cluster> clusters(LocalDate from, LocalDate until) {
        return rows.clusters(from, until);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Monthly> byMonth(LocalDate from, LocalDate until) {
        return rows.byMonth(from, until);
    }

    @Override
    @Transactional
    public UUID open(Actor by, NewRectification action) {
        by.require(MANAGE);
        check(action);
        List<UUID> petitions = rows.free(action.topic(), action.area(), action.since());
        if (petitions.isEmpty()) {
            throw Refusal.of("petition.rectify.none").refused();
        }
        UUID id = UUID.randomUUID();
        UUID body = organization.post(action.owner()).body();
        rows.insert(id, duty.today(), action, body, duty.owe(by, id, action.title(), action.owner(), action.due()));
        rows.include(id, petitions);
        record(
                by,
                "petition.rectification-opened",
                id,
                Map.of(
                        "title", action.title(),
                        "topic", action.topic().code(),
                        "target", action.target(),
                        "due", action.due(),
                        "petitions", petitions.size(),
                        "year", duty.today().getYear()),
                Subject.post(action.owner()),
                Subject.body(body));
        return id;
    }

    private void check(NewRectification action) {
        List<Fault> faults = new ArrayList<>();
        Map.of("title", action.title(), "target", action.target(), "before", action.before())
                .forEach((field, text) -> {
                    if (text.isBlank()) {
                        faults.add(new Fault(field, Text.of("petition.fault.blank")));
                    }
                });
        if (!action.due().isAfter(duty.today())) {
            faults.add(new Fault("due", Text.of("petition.fault.past")));
        }
        if (organization.findPost(action.owner()).isEmpty()) {
            faults.add(new Fault("owner", Text.of("petition.fault.owner")));
        }
        if (action.steps().isEmpty()
                || action.steps().stream()
                        .anyMatch(step -> step.title().isBlank() || step.due().isAfter(action.due()))) {
            faults.add(new Fault("steps", Text.of("petition.fault.steps")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    @Override
    @Transactional
    public void step(Actor by, UUID id, int position, String account) {
        Rectification action = owned(by, id);
        Rectification.Step step = action.steps().stream()
                .filter(each -> each.position() == position && each.doneOn() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.of("petition.rectify.step").refused());
        if (account.isBlank()) {
            throw Invalid.at("account", "petition.fault.blank");
        }
        rows.step(id, position, duty.today(), account.strip());
        record(by, "petition.rectification-step", id, Map.of("step", step.title(), "account", account.strip()));
    }

    @Override
    @Transactional
    public void prove(Actor by, UUID id, byte[] picture, boolean after, String caption) {
        owned(by, id);
        if (caption.isBlank()) {
            throw Invalid.at("caption", "petition.fault.blank");
        }
        Attachment kept = attachments.keep(by.author(), "photo.jpg", Pictures.redrawn(picture));
        attachments.attach(List.of(kept.id()), new Subject("petition.rectification", id));
        rows.prove(id, kept.id(), after, caption.strip(), duty.today());
        record(
                by,
                "petition.rectification-proved",
                id,
                Map.of("after", after, "caption", caption.strip(), "sha256", kept.sha256()));
    }

    @Override
    @Transactional
    public void done(Actor by, UUID id, String after) {
        Rectification action = owned(by, id);
        if (after.isBlank()) {
            throw Invalid.at("after", "petition.fault.blank");
        }
        if (action.steps().stream().anyMatch(step -> step.doneOn() == null)) {
            throw Refusal.of("petition.rectify.steps-open").refused();
        }
        if (action.proofs().stream().noneMatch(Rectification.Proof::after)) {
            throw Refusal.of("petition.rectify.no-proof").refused();
        }
        duties.meetByAct(by, action.duty(), after.strip(), List.of());
        rows.done(id, duty.today(), after.strip());
        record(by, "petition.rectification-done", id, Map.of("account", after.strip()));
    }

    /** The action, where it is under way and the actor holds the post that answers for it. */
    private Rectification owned(Actor by, UUID id) {
        rows.lock(id);
        Rectification action = find(id).orElseThrow();
        if (!action.owner().equals(by.post())) {
            throw Refusal.of(
                            "petition.rectify.not-owner",
                            organization.post(action.owner()).name())
                    .refused();
        }
        if (action.state() != Rectification.State.UNDER_WAY) {
            throw Refusal.of("petition.rectify.not-under-way").refused();
        }
        return action;
    }

    private void record(Actor by, String kind, UUID id, Map<String, ?> payload, Subject... concerns) {
        docket.record(Act.of(by.author(), kind, new Subject("petition.rectification", id), payload, concerns));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rectification> of(int year) {
        return rows.select("WHERE r.year = ? ORDER BY r.number DESC", year);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Rectification> find(UUID id) {
        return rows.select("WHERE r.id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return rows.years();
    }
}
