package org.shengmo.consequence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.finding.FindingDetails;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** Enters what happens to consequences, tells those concerned, and lets duties arise from measures. */
@Component
class ConsequenceRecord {

    private final Docket docket;
    private final Notices notices;
    private final Duties duties;
    private final Organization organization;
    private final Words words;
    private final Clock clock;

    ConsequenceRecord(
            Docket docket, Notices notices, Duties duties, Organization organization, Words words, Clock clock) {
        this.docket = docket;
        this.notices = notices;
        this.duties = duties;
        this.organization = organization;
        this.words = words;
        this.clock = clock;
    }

    void proposed(ConsequenceDetails details) {
        enter(
                Actor.CALENDAR,
                "consequence.proposed",
                details,
                Map.of(
                        "measure",
                        details.proposed().code(),
                        "clause",
                        details.clause().asPayload()));
    }

    void notProposed(FindingDetails finding, Bearer bearer, List<Citation> clauses) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("title", finding.title());
        payload.put("finding_number", finding.number());
        payload.put("clauses", clauses.stream().map(Citation::asPayload).toList());
        docket.record(Act.of(
                Actor.CALENDAR.author(),
                "consequence.not-proposed",
                finding.asSubject(),
                payload,
                bearer.subject(),
                finding.fact()));
    }

    void notTaken(Actor by, ConsequenceDetails details, Decided decided) {
        enter(by, "consequence.not-taken", details, Map.of("reasons", decided.reasons()));
    }

    void imposed(Actor by, ConsequenceDetails details, Effect effect, Decided decided) {
        enter(by, "consequence.imposed", details, effectPayload(effect, decided));
        tell(
                details,
                Text.of(
                        "consequence.notice.imposed",
                        Text.of("consequence.measure." + effect.measure().code()),
                        details.title(),
                        effect.appealUntil()));
    }

    void appealed(Actor by, ConsequenceDetails details, Appeal appeal) {
        enter(
                by,
                "consequence.appealed",
                details,
                Map.of(
                        "appeal", appeal.text(),
                        "attachments", appeal.attachments(),
                        "decide_until", appeal.decideUntil(),
                        "suspends", appeal.suspends()));
    }

    void heard(Actor by, String kind, ConsequenceDetails details, Effect effect, Decided heard) {
        enter(by, kind, details, effectPayload(effect, heard));
        tell(
                details,
                Text.of(
                        kind.replace("consequence.", "consequence.notice."),
                        Text.of("consequence.measure." + effect.measure().code()),
                        details.title()));
    }

    void expired(Consequence.Expired expired) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("measure", expired.effect().measure().code());
        expired.effect().period().flatMap(EffectPeriod::lastDay).ifPresent(day -> payload.put("last_day", day));
        enter(Actor.CALENDAR, "consequence.expired", expired.details(), payload);
        tell(
                expired.details(),
                Text.of(
                        "consequence.notice.expired",
                        Text.of("consequence.measure."
                                + expired.effect().measure().code()),
                        expired.details().title()));
    }

    private static Map<String, Object> effectPayload(Effect effect, Decided decided) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("measure", effect.measure().code());
        payload.put("reasons", decided.reasons());
        payload.put("bars", effect.bars());
        payload.put("clause", effect.clause().asPayload());
        payload.put("appeal_until", effect.appealUntil());
        effect.period().ifPresent(period -> payload.put("effect_from", period.from()));
        effect.period().flatMap(EffectPeriod::lastDay).ifPresent(day -> payload.put("last_day", day));
        return payload;
    }

    private void enter(Actor by, String kind, ConsequenceDetails details, Map<String, ?> more) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> payload = new TreeMap<>();
        payload.put("number", details.number());
        payload.put("title", details.title());
        payload.put("subject_type", details.subject().type());
        payload.put("subject", directory.nameOn(details.subject().id(), today));
        payload.put("body", directory.nameOn(details.body(), today));
        payload.putAll(more);
        docket.record(Act.of(
                by.author(),
                kind,
                details.asSubject(),
                payload,
                details.subject(),
                Subject.body(details.body()),
                new Subject("finding", details.finding()),
                details.fact()));
    }

    private void tell(ConsequenceDetails details, Text text) {
        String href = "/consequences/" + details.id();
        if (details.subject().type().equals("person")) {
            notices.tellPerson(details.subject().id(), text, href, details.asSubject());
        } else if (details.post() != null) {
            notices.tell(details.post(), text, href, details.asSubject());
        }
    }

    /** A measure that somebody carries out is a duty; missed, it becomes a finding like any other. */
    void owe(ConsequenceDetails details, Measure measure, ConsequenceRules.Execution execution, LocalDate today) {
        Directory directory = organization.directory();
        Optional<UUID> owner = execution.bySuperior()
                ? Optional.ofNullable(details.post())
                        .flatMap(post -> directory.superiorOf(post, today))
                        .map(Post::id)
                : Optional.ofNullable(details.post());
        owner.ifPresent(post -> duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                        Kind.of("consequence.carry-out"),
                        words.say(
                                Locale.SIMPLIFIED_CHINESE,
                                "consequence.carry-out." + measure.code(),
                                directory.nameOn(details.subject().id(), today),
                                details.title()),
                        post,
                        directory.post(post).body(),
                        execution.clause(),
                        details.asSubject(),
                        today,
                        today.plusDays(execution.days()),
                        new DutyTerms(
                                List.of(3, 1),
                                List.of(1, 5),
                                execution.days(),
                                Kind.of("consequence.not-carried-out"),
                                Consequences.EFFECT_TABLE))));
    }
}
