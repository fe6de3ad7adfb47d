package org.shengmo.charter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts and versions in PostgreSQL. */
@Service
class PostgresCharter implements Charter {

    private final CharterRows rows;
    private final Endorsing endorsing;
    private final Organization organization;
    private final Docket docket;
    private final Clock clock;

    PostgresCharter(CharterRows rows, Endorsing endorsing, Organization organization, Docket docket, Clock clock) {
        this.rows = rows;
        this.endorsing = endorsing;
        this.organization = organization;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> document(CharterKind kind, int year) {
        return rows.document(kind, year);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return rows.years();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> draft(UUID document) {
        return rows.draft(document, false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> versions(UUID document) {
        return rows.versions(document);
    }

    @Override
    @Transactional(readOnly = true)
    public Version version(UUID id) {
        return rows.version(id).orElseThrow(() -> new NoSuchElementException("no version " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Version> inForce(CharterKind kind, int year, LocalDate on) {
        return rows.inForce(kind, year, on);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> waitingFor(UUID post) {
        return rows.waitingFor(post);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> endorsedBy(UUID person) {
        return rows.endorsedBy(person);
    }

    @Override
    @Transactional
    public Draft draft(Actor by, CharterText text) {
        by.require(DRAFT);
        CharterText filled = Names.filled(text, organization.directory());
        UUID document = rows.open(filled.kind(), filled.year());
        int revision = rows.draft(document, true).map(Draft::revision).orElse(0) + 1;
        Draft draft = rows.save(document, revision, filled, by.person(), clock.instant());
        record(by, "charter.drafted", draft);
        return draft;
    }

    @Override
    @Transactional
    public Draft amend(Actor by, UUID document) {
        by.require(DRAFT);
        Optional<Draft> draft = rows.draft(document, true);
        if (draft.isPresent()) {
            return draft.get();
        }
        Version latest = rows.versions(document).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no version of " + document));
        return draft(by, latest.details().text());
    }

    @Override
    @Transactional
    public Edited edit(Actor by, UUID document, int revision, CharterText text) {
        by.require(DRAFT);
        Draft current = rows.draft(document, true)
                .orElseThrow(() -> Refusal.of("charter.draft.gone").refused());
        if (current.revision() != revision) {
            return new Edited.Overtaken(current);
        }
        if (current.text().kind() != text.kind() || current.text().year() != text.year()) {
            throw Refusal.of("charter.draft.other-document").refused();
        }
        CharterText filled = Names.filled(text, organization.directory());
        Draft saved = rows.save(document, revision + 1, filled, by.person(), clock.instant());
        record(by, "charter.edited", saved);
        return new Edited.Saved(saved);
    }

    private void record(Actor by, String kind, Draft draft) {
        CharterText text = draft.text();
        docket.record(Act.of(
                by.author(),
                kind,
                new Subject("charter.document", draft.document()),
                Map.of(
                        "document", text.kind().code(),
                        "year", text.year(),
                        "title", text.title(),
                        "revision", draft.revision(),
                        "sha256", text.sha256())));
    }

    @Override
    @Transactional
    public Version circulate(Actor by, UUID document, int revision) {
        by.require(CIRCULATE);
        Draft draft = rows.draft(document, true)
                .orElseThrow(() -> Refusal.of("charter.draft.gone").refused());
        if (draft.revision() != revision) {
            throw Refusal.of("charter.circulate.changed", revision, draft.revision())
                    .refused();
        }
        List<Fault> faults = draft.text().faults();
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        rows.lock(document);
        List<Version> versions = rows.versions(document);
        if (!versions.isEmpty()
                && versions.getFirst().details().sha256().equals(draft.text().sha256())) {
            throw Refusal.of(
                            "charter.circulate.same",
                            versions.getFirst().details().number())
                    .refused();
        }
        versions.stream()
                .filter(Version.Circulated.class::isInstance)
                .forEach(each -> endorsing.replace(each.details()));
        UUID id = UUID.randomUUID();
        LocalDate today = LocalDate.now(clock);
        int number = versions.isEmpty() ? 1 : versions.getFirst().details().number() + 1;
        rows.circulate(id, document, number, draft.text(), today);
        rows.endDraft(document);
        List<Post> endorsers = draft.text().endorsers().stream()
                .map(code -> organization.postByCode(code).orElseThrow())
                .toList();
        circulated(by, id, document, number, draft.text(), endorsers);
        endorsing.ask(id, number, draft.text(), endorsers);
        return version(id);
    }

    private void circulated(Actor by, UUID version, UUID document, int number, CharterText text, List<Post> endorsers) {
        docket.record(Act.of(
                by.author(),
                "charter.circulated",
                new Subject("charter.version", version),
                Map.of(
                        "document", text.kind().code(),
                        "year", text.year(),
                        "title", text.title(),
                        "number", number,
                        "sha256", text.sha256(),
                        "text", text.content(),
                        "endorsers", endorsers.stream().map(Post::name).toList()),
                new Subject("charter.document", document),
                Subject.body(organization
                        .bodyByCode(text.issuer().code())
                        .orElseThrow()
                        .id())));
    }

    @Override
    public Version endorse(Actor by, UUID version, String sha256, CharSequence password) {
        endorsing.confirm(by, password);
        return endorsing.endorse(by, version, sha256);
    }

    @Override
    public Version enforce(Actor by, UUID version) {
        by.require(ENFORCE);
        return endorsing.enforce(by, version);
    }
}
