package org.shengmo.procurement;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/**
 * What is about a project is public when it happens. What is about a tender (its pool, its committee, who bid) is so once it
 * is over; before that it shows to nobody, for the committee's names are kept secret (Tendering Law art. 37).
 */
@Component
class ProcurementRecord implements RecordGate {

    private final TenderRows tenders;

    ProcurementRecord(TenderRows tenders) {
        this.tenders = tenders;
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return switch (about.type()) {
            case "procurement.project" -> Optional.of(true);
            case "procurement.tender" ->
                Optional.of(tenders.tender(about.id())
                        .filter(tender -> tender instanceof Tender.Awarded || tender instanceof Tender.Failed)
                        .isPresent());
            case "procurement.remedy", "procurement.expert", "procurement.flag" ->
                Optional.of(by.may(Procurement.HANDLE) || by.may(Procurement.JUDGE) || by.may(Procurement.MANAGE));
            default -> Optional.empty();
        };
    }
}
