package org.shengmo.consequence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Subject;
import org.shengmo.finding.FindingDetails;
import org.shengmo.finding.FindingUpheld;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consequences over PostgreSQL rows. */
@Service
class PostgresConsequences implements Consequences {

    private final ConsequenceRows rows;
    private final ConsequenceRules rules;
    private final ConsequenceRecord record;
    private final Findings findings;
    private final Organization organization;
    private final Posts posts;
    private final Attachments attachments;
    private final List<ClearanceSource> sources;
    private final Clock clock;

    PostgresConsequences(
            ConsequenceRows rows,
            ConsequenceRules rules,
            ConsequenceRecord record,
            Findings findings,
            Organization organization,
            Posts posts,
            Attachments attachments,
            List<ClearanceSource> sources,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.record = record;
        this.findings = findings;
        this.organization = organization;
        this.posts = posts;
        this.attachments = attachments;
        this.sources = sources;
        this.clock = clock;
    }

    /** Within the transaction that upholds the finding, so that none is upheld without what must follow. */
    @EventListener
    @Transactional
    void upheld(FindingUpheld event) {
        FindingDetails finding = event.finding().details();
        LocalDate today = LocalDate.now(clock);
        Bearer bearer = Bearer.of(finding, organization.directory());
        if (rows.punished(bearer.subject(), finding.fact(), finding.id())) {
            record.notProposed(finding, bearer, rules.oneFactOnce(today));
            return;
        }
        LocalDate first = today.minusMonths(rules.windowMonths(bearer.subject().type(), today));
        int repeat = findings.upheld(finding.subject(), finding.kind(), first, today) - 1;
        rules.measures(bearer.subject().type(), gravity(finding), repeat, bearer.rank(), today)
                .forEach(measure -> propose(finding, bearer, measure, today));
    }

    private static String gravity(FindingDetails finding) {
        Object gravity = finding.facts().get("gravity");
        return "serious".equals(gravity) || "grave".equals(gravity) ? (String) gravity : "ordinary";
    }

    private void propose(
            FindingDetails finding, Bearer bearer, ConsequenceRules.ProposedMeasure measure, LocalDate today) {
        ConsequenceRules.Competence competence = rules.competence(measure.measure(), bearer.rank(), today);
        ConsequenceDetails details = new ConsequenceDetails(
                UUID.randomUUID(),
                0,
                bearer.subject(),
                bearer.post(),
                bearer.body(),
                bearer.rank(),
                finding.id(),
                finding.fact(),
                finding.title(),
                measure.measure(),
                measure.clause(),
                today,
                competence.permission().code(),
                competence.clause());
        rows.propose(details);
        record.proposed(consequence(details.id()).details());
    }

    @Override
    @Transactional
    public void decide(Actor by, UUID id, Decision decision, String reasons) {
        LocalDate today = LocalDate.now(clock);
        Consequence consequence = lock(id);
        ConsequenceDetails details = consequence.details();
        Measure measure = switch (decision) {
            case Decision.Replace replace -> replace.measure();
            case Decision.Confirm confirm -> details.proposed();
            case Decision.None none -> details.proposed();
        };
        ConsequenceRules.Competence competence = rules.competence(measure, details.rank(), today);
        requireCompetent(by, competence.permission(), details, today);
        if (!(consequence instanceof Consequence.Proposed)) {
            throw refusal("consequence.already-decided", List.of(details.competence()), details.number());
        }
        requireReasons(reasons);
        Decided decided = new Decided(today, by.person(), by.post(), reasons);
        if (decision instanceof Decision.None) {
            rows.notTaken(id, decided);
            record.notTaken(by, details, decided);
            return;
        }
        if (rows.punished(details.subject(), details.fact(), details.finding()) || taken(details, measure)) {
            throw refusal("consequence.fact-punished", rules.oneFactOnce(today), details.title());
        }
        Effect effect = rules.effect(measure, details.subject().type(), today);
        rows.impose(id, effect, decided);
        record.imposed(by, details, effect, decided);
        rules.execution(measure, details.subject().type(), today)
                .ifPresent(execution -> record.owe(details, measure, execution, today));
    }

    /** Whether the same finding led to the same measure already. */
    private boolean taken(ConsequenceDetails details, Measure measure) {
        return rows.following(details.finding()).stream()
                .filter(other -> !other.id().equals(details.id()))
                .anyMatch(other -> other instanceof Consequence.Imposed imposed
                        && !(other instanceof Consequence.Revoked)
                        && imposed.effect().measure() == measure);
    }

    private void requireCompetent(Actor by, Permission permission, ConsequenceDetails details, LocalDate today) {
        if (!by.may(permission)) {
            throw Refusal.of("consequence.not-competent", Text.of("permission." + permission.code()), details.number())
                    .under(List.of(details.competence()))
                    .refused();
        }
        posts.require(by, permission, details.body());
        if (bears(by, details)) {
            throw refusal("consequence.own", List.of(rules.recusal(today)), details.number());
        }
    }

    /** Whether the actor bears it: the person, or anyone of the body. */
    private boolean bears(Actor by, ConsequenceDetails details) {
        if (details.subject().type().equals("person")) {
            return details.subject().id().equals(by.person());
        }
        return by.post() != null && organization.post(by.post()).body().equals(details.body());
    }

    private static void requireReasons(String reasons) {
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "consequence.reasons.missing");
        }
    }

    private static Refused refusal(String key, List<Citation> clauses, Object... arguments) {
        return Refusal.of(key, arguments).under(clauses).refused();
    }

    @Override
    @Transactional
    public void appeal(Actor by, UUID id, String text, List<UUID> files) {
        Consequence consequence = lock(id);
        ConsequenceDetails details = consequence.details();
        LocalDate today = LocalDate.now(clock);
        if (!answersFor(by, details, today)) {
            throw refusal("consequence.not-bearer", List.of(rules.appealRule(today)), details.number());
        }
        Effect effect = switch (consequence) {
            case Consequence.InForce inForce -> inForce.effect();
            case Consequence.Appealed before ->
                throw refusal(
                        "consequence.already-appealed",
                        List.of(before.effect().appealClause()),
                        before.appeal().on());
            case Consequence other ->
                throw refusal("consequence.not-appealable", List.of(rules.appealRule(today)), details.number());
        };
        if (today.isAfter(effect.appealUntil())) {
            throw Refusal.of("consequence.appeal-late", effect.appealUntil(), today)
                    .under(List.of(effect.appealClause()))
                    .on(java.util.Map.of("appeal_until", effect.appealUntil(), "today", today))
                    .refused();
        }
        if (text.isBlank()) {
            throw Invalid.at("text", "consequence.appeal.missing");
        }
        ConsequenceRules.AppealTerms terms = rules.appeal(effect.measure(), decidedOn(consequence));
        Appeal appeal = new Appeal(today, by.person(), text, files, rules.decideBy(terms, today), terms.suspends());
        rows.appeal(id, appeal);
        attachments.attach(by.author(), files, details.asSubject());
        record.appealed(by, details, appeal);
    }

    private static LocalDate decidedOn(Consequence consequence) {
        return ((Consequence.Imposed) consequence).decided().on();
    }

    /** Whether the actor is the person who bears it, or heads the body that does. */
    private boolean answersFor(Actor by, ConsequenceDetails details, LocalDate today) {
        if (details.subject().type().equals("person")) {
            return details.subject().id().equals(by.person());
        }
        return details.post() != null
                && details.post().equals(by.post())
                && organization.holdersOf(details.post(), today).stream()
                        .anyMatch(tenure -> tenure.person().equals(by.person()));
    }

    @Override
    @Transactional
    public void decideAppeal(Actor by, UUID id, AppealDecision decision, String reasons) {
        Consequence consequence = lock(id);
        ConsequenceDetails details = consequence.details();
        LocalDate today = LocalDate.now(clock);
        requireCompetent(by, DECIDE_APPEAL, details, today);
        if (!(consequence instanceof Consequence.Appealed appealed)) {
            throw refusal("consequence.no-appeal", List.of(rules.appealRule(today)), details.number());
        }
        if (by.person() != null && by.person().equals(appealed.decided().person())) {
            throw refusal("consequence.appeal-own-decision", List.of(rules.appealRule(today)), details.number());
        }
        requireReasons(reasons);
        Decided heard = new Decided(today, by.person(), by.post(), reasons);
        switch (decision) {
            case AppealDecision.Maintain maintain -> {
                rows.maintain(id, appealed.effect(), heard);
                record.heard(by, "consequence.maintained", details, appealed.effect(), heard);
            }
            case AppealDecision.Lighten lighten -> {
                Effect lighter = lighter(appealed, lighten.measure(), today);
                rows.maintain(id, lighter, heard);
                record.heard(by, "consequence.lightened", details, lighter, heard);
            }
            case AppealDecision.Revoke revoke -> {
                rows.revoke(id, heard);
                record.heard(by, "consequence.revoked", details, appealed.effect(), heard);
            }
        }
    }

    private Effect lighter(Consequence.Appealed appealed, Measure measure, LocalDate today) {
        if (!appealed.effect().measure().graverThan(measure)) {
            throw refusal(
                    "consequence.not-lighter",
                    List.of(rules.appealRule(today)),
                    Text.of("consequence.measure." + measure.code()),
                    Text.of("consequence.measure." + appealed.effect().measure().code()));
        }
        return rules.effect(
                measure, appealed.details().subject().type(), appealed.decided().on());
    }

    private Consequence lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new NoSuchElementException("no consequence " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Consequence consequence(UUID id) {
        return byId(id).orElseThrow(() -> new NoSuchElementException("no consequence " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Consequence> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consequence> borneBy(Subject personOrBody) {
        return rows.borneBy(personOrBody);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consequence> imposedBetween(LocalDate first, LocalDate last) {
        return rows.imposedBetween(first, last);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consequence> following(UUID finding) {
        return rows.following(finding);
    }

    @Override
    @Transactional(readOnly = true)
    public Clearance clearance(Subject personOrBody, LocalDate on) {
        List<Binding> bindings = new ArrayList<>(rows.bindings(personOrBody));
        List<Held> held = new ArrayList<>();
        for (ClearanceSource source : sources) {
            bindings.addAll(source.bindings(personOrBody));
            held.addAll(source.held(personOrBody, on));
        }
        return Clearance.of(personOrBody, on, bindings, held);
    }

    @Override
    public boolean mayAsk(Actor reader, Subject personOrBody) {
        if (personOrBody.type().equals("body")) {
            return reader.may(READ) && posts.reaches(reader, personOrBody.id());
        }
        return personOrBody.id().equals(reader.person())
                || (reader.may(READ)
                        && posts.heldBy(personOrBody.id(), LocalDate.now(clock)).stream()
                                .anyMatch(held -> posts.reaches(reader, held.body())));
    }

    @Override
    public boolean mayRead(Actor reader, Consequence consequence) {
        ConsequenceDetails details = consequence.details();
        boolean bearer =
                !(consequence instanceof Consequence.Proposed) && answersFor(reader, details, LocalDate.now(clock));
        return bearer || (readsOthers(reader) && posts.reaches(reader, details.body()));
    }

    private static boolean readsOthers(Actor reader) {
        return reader.may(READ)
                || reader.permissions().stream()
                        .anyMatch(permission -> permission.code().startsWith("consequence.decide"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consequence> readableBy(Actor reader) {
        return rows.near(reader.person(), reader.post(), reached(reader), false);
    }

    private Set<UUID> reached(Actor reader) {
        return readsOthers(reader) ? posts.reached(reader) : Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consequence> awaitingDecisionOf(Actor actor) {
        return rows.near(null, null, reached(actor), true).stream()
                .filter(consequence -> !bears(actor, consequence.details()))
                .filter(consequence -> awaits(actor, consequence))
                .sorted(Comparator.comparingLong(
                        consequence -> consequence.details().number()))
                .toList();
    }

    private static boolean awaits(Actor actor, Consequence consequence) {
        return switch (consequence) {
            case Consequence.Proposed proposed ->
                actor.may(Permission.of(proposed.details().permission()));
            case Consequence.Appealed appealed ->
                actor.may(DECIDE_APPEAL)
                        && !java.util.Objects.equals(
                                actor.person(), appealed.decided().person());
            case Consequence other -> false;
        };
    }
}
