package org.shengmo.discipline;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What is attached to leads and cases, and what their entries say, is for whom they are there; an order's for who reads it. */
@Component
class DisciplineGates implements AttachmentGate, RecordGate {

    private final Leads leads;
    private final Cases cases;
    private final Orders orders;

    DisciplineGates(Leads leads, Cases cases, Orders orders) {
        this.leads = leads;
        this.cases = cases;
        this.orders = orders;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return subject.type().startsWith("discipline.") && shows(by, subject).orElse(false);
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return switch (about.type()) {
            case "discipline.lead" -> Optional.of(leads.exists(by, about.id()));
            case "discipline.case" -> Optional.of(cases.exists(by, about.id()));
            case "discipline.order" -> Optional.of(orders.open(by, about.id()).isPresent());
            case "discipline.log" -> Optional.of(by.may(ViewLog.REVIEW));
            default -> Optional.empty();
        };
    }
}
