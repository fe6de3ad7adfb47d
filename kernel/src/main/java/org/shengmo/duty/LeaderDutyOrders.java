package org.shengmo.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges an order and has the duties owed. */
@Service
class LeaderDutyOrders implements DutyOrders {

    private static final Kind LAID = Kind.of("duty.laid");
    private static final Kind FINDING = Kind.of("duty.missed");
    /** Two years of days: no period is due later than that after its end. */
    private static final int MOST_DAYS = 730;

    private static final int LONGEST = 200;

    private final Duties duties;
    private final Rulebook rulebook;
    private final Organization organization;
    private final Posts posts;
    private final Clock clock;

    LeaderDutyOrders(Duties duties, Rulebook rulebook, Organization organization, Posts posts, Clock clock) {
        this.duties = duties;
        this.rulebook = rulebook;
        this.organization = organization;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void lay(Actor by, DutyOrder order) {
        LocalDate today = LocalDate.now(clock);
        posts.require(by, LAY, organization.post(order.ownerPost()).body());
        if (order.ownerPost().equals(by.post())) {
            throw Refusal.of("duty.lay.own")
                    .under(List.of(rulebook.cite("duty-order-measures", "3", today)))
                    .refused();
        }
        check(order, today);
        NewDuty duty = duty(order, creditor(by), today);
        if (order.cadence() == Cadence.ONCE) {
            duties.owe(by, duty);
        } else {
            duties.oweRegularly(by, new NewRegularDuty(duty, order.cadence(), order.days()));
        }
    }

    private UUID creditor(Actor by) {
        return posts.bodyOf(by.post()).orElseThrow();
    }

    private NewDuty duty(DutyOrder order, UUID creditor, LocalDate today) {
        DutyTerms terms = DutyTerms.of(
                rulebook.decide(
                        "duty-order", today, Map.of("cadence", order.cadence().name())),
                FINDING);
        return new NewDuty(
                LAID,
                order.title().strip(),
                order.ownerPost(),
                creditor,
                rulebook.cite(order.document(), order.article(), today),
                Subject.post(order.ownerPost()),
                order.from(),
                order.until(),
                terms);
    }

    private void check(DutyOrder order, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (order.title().isBlank() || order.title().length() > LONGEST) {
            faults.add(new Fault("title", Text.of("duty.lay.title", LONGEST)));
        }
        if (rulebook.clause(order.document(), order.article(), today).isEmpty()) {
            faults.add(new Fault("article", Text.of("duty.lay.article", order.article())));
        }
        if (order.until().isBefore(today) || order.until().isBefore(order.from())) {
            faults.add(new Fault("until", Text.of("duty.lay.until")));
        }
        if (order.cadence() != Cadence.ONCE && (order.days() < 0 || order.days() > MOST_DAYS)) {
            faults.add(new Fault("days", Text.of("duty.lay.days", MOST_DAYS)));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}
