package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** The texts that wait for one's signature, and the reports that one can file now. */
@Component
class CharterWaiting implements Waiting {

    private final CharterRows charter;
    private final ReportRows reports;
    private final Duties duties;
    private final Presence presence;

    CharterWaiting(CharterRows charter, ReportRows reports, Duties duties, Presence presence) {
        this.charter = charter;
        this.reports = reports;
        this.duties = duties;
        this.presence = presence;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (actor.post() == null) {
            return List.of();
        }
        LocalDate today = presence.today();
        Stream<Item> signatures = charter.waitingFor(actor.post()).stream()
                .map(version -> new Item(
                        Text.of("charter.waiting.endorse"),
                        version.details().text().title(),
                        "/charter/versions/" + version.id(),
                        duties.duty(charter.endorseDuty(version.id(), actor.post()))
                                .details()
                                .due()));
        Stream<Item> toFile = reports.ofPost(actor.post()).stream()
                .filter(QuarterlyReport.Owed.class::isInstance)
                .map(QuarterlyReport::owed)
                .filter(owed -> !today.isBefore(owed.opens()) && !today.isAfter(owed.closes()))
                .map(owed -> new Item(
                        Text.of("charter.waiting.report"),
                        duties.duty(owed.duty()).details().title(),
                        "/charter/reports/" + owed.id(),
                        owed.due()));
        return Stream.concat(signatures, toFile).toList();
    }
}
