package org.shengmo.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.measurement.Measurements;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day's work: times to answer that passed, and personal data whose time is over. */
@Component
class EntitlementRound implements DailyRound {

    private final HouseholdRows rows;
    private final Measurements measurements;
    private final Rulebook rulebook;
    private final Docket docket;
    private final Words words;

    EntitlementRound(HouseholdRows rows, Measurements measurements, Rulebook rulebook, Docket docket, Words words) {
        this.rows = rows;
        this.measurements = measurements;
        this.rulebook = rulebook;
        this.docket = docket;
        this.words = words;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        rows.unanswered(day).forEach(this::unanswered);
        int kept = rulebook.decide(Entitlement.TERMS_TABLE, day, Map.of("matter", "erase"))
                .integer("days");
        List<HouseholdRows.Due> due = rows.dueForErasure(day.minusDays(kept));
        if (!due.isEmpty()) {
            erase(due, day);
        }
    }

    private void unanswered(UUID batch, List<UUID> households) {
        docket.record(new Act(
                Actor.CALENDAR.author(),
                Kind.of("entitlement.unanswered"),
                new Subject("entitlement.batch", batch),
                subjects(households),
                Map.of("households", households.size()),
                null));
    }

    private void erase(List<HouseholdRows.Due> due, LocalDate day) {
        List<UUID> households = due.stream().map(HouseholdRows.Due::household).toList();
        rows.erase(households, day);
        docket.record(new Act(
                Actor.CALENDAR.author(),
                Kind.of("entitlement.erased"),
                new Subject("measurement.run", due.getFirst().run()),
                subjects(households),
                Map.of("households", households.size()),
                null));
        String reason = words.say(java.util.Locale.SIMPLIFIED_CHINESE, "entitlement.erased.reason");
        due.forEach(each -> each.entry().ifPresent(entry -> docket.erase(Actor.CALENDAR.author(), entry, reason)));
        rows.datasetsErased().forEach(dataset -> measurements.erase(Actor.CALENDAR, dataset));
    }

    private static List<Subject> subjects(List<UUID> households) {
        List<Subject> subjects = new ArrayList<>();
        households.forEach(each -> subjects.add(new Subject("entitlement.household", each)));
        return subjects;
    }
}
