package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.SignIn;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Body;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking for endorsements, giving them, and what happens when the last one is there. */
@Component
class Endorsing {

    static final Kind DUTY = Kind.of("charter.endorse");
    private static final int SHOWN_DIGITS = 16;

    private final CharterRows rows;
    private final Arising arising;
    private final Terms terms;
    private final Presence presence;
    private final Accounts accounts;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Docket docket;
    private final Written written;

    Endorsing(
            CharterRows rows,
            Arising arising,
            Terms terms,
            Presence presence,
            Accounts accounts,
            Organization organization,
            Rulebook rulebook,
            Duties duties,
            Docket docket,
            Written written) {
        this.rows = rows;
        this.arising = arising;
        this.terms = terms;
        this.presence = presence;
        this.accounts = accounts;
        this.organization = organization;
        this.rulebook = rulebook;
        this.duties = duties;
        this.docket = docket;
        this.written = written;
    }

    /** Asks every endorser: each owes the endorsement. */
    void ask(UUID version, int number, CharterText text, List<Post> endorsers) {
        LocalDate today = presence.today();
        Terms.Term term = terms.endorsement(text.kind(), today);
        Body issuer = organization.bodyByCode(text.issuer().code()).orElseThrow();
        Subject about = new Subject("charter.version", version);
        List<UUID> owed = duties.oweAll(
                Actor.CALENDAR,
                endorsers.stream()
                        .map(post -> new NewDuty(
                                        DUTY,
                                        written.say("charter.duty.endorse", text.title(), number),
                                        post.id(),
                                        issuer.id(),
                                        term.clause(),
                                        about,
                                        term.opens(),
                                        term.due(),
                                        term.terms())
                                .metAt("/charter/versions/" + version))
                        .toList());
        rows.ask(version, endorsers.stream().map(Post::id).toList(), owed);
    }

    /** A circulated version gives way to a later text: nobody is asked for it any more. */
    void replace(VersionDetails version) {
        LocalDate today = presence.today();
        rows.supersede(version.id(), today);
        for (UUID post : version.missing()) {
            withdraw(rows.endorseDuty(version.id(), post), written.say("charter.reason.replaced"));
        }
        docket.record(Act.of(
                Actor.CALENDAR.author(),
                "charter.superseded",
                new Subject("charter.version", version.id()),
                Map.of("title", version.text().title(), "number", version.number(), "sha256", version.sha256()),
                new Subject("charter.document", version.document())));
    }

    private void withdraw(UUID duty, String reasons) {
        if (duties.duty(duty) instanceof OpenDuty) {
            duties.withdraw(Actor.CALENDAR, duty, reasons);
        }
    }

    /** The password once more. Outside the act's transaction, so that a failure is counted though the act is refused. */
    void confirm(Actor by, CharSequence password) {
        if (by.person() == null) {
            throw Refusal.of("charter.endorse.not-asked").refused();
        }
        switch (accounts.confirm(by.person(), password)) {
            case SignIn.Done done -> {}
            case SignIn.Wrong wrong ->
                throw Refusal.of("charter.endorse.password", wrong.attemptsLeft())
                        .refused();
            case SignIn.Locked locked ->
                throw Refusal.of("charter.endorse.locked").refused();
        }
    }

    @Transactional
    Version endorse(Actor by, UUID id, String sha256) {
        VersionDetails version = endorsable(by, id, sha256);
        LocalDate today = presence.today();
        Post post = organization.post(by.post());
        long entry = docket.record(Act.of(
                by.author(),
                "charter.endorsed",
                new Subject("charter.version", id),
                Map.of(
                        "document", version.text().kind().code(),
                        "year", version.text().year(),
                        "title", version.text().title(),
                        "number", version.number(),
                        "sha256", sha256,
                        "post", post.name(),
                        "person", by.name()),
                new Subject("charter.document", version.document()),
                Subject.person(by.person()),
                Subject.post(by.post())));
        rows.endorse(id, new Endorsement(by.post(), by.person(), today, sha256, entry));
        UUID duty = rows.endorseDuty(id, by.post());
        if (duties.duty(duty) instanceof OpenDuty) {
            duties.meetByAct(
                    by, duty, written.say("charter.account.endorsed", sha256.substring(0, SHOWN_DIGITS)), List.of());
        }
        Version endorsed = rows.version(id).orElseThrow();
        boolean last = endorsed.details().missing().isEmpty();
        return last && endorsed instanceof Version.Circulated ? bringIntoForce(Actor.CALENDAR, endorsed) : endorsed;
    }

    private VersionDetails endorsable(Actor by, UUID id, String sha256) {
        Version version = rows.version(id).orElseThrow(() -> new NoSuchElementException("no version " + id));
        rows.lock(version.details().document());
        version = rows.version(id).orElseThrow();
        VersionDetails details = version.details();
        if (version instanceof Version.Superseded) {
            throw refusal("charter.endorse.replaced", details, details.number());
        }
        if (!details.sha256().equals(sha256)) {
            throw refusal("charter.endorse.changed", details, details.number());
        }
        if (by.post() == null || !details.endorsers().contains(by.post())) {
            throw refusal("charter.endorse.not-asked", details);
        }
        presence.require(by, by.post(), "charter.endorse.not-asked");
        if (details.endorsedBy(by.post())) {
            throw refusal("charter.endorse.twice", details, details.number());
        }
        return details;
    }

    @Transactional
    Version enforce(Actor by, UUID id) {
        Version version = rows.version(id).orElseThrow(() -> new NoSuchElementException("no version " + id));
        rows.lock(version.details().document());
        version = rows.version(id).orElseThrow();
        if (!(version instanceof Version.Circulated)) {
            throw refusal("charter.enforce.not-circulated", version.details());
        }
        Body issuer = organization
                .bodyByCode(version.details().text().issuer().code())
                .orElseThrow();
        Post head = organization.headOf(issuer.id()).orElseThrow();
        if (version.details().endorsers().contains(head.id())
                && !version.details().endorsedBy(head.id())) {
            throw refusal("charter.enforce.head-missing", version.details(), head.name());
        }
        return bringIntoForce(by, version);
    }

    private Version bringIntoForce(Actor by, Version version) {
        VersionDetails details = version.details();
        LocalDate today = presence.today();
        rows.versions(details.document()).stream()
                .filter(Version.InForce.class::isInstance)
                .forEach(each -> replace(each.details()));
        CharterText text = details.text();
        long entry = docket.record(Act.of(
                by.author(),
                "charter.enforced",
                new Subject("charter.version", details.id()),
                Map.of(
                        "document", text.kind().code(),
                        "year", text.year(),
                        "title", text.title(),
                        "number", details.number(),
                        "sha256", details.sha256(),
                        "text", text.content(),
                        "endorsed", details.endorsements().size(),
                        "missing", details.missing().size()),
                new Subject("charter.document", details.document()),
                Subject.body(organization
                        .bodyByCode(text.issuer().code())
                        .orElseThrow()
                        .id())));
        rows.enforce(details.id(), today, entry);
        arising.from(details);
        return rows.version(details.id()).orElseThrow();
    }

    private org.shengmo.wording.Refused refusal(String key, VersionDetails version, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(List.of(rulebook.cite(Terms.PROVISIONS, Terms.OWN_RESPONSIBILITY, presence.today())))
                .on(Map.of(
                        "title", version.text().title(),
                        "number", version.number(),
                        "sha256", version.sha256()))
                .refused();
    }
}
