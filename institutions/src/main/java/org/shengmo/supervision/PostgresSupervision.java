package org.shengmo.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.assessment.Interviews;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.finding.UpheldFinding;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Supervision in PostgreSQL. */
@Service
class PostgresSupervision implements Supervision {

    private final SupervisionRows rows;
    private final Findings findings;
    private final Recoveries recoveries;
    private final Interviews interviews;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Notices notices;
    private final Docket docket;
    private final Clock clock;

    PostgresSupervision(
            SupervisionRows rows,
            Findings findings,
            Recoveries recoveries,
            Interviews interviews,
            Organization organization,
            Rulebook rulebook,
            Notices notices,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.findings = findings;
        this.recoveries = recoveries;
        this.interviews = interviews;
        this.organization = organization;
        this.rulebook = rulebook;
        this.notices = notices;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID launch(Actor by, NewCampaign campaign) {
        by.require(MANAGE);
        filled("code", campaign.code());
        filled("title", campaign.title());
        filled("scope", campaign.scope());
        if (campaign.last().isBefore(campaign.first())) {
            throw Invalid.at("last", "supervision.fault.days");
        }
        if (rows.stands(campaign.year(), campaign.code())) {
            throw Invalid.at("code", "supervision.fault.code-stands", campaign.code());
        }
        UUID id = UUID.randomUUID();
        long entry = docket.record(Act.of(
                by.author(),
                "supervision.launched",
                new Subject("supervision.campaign", id),
                Map.of(
                        "code",
                        campaign.code(),
                        "title",
                        campaign.title(),
                        "scope",
                        campaign.scope(),
                        "from",
                        campaign.first(),
                        "until",
                        campaign.last()),
                Subject.body(campaign.lead())));
        rows.insert(id, campaign, today(), entry);
        return id;
    }

    @Override
    @Transactional
    public UUID inspect(Actor by, Optional<UUID> campaign, UUID body, List<UUID> inspectors, String account) {
        by.require(MANAGE);
        filled("account", account);
        if (new HashSet<>(inspectors).size() < 2) {
            throw Refusal.of("supervision.alone").under(List.of(cite("4"))).refused();
        }
        campaign.ifPresent(this::running);
        UUID id = UUID.randomUUID();
        rows.insert(id, campaign, body, today(), inspectors, account.strip());
        docket.record(Act.of(
                by.author(),
                "supervision.inspected",
                campaign.map(each -> new Subject("supervision.campaign", each))
                        .orElse(new Subject("supervision.inspection", id)),
                Map.of("account", account.strip(), "inspectors", inspectors),
                Subject.body(body)));
        return id;
    }

    @Override
    @Transactional
    public UUID hit(Actor by, NewHit hit) {
        by.require(MANAGE);
        filled("title", hit.title());
        filled("account", hit.account());
        hit.campaign().ifPresent(this::running);
        UUID id = UUID.randomUUID();
        rows.insert(id, hit, today(), by.person());
        record(
                by,
                "supervision.hit",
                clue(id).orElseThrow().details(),
                Map.of("source", hit.source().code()));
        return id;
    }

    @Override
    @Transactional
    public void take(Actor by, UUID id, String reasons) {
        by.require(MANAGE);
        filled("reasons", reasons);
        Clue clue = clue(id).orElseThrow();
        if (!(clue instanceof Clue.Hit)) {
            throw moved(clue);
        }
        rows.taken(id, today());
        record(by, "supervision.lead", clue.details(), Map.of("reasons", reasons.strip()));
    }

    @Override
    @Transactional
    public void drop(Actor by, UUID id, String reasons) {
        by.require(MANAGE);
        filled("reasons", reasons);
        Clue clue = clue(id).orElseThrow();
        if (!(clue instanceof Clue.Hit) && !(clue instanceof Clue.Lead)) {
            throw moved(clue);
        }
        rows.dropped(id, today(), reasons.strip());
        record(by, "supervision.clue-closed", clue.details(), Map.of("reasons", reasons.strip()));
    }

    @Override
    @Transactional
    public UUID state(Actor by, UUID id, Breach what, String gravity, String account) {
        by.require(MANAGE);
        filled("account", account);
        Clue clue = clue(id).orElseThrow();
        if (!(clue instanceof Clue.Lead)) {
            throw moved(clue);
        }
        UUID finding = findings.state(
                by,
                new NewFinding(
                        what.kind(),
                        clue.details().subject(),
                        null,
                        clue.details().title(),
                        Map.of("gravity", gravity, "account", account.strip()),
                        List.of(),
                        List.of(),
                        cite(what.article()),
                        clue.details().asSubject(),
                        null));
        rows.found(id, finding);
        record(by, "supervision.stated", clue.details(), Map.of("account", account.strip()));
        return finding;
    }

    @Override
    @Transactional
    public UUID claim(Actor by, UUID id, NewClaim claim) {
        by.require(MANAGE);
        Clue clue = clue(id).orElseThrow();
        if (!(clue instanceof Clue.Found found)
                || !(findings.finding(found.finding()) instanceof UpheldFinding upheld)) {
            throw Refusal.of("supervision.not-upheld")
                    .under(List.of(cite("12")))
                    .refused();
        }
        return recoveries.claim(
                by,
                new Recoveries.NewRecovery(
                        upheld.details().kind(),
                        Subject.body(claim.debtor()),
                        organization.body(claim.debtor()).name(),
                        claim.amount(),
                        clue.details().title(),
                        cite("12"),
                        clue.details().asSubject(),
                        by.post() == null
                                ? claim.debtor()
                                : organization.post(by.post()).body(),
                        claim.collector(),
                        claim.plan()));
    }

    @Override
    @Transactional
    public UUID interview(Actor by, UUID id, UUID interviewer, UUID post) {
        by.require(MANAGE);
        Campaign campaign = campaign(id).orElseThrow();
        UUID person = organization
                .holderOf(post, today())
                .orElseThrow(() -> Invalid.at("post", "supervision.fault.vacant"))
                .person();
        return interviews.call(
                by, new Interviews.New(campaign.asSubject(), campaign.title(), interviewer, person, post));
    }

    @Override
    @Transactional
    public UUID circulate(Actor by, Optional<UUID> campaign, String title, String text, List<UUID> bodies) {
        by.require(MANAGE);
        filled("title", title);
        filled("text", text);
        UUID id = UUID.randomUUID();
        int number = rows.circulate(id, campaign, today().getYear(), title.strip(), text.strip(), bodies, today());
        docket.record(Act.of(
                by.author(),
                "supervision.circulated",
                campaign.map(each -> new Subject("supervision.campaign", each))
                        .orElse(new Subject("supervision.circular", id)),
                Map.of("title", title.strip(), "text", text.strip(), "number", number),
                bodies.stream().map(Subject::body).toArray(Subject[]::new)));
        notices.tellAll(bodies.stream()
                .flatMap(each -> organization.headOf(each).map(Post::id).stream())
                .map(each -> NewNotice.toPost(
                        each,
                        Text.of("supervision.told.circular", title.strip()),
                        campaign.map(run -> "/supervision/" + run).orElse("/supervision"),
                        new Subject("supervision.circular", id)))
                .toList());
        return id;
    }

    @Override
    @Transactional
    public void close(Actor by, UUID id, String summary) {
        by.require(MANAGE);
        filled("summary", summary);
        Campaign campaign = running(id);
        long waiting = rows.clues(Optional.of(id)).stream()
                .filter(each -> each instanceof Clue.Hit || each instanceof Clue.Lead)
                .count();
        if (waiting > 0) {
            throw Refusal.of("supervision.clues-wait", waiting)
                    .under(List.of(cite("5")))
                    .refused();
        }
        rows.close(id, today(), summary.strip());
        docket.record(Act.of(
                by.author(),
                "supervision.closed",
                campaign.asSubject(),
                Map.of("title", campaign.title(), "summary", summary.strip())));
    }

    private Campaign running(UUID id) {
        Campaign campaign = campaign(id).orElseThrow();
        if (campaign.closed() != null) {
            throw Refusal.of("supervision.closed", campaign.title()).refused();
        }
        return campaign;
    }

    private org.shengmo.wording.Refused moved(Clue clue) {
        return Refusal.of("supervision.moved-on", clue.details().number())
                .under(List.of(cite("5")))
                .refused();
    }

    private static void filled(String place, String text) {
        if (text == null || text.isBlank()) {
            throw Invalid.at(place, "supervision.fault.blank");
        }
    }

    private Citation cite(String article) {
        return rulebook.cite(MEASURES, article, today());
    }

    private void record(Actor by, String kind, Clue.Details clue, Map<String, ?> more) {
        Map<String, Object> payload = new java.util.TreeMap<>(more);
        payload.put("title", clue.title());
        docket.record(Act.of(
                by.author(),
                kind,
                clue.asSubject(),
                payload,
                clue.campaign().stream()
                        .map(each -> new Subject("supervision.campaign", each))
                        .toArray(Subject[]::new)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Campaign> campaigns(int year) {
        return rows.campaigns(year);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return rows.years();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Campaign> campaign(UUID id) {
        return rows.campaign(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Clue> clues(Optional<UUID> campaign) {
        return rows.clues(campaign);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Clue> clue(UUID id) {
        return rows.clue(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Inspection> inspections(UUID campaign) {
        return rows.inspections(campaign);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Circular> circulars(UUID campaign) {
        return rows.circulars(campaign);
    }
}
