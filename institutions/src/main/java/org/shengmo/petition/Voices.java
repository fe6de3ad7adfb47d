package org.shengmo.petition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/**
 * What those who complained say of an action that is reported done. More than half of those who speak, and at least three
 * or all of a smaller number, decide: yes closes it, no gives it back to its owner for a month.
 */
@Component
class Voices {

    private static final int ENOUGH = 3;
    private static final int AGAIN_DAYS = 30;
    private static final int LONGEST_REMARK = 1000;

    private final RectificationRows rows;
    private final RectificationDuty duty;
    private final Docket docket;
    private final Calendar calendar;

    Voices(RectificationRows rows, RectificationDuty duty, Docket docket, Calendar calendar) {
        this.rows = rows;
        this.duty = duty;
        this.docket = docket;
        this.calendar = calendar;
    }

    void say(UUID id, UUID petition, boolean confirmed, String remark) {
        rows.lock(id);
        Rectification action = action(id);
        if (!rows.includes(id, petition) || action.state() != Rectification.State.DONE) {
            throw Refusal.of("petition.voice.closed").refused();
        }
        if (remark.length() > LONGEST_REMARK) {
            throw Invalid.at("remark", "petition.fault.long", LONGEST_REMARK);
        }
        LocalDate today = duty.today();
        rows.voice(id, petition, action.returned(), confirmed, remark.strip(), today);
        record(Actor.PUBLIC, "petition.rectification-voiced", id, Map.of("confirmed", confirmed));
        decide(action(id), today);
    }

    private void decide(Rectification action, LocalDate today) {
        int yes = action.voices().confirmed();
        int no = action.voices().denied();
        if (yes + no < Math.min(ENOUGH, action.petitions()) || yes == no) {
            return;
        }
        if (yes > no) {
            rows.confirmed(action.id(), today);
            record(
                    Actor.PUBLIC,
                    "petition.rectification-confirmed",
                    action.id(),
                    Map.of("confirmed", yes, "denied", no));
        } else {
            LocalDate due = calendar.workingDayFrom(today.plusDays(AGAIN_DAYS));
            rows.returned(action.id(), due, duty.owe(Actor.PUBLIC, action.id(), action.title(), action.owner(), due));
            record(
                    Actor.PUBLIC,
                    "petition.rectification-returned",
                    action.id(),
                    Map.of("confirmed", yes, "denied", no, "due", due));
        }
    }

    private Rectification action(UUID id) {
        return Optional.of(rows.select("WHERE r.id = ?", id))
                .filter(found -> !found.isEmpty())
                .orElseThrow()
                .getFirst();
    }

    private void record(Actor by, String kind, UUID id, Map<String, ?> payload) {
        docket.record(Act.of(by.author(), kind, new Subject("petition.rectification", id), payload));
    }
}
