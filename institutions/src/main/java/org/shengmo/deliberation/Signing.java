package org.shengmo.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Body;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** The minutes of a meeting that ends: written, asked to be signed, signed. */
@Component
class Signing {

    private static final Kind SIGN = Kind.of("deliberation.sign");

    private final MeetingRows rows;
    private final MinutesText minutesText;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Calendar calendar;
    private final Duties duties;
    private final Docket docket;
    private final Words words;
    private final Clock clock;

    Signing(
            MeetingRows rows,
            MinutesText minutesText,
            Organization organization,
            Rulebook rulebook,
            Calendar calendar,
            Duties duties,
            Docket docket,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.minutesText = minutesText;
        this.organization = organization;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.duties = duties;
        this.docket = docket;
        this.words = words;
        this.clock = clock;
    }

    /** Writes the minutes of a meeting as it was closed; everyone who was there owes a signature. */
    void write(Actor by, Meeting meeting, Sitting closed) {
        UUID id = meeting.id();
        String content = minutesText.of(new Meeting(
                id,
                meeting.number(),
                meeting.body(),
                meeting.heldOn(),
                meeting.place(),
                meeting.revision(),
                closed,
                Optional.empty()));
        String sha256 = Sha256.hex(content);
        rows.close(id, content, sha256, today());
        docket.record(Act.of(
                by.author(),
                "deliberation.closed",
                Meeting.subject(id),
                Map.of("sha256", sha256, "minutes", content),
                Subject.body(meeting.body())));
        askToSign(id, meeting);
    }

    private void askToSign(UUID id, Meeting meeting) {
        LocalDate today = today();
        Ruling terms = rulebook.decide(Matters.TERMS, today, Map.of("duty", "minutes"));
        LocalDate due =
                StatutoryPeriod.workingDays(terms.integer("workingDays")).dueDate(today, calendar);
        Body body = organization.body(meeting.body());
        List<UUID> signers = spoke(meeting.sitting());
        List<UUID> owed = duties.oweAll(
                Actor.CALENDAR,
                signers.stream()
                        .map(post -> new NewDuty(
                                        SIGN,
                                        say("deliberation.duty.sign", body.name(), meeting.number()),
                                        post,
                                        body.id(),
                                        terms.citations().getFirst(),
                                        Meeting.subject(id),
                                        today,
                                        due,
                                        DutyTerms.of(terms, Kind.of("duty.missed")))
                                .metAt("/meetings/" + id))
                        .toList());
        for (int i = 0; i < signers.size(); i++) {
            rows.duty(id, signers.get(i), owed.get(i));
        }
    }

    /** Who was there: in the room at the end, or with a stand on the record. */
    private static List<UUID> spoke(Sitting sitting) {
        return sitting.members().stream()
                .map(Member::post)
                .filter(post -> sitting.present().contains(post)
                        || sitting.items().stream()
                                .anyMatch(item -> item.standOf(post).isPresent()))
                .toList();
    }

    /** A member signs; in the transaction that holds the meeting. */
    void sign(Actor by, Meeting meeting, UUID seat, String sha256, String reservation) {
        UUID id = meeting.id();
        Meeting.Minutes minutes = meeting.minutes()
                .orElseThrow(() -> Refusal.of("deliberation.sign.open").refused());
        if (!minutes.sha256().equals(sha256)) {
            throw Refusal.of("deliberation.sign.changed").refused();
        }
        if (minutes.signatures().stream().anyMatch(each -> each.post().equals(seat))) {
            throw Refusal.of("deliberation.sign.twice").refused();
        }
        UUID duty = rows.duty(id, seat)
                .orElseThrow(() -> Refusal.of("deliberation.sign.absent").refused());
        rows.signature(id, seat, sha256, reservation, today());
        docket.record(Act.of(
                by.author(),
                "deliberation.signed",
                Meeting.subject(id),
                Map.of("sha256", sha256, "reservation", reservation),
                Subject.post(seat)));
        if (duties.duty(duty) instanceof OpenDuty) {
            duties.meetByAct(by, duty, say("deliberation.account.signed"), List.of());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Titles and accounts go into the record, which is in the language of the district's files. */
    private String say(String key, Object... arguments) {
        return words.say(Locale.SIMPLIFIED_CHINESE, key, arguments);
    }
}
