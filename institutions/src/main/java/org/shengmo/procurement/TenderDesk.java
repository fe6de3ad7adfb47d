package org.shengmo.procurement;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What every act on a tender asks first, and how it goes on record. */
@Component
class TenderDesk {

    private final TenderRows rows;
    private final ProjectRows projects;
    private final RemedyRows remedies;
    private final ProcurementRules rules;
    private final Docket docket;
    private final Words words;
    private final Clock clock;

    TenderDesk(
            TenderRows rows,
            ProjectRows projects,
            RemedyRows remedies,
            ProcurementRules rules,
            Docket docket,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.projects = projects;
        this.remedies = remedies;
        this.rules = rules;
        this.docket = docket;
        this.words = words;
        this.clock = clock;
    }

    void afterDeadline(Tender tender) {
        if (!clock.instant().isAfter(tender.details().terms().deadline())) {
            throw rules.refused("procurement.refused.early", "7");
        }
    }

    /** Fewer than three: nothing is opened (Regulation art. 44). */
    void enough(Tender tender) {
        Ruling fewest = fewest(tender);
        if (tender.details().received() < fewest.integer("value")) {
            throw ProcurementRules.refused(
                    "procurement.refused.too-few",
                    fewest,
                    Map.of("received", tender.details().received()),
                    tender.details().received());
        }
    }

    Ruling fewest(Tender tender) {
        return rules.limit(tender.details().terms().method() == Method.OPEN ? "bidders" : "quotes");
    }

    String say(String key, Object... arguments) {
        return words.say(java.util.Locale.SIMPLIFIED_CHINESE, key, arguments);
    }

    /** An unanswered objection suspends the tender (Regulation arts. 22, 54). */
    void suspended(Tender tender) {
        if (remedies.unanswered(tender.id())) {
            throw ProcurementRules.refused("procurement.refused.suspended", rules.limit("objection-answer"), Map.of());
        }
    }

    Tender locked(UUID id) {
        rows.lock(id);
        return rows.tender(id).orElseThrow();
    }

    Project project(Tender tender) {
        return project(tender.details().project());
    }

    Project project(UUID id) {
        return projects.projects("p.id = ?", id).getFirst();
    }

    long record(Author author, String kind, Tender tender, Map<String, ?> payload) {
        return docket.record(Act.of(author, kind, tender.details().asSubject(), payload));
    }
}
