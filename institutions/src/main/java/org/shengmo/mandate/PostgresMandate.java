package org.shengmo.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.workflow.Chart;
import org.shengmo.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue in PostgreSQL. */
@Service
class PostgresMandate implements Mandate {

    private static final String CHANGING = "5";

    private final CatalogueRows rows;
    private final Workflow workflow;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Docket docket;
    private final CollectiveDecisions decisions;
    private final Clock clock;
    private volatile Known known;

    PostgresMandate(
            CatalogueRows rows,
            Workflow workflow,
            Organization organization,
            Rulebook rulebook,
            Docket docket,
            CollectiveDecisions decisions,
            Clock clock) {
        this.rows = rows;
        this.workflow = workflow;
        this.organization = organization;
        this.rulebook = rulebook;
        this.docket = docket;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What is in force on a day, as it was when the catalogue bore a stamp. */
    private record Known(LocalDate day, String stamp, List<ItemVersion> items) {}

    /** Thousands of items that seldom change are read once, and again when one did. */
    @Override
    @Transactional(readOnly = true)
    public List<ItemVersion> inForce(LocalDate day) {
        String stamp = rows.stamp();
        Known before = known;
        if (before != null && before.day().equals(day) && before.stamp().equals(stamp)) {
            return before.items();
        }
        List<ItemVersion> items = rows.inForce(day);
        known = new Known(day, stamp, items);
        return items;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ItemVersion> inForce(String code, LocalDate day) {
        return rows.versions(code).stream().filter(each -> each.inForce(day)).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ItemVersion> versions(String code) {
        return rows.versions(code);
    }

    @Override
    @Transactional
    public Imported importList(Actor by, byte[] file, LocalDate from, String decision, boolean dryRun) {
        by.require(MANAGE);
        if (decision.isBlank()) {
            throw Invalid.at("decision", "mandate.fault.blank");
        }
        Directory directory = organization.directory();
        List<ListReader.Listed> listed =
                new ListReader(code -> directory.bodyByCode(code).isPresent()).read(file);
        Map<String, ItemVersion> standing =
                rows.newest().stream().collect(Collectors.toMap(ItemVersion::code, Function.identity()));
        List<ListReader.Listed> news = listed.stream()
                .filter(each -> !stands(standing.get(each.code()), each, from))
                .toList();
        int added = (int)
                news.stream().filter(each -> !standing.containsKey(each.code())).count();
        int incomplete = (int) listed.stream()
                .filter(each ->
                        !each.power().missing().isEmpty() || each.flowchart().isEmpty())
                .count();
        news.stream()
                .map(ListReader.Listed::code)
                .filter(standing::containsKey)
                .forEach(code -> adopted(decision, code));
        if (!dryRun) {
            list(by, news, directory, standing, from, decision);
        }
        return new Imported(listed.size(), added, news.size() - added, listed.size() - news.size(), incomplete, dryRun);
    }

    private static boolean stands(ItemVersion before, ListReader.Listed listed, LocalDate from) {
        return before != null && before.inForce(from) && before.power().equals(listed.power());
    }

    private void list(
            Actor by,
            List<ListReader.Listed> news,
            Directory directory,
            Map<String, ItemVersion> standing,
            LocalDate from,
            String decision) {
        List<String> charts = charts(news, directory);
        List<ItemVersion> versions = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            ListReader.Listed each = news.get(i);
            versions.add(version(
                    each.code(),
                    each.catalogue(),
                    each.power(),
                    charts.get(i),
                    from,
                    decision,
                    standing.get(each.code())));
        }
        enter(by, versions);
    }

    /** Each item's own chart out of its template: its department's posts, and what share of the limit a step has. */
    private List<String> charts(List<ListReader.Listed> news, Directory directory) {
        List<byte[]> files = news.stream()
                .filter(each -> !each.flowchart().isEmpty())
                .map(each -> ChartTemplates.fill(
                        each.flowchart(), each.code(), each.power(), posts(each.power(), directory)))
                .toList();
        Iterator<Chart> published = workflow.publishAll(
                        files, role -> directory.postByCode(role).isPresent())
                .iterator();
        List<String> charts = new ArrayList<>();
        news.forEach(each ->
                charts.add(each.flowchart().isEmpty() ? null : published.next().hash()));
        return charts;
    }

    private static Map<String, String> posts(Power power, Directory directory) {
        Map<String, String> posts = new HashMap<>();
        directory.bodyByCode(power.department()).ifPresent(department -> {
            List<Post> own = directory.postsOf(department.id());
            if (!own.isEmpty()) {
                posts.put("head", own.getFirst().code());
                posts.put("deputy", own.getFirst().code());
                posts.put("clerk", own.getLast().code());
                posts.put("law", own.getLast().code());
            }
        });
        directory
                .bodyByCode(power.holder())
                .flatMap(holder -> directory.headOf(holder.id()))
                .ifPresent(head -> posts.put("chair", head.code()));
        return posts;
    }

    /** The next version of an item; the one before ends where it begins. */
    private ItemVersion version(
            String code,
            Catalogue catalogue,
            Power power,
            String chart,
            LocalDate from,
            String decision,
            ItemVersion before) {
        if (before != null && (before.until() == null || before.until().isAfter(from))) {
            if (!before.from().isBefore(from)) {
                throw Refusal.of("mandate.version.stands", code, before.from())
                        .under(List.of(rulebook.cite(RULES, CHANGING, today())))
                        .refused();
            }
            rows.end(before.version(), from);
        }
        return new ItemVersion(
                before == null ? UUID.randomUUID() : before.item(),
                UUID.randomUUID(),
                code,
                catalogue,
                from,
                null,
                power,
                body(power.holder()),
                body(power.responsible()),
                body(power.department()),
                chart,
                decision);
    }

    private void enter(Actor by, List<ItemVersion> versions) {
        rows.insertItems(versions);
        List<Long> entries = versions.stream()
                .map(version -> record(by, "mandate.item.listed", version, Map.of("from", version.from())))
                .toList();
        rows.insert(versions, entries);
    }

    private UUID body(String code) {
        return code.isEmpty()
                ? null
                : organization.bodyByCode(code).map(Body::id).orElse(null);
    }

    private long record(Actor by, String kind, ItemVersion version, Map<String, ?> more) {
        Power power = version.power();
        Map<String, Object> payload = new TreeMap<>(more);
        payload.put("code", version.code());
        payload.put("name", power.name());
        payload.put("class", power.powerClass());
        payload.put("basis", power.basis().stream().map(Power.Basis::text).toList());
        payload.put("decision", version.decision());
        version.flowchart().ifPresent(chart -> payload.put("chart", chart));
        Subject[] concerns =
                version.department() == null ? new Subject[0] : new Subject[] {Subject.body(version.department())};
        return docket.record(Act.of(by.author(), kind, Mandate.subject(version.item()), payload, concerns));
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] exportWorkbook(LocalDate day) {
        return ListWriter.workbook(inForce(day));
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] exportCsv(LocalDate day) {
        return ListWriter.csv(inForce(day));
    }

    @Override
    @Transactional
    public Proposal propose(Actor by, Catalogue catalogue, String code, Power power, byte[] chart, String reasons) {
        by.require(MANAGE);
        PowerCheck.check(
                code, power, reasons, body -> organization.bodyByCode(body).isPresent());
        String hash = chart == null
                ? rows.versions(code).stream()
                        .findFirst()
                        .map(ItemVersion::chart)
                        .orElse(null)
                : workflow.publish(chart, role -> organization.postByCode(role).isPresent())
                        .hash();
        Proposal proposal = new Proposal(
                UUID.randomUUID(),
                code,
                catalogue,
                power,
                hash,
                reasons,
                "proposed",
                by.person(),
                today(),
                null,
                null,
                "",
                "",
                null);
        rows.insert(proposal);
        record(by, "mandate.change.proposed", proposal, Map.of("name", power.name(), "reasons", reasons));
        return proposal;
    }

    private void record(Actor by, String kind, Proposal proposal, Map<String, ?> payload) {
        Map<String, Object> all = new TreeMap<>(payload);
        all.put("code", proposal.code());
        docket.record(Act.of(by.author(), kind, new Subject("mandate.proposal", proposal.id()), all));
    }

    @Override
    @Transactional
    public Proposal review(Actor by, UUID id, boolean lawful, String opinion) {
        by.require(REVIEW);
        if (opinion.isBlank()) {
            throw Invalid.at("opinion", "mandate.fault.blank");
        }
        Proposal proposal = lock(id);
        if (by.person() != null && by.person().equals(proposal.proposedBy())) {
            throw refused("mandate.change.own", proposal.code());
        }
        if (!proposal.state().equals("proposed")) {
            throw refused("mandate.change.reviewed-before", proposal.code());
        }
        rows.reviewed(id, lawful, by.person(), today(), opinion);
        record(by, "mandate.change.reviewed", proposal, Map.of("lawful", lawful, "opinion", opinion));
        return lock(id);
    }

    @Override
    @Transactional
    public Proposal decide(Actor by, UUID id, String decision, LocalDate from, boolean adopted) {
        by.require(DECIDE);
        if (decision.isBlank()) {
            throw Invalid.at("decision", "mandate.fault.blank");
        }
        Proposal proposal = lock(id);
        if (!proposal.state().equals("lawful")) {
            throw refused(
                    proposal.state().equals("proposed") ? "mandate.change.unreviewed" : "mandate.change.closed",
                    proposal.code());
        }
        if (from.isBefore(today())) {
            throw Invalid.at("from", "mandate.fault.past");
        }
        if (adopted) {
            adopted(decision, proposal.code());
        }
        rows.decided(id, adopted, by.person(), decision, from);
        record(by, "mandate.change.decided", proposal, Map.of("decision", decision, "adopted", adopted));
        if (adopted) {
            ItemVersion before =
                    rows.versions(proposal.code()).stream().findFirst().orElse(null);
            ItemVersion next = version(
                    proposal.code(), proposal.catalogue(), proposal.power(), proposal.chart(), from, decision, before);
            enter(by, List.of(next));
        }
        return lock(id);
    }

    /** @throws org.shengmo.wording.Refused unless the collective decision was adopted and names the item */
    private void adopted(String decision, String code) {
        if (!decisions.stands(decision, code, today())) {
            throw refused("mandate.change.no-decision", decision, code);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<CollectiveDecisions.Adopted> decisionsNaming(String code) {
        return decisions.naming(code, today());
    }

    private org.shengmo.wording.Refused refused(String key, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(List.of(rulebook.cite(RULES, CHANGING, today())))
                .refused();
    }

    private Proposal lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new NoSuchElementException("no proposal " + id));
    }

    @Override
    @Transactional
    public void end(Actor by, String code, LocalDate from, String decision) {
        by.require(DECIDE);
        if (decision.isBlank()) {
            throw Invalid.at("decision", "mandate.fault.blank");
        }
        ItemVersion standing = rows.versions(code).stream()
                .filter(each -> each.until() == null && each.from().isBefore(from))
                .findFirst()
                .orElseThrow(() -> refused("mandate.version.none", code));
        adopted(decision, code);
        rows.end(standing.version(), from);
        record(by, "mandate.item.ended", standing, Map.of("until", from, "by_decision", decision));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Proposal> proposals() {
        return rows.proposals();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Proposal> proposal(UUID id) {
        return rows.proposal(id);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
