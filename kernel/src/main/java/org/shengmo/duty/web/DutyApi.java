package org.shengmo.duty.web;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Given;
import org.shengmo.duty.Cadence;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyFilter;
import org.shengmo.duty.DutyOrder;
import org.shengmo.duty.DutyOrders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Duties by the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/duties")
class DutyApi {

    private final Duties duties;
    private final DutyOrders orders;
    private final java.time.Clock clock;

    DutyApi(Duties duties, DutyOrders orders, java.time.Clock clock) {
        this.duties = duties;
        this.orders = orders;
        this.clock = clock;
    }

    /** What was done, with kept files. */
    record Meeting(String account, List<UUID> attachments) {}

    /** A later date, and why. */
    record Extension(LocalDate due, String reasons) {}

    /** Why. */
    record Withdrawal(String reasons) {}

    /** A duty laid on a post: see {@link DutyOrder}; without cadence once, without a first day from today. */
    record Order(
            String title,
            UUID ownerPost,
            String document,
            String article,
            LocalDate from,
            LocalDate until,
            Cadence cadence,
            Integer days) {}

    /** A duty as the API gives it. */
    record DutyJson(
            UUID id,
            String kind,
            String title,
            UUID ownerPost,
            UUID creditorBody,
            LocalDate from,
            LocalDate due,
            String standing,
            String clause,
            String metAt) {}

    @GetMapping
    List<DutyJson> mine(Actor actor) {
        return actor.post() == null
                ? List.of()
                : duties.find(DutyFilter.ALL.ownedBy(List.of(actor.post()))).stream()
                        .map(this::json)
                        .toList();
    }

    /** Every duty within the reader's scope, soonest due first. */
    @GetMapping("/all")
    List<DutyJson> all(Actor actor) {
        return duties.readableBy(actor, DutyFilter.ALL).stream().map(this::json).toList();
    }

    @GetMapping("/{id}")
    DutyJson duty(@PathVariable UUID id, Actor actor) {
        return duties.byId(id)
                .filter(duty -> duties.mayRead(actor, duty))
                .map(this::json)
                .orElseThrow(() -> new NoSuchElementException("no duty " + id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lay(@RequestBody Order order, Actor actor) {
        orders.lay(
                actor,
                new DutyOrder(
                        Given.text(order.title()),
                        Given.needed("ownerPost", order.ownerPost()),
                        Given.text(order.document()),
                        Given.text(order.article()),
                        order.from() == null ? LocalDate.now(clock) : order.from(),
                        Given.needed("until", order.until()),
                        order.cadence() == null ? Cadence.ONCE : order.cadence(),
                        order.days() == null ? 0 : order.days()));
    }

    @PostMapping("/{id}/meet")
    DutyJson meet(@PathVariable UUID id, @RequestBody Meeting meeting, Actor actor) {
        duties.meet(actor, id, Given.text(meeting.account()), Given.list(meeting.attachments()));
        return json(duties.duty(id));
    }

    @PostMapping("/{id}/extend")
    DutyJson extend(@PathVariable UUID id, @RequestBody Extension extension, Actor actor) {
        duties.extend(actor, id, Given.needed("due", extension.due()), Given.text(extension.reasons()));
        return json(duties.duty(id));
    }

    @PostMapping("/{id}/withdraw")
    DutyJson withdraw(@PathVariable UUID id, @RequestBody Withdrawal withdrawal, Actor actor) {
        duties.withdraw(actor, id, Given.text(withdrawal.reasons()));
        return json(duties.duty(id));
    }

    private DutyJson json(Duty duty) {
        var details = duty.details();
        return new DutyJson(
                details.id(),
                details.kind().code(),
                details.title(),
                details.ownerPost(),
                details.creditorBody(),
                details.from(),
                details.due(),
                duty.standing(LocalDate.now(clock)).name(),
                details.clause().document() + "#" + details.clause().article(),
                details.metAt());
    }
}
