package org.shengmo.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What every step of a petition does: the duty behind it, the entry on the record, the words to the sender. */
@Component
class Steps {

    private final PetitionRows rows;
    private final Deadlines deadlines;
    private final Duties duties;
    private final Docket docket;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Words words;
    private final Clock clock;

    Steps(
            PetitionRows rows,
            Deadlines deadlines,
            Duties duties,
            Docket docket,
            Organization organization,
            Rulebook rulebook,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.duties = duties;
        this.docket = docket;
        this.organization = organization;
        this.rulebook = rulebook;
        this.words = words;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The petition, held, where a move is open; else refused with the clause. */
    Petition insist(UUID id, Move move) {
        Petition petition = rows.lock(id);
        if (!move.openIn(petition.state())) {
            throw refusal(petition, move);
        }
        return petition;
    }

    org.shengmo.wording.Refused refusal(Petition petition, Move move) {
        return move.refusal(petition, rulebook.cite(Move.REGULATION, move.article(), today()))
                .refused();
    }

    /** A step is owed by a post until a day. @return the duty */
    UUID owe(Actor by, Petition.Details petition, String step, UUID post, UUID creditor, LocalDate due) {
        LocalDate today = today();
        return duties.owe(
                by,
                new NewDuty(
                                Kind.of("petition." + step),
                                say(Text.of(
                                        "petition.duty." + step,
                                        petition.handle(),
                                        Text.of(petition.topic().key()))),
                                post,
                                creditor,
                                deadlines.clauses(step, today).getFirst(),
                                subject(petition.id()),
                                due.isBefore(today) ? due : today,
                                due,
                                deadlines.terms(step, post, today))
                        .metAt("/petitions/" + petition.id()));
    }

    /** The body of a post. */
    UUID bodyOf(UUID post) {
        return organization.post(post).body();
    }

    /** The step's duty is met, where it is still owed. */
    void meet(Actor by, Petition.Details petition, String account) {
        if (owed(petition)) {
            duties.meetByAct(
                    by.person() == null ? Actor.CALENDAR : with(by, Duties.ACCEPT),
                    petition.duty(),
                    account,
                    List.of());
        }
    }

    /** The step's duty is no longer owed. */
    void lift(Petition.Details petition, String reasonsKey) {
        if (owed(petition)) {
            duties.withdraw(Actor.CALENDAR, petition.duty(), say(Text.of(reasonsKey)));
        }
    }

    private boolean owed(Petition.Details petition) {
        return petition.duty() != null && duties.duty(petition.duty()) instanceof OpenDuty;
    }

    /** The rule gives the act's author what the act needs below: meeting, for the whole district. */
    private static Actor with(Actor by, Permission permission) {
        Set<Permission> permissions = new HashSet<>(by.permissions());
        permissions.add(permission);
        return new Actor(by.person(), by.post(), by.name(), permissions, new Scope.All(), by.compartments());
    }

    /** Enters an act about a petition; its text never stands in the entry. */
    long record(Actor by, String kind, Petition.Details petition, Map<String, ?> payload, Subject... concerns) {
        Map<String, Object> full = new TreeMap<>(payload);
        full.put("petition", petition.handle());
        return docket.record(Act.of(by.author(), kind, subject(petition.id()), full, concerns));
    }

    /** Says a text of ours in Chinese, in which the record is kept. */
    String say(Text text) {
        return words.say(Locale.SIMPLIFIED_CHINESE, text);
    }

    /** Says something to the sender, in the conversation that their code opens. */
    void tell(Petition.Details petition, UUID post, String text, List<UUID> attachments) {
        rows.message(petition.id(), clock.instant(), post, text, attachments);
    }

    /** Says a text of ours to the sender. */
    void tell(Petition.Details petition, UUID post, Text text) {
        tell(petition, post, say(text), List.of());
    }

    static Subject subject(UUID petition) {
        return new Subject("petition", petition);
    }
}
