package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Projects as open data: OCDS 1.1 releases, records and compiled releases, with the bids extension. Only what is public by
 * then: no bid before it is opened. {@code shengmo.ocds.prefix} is the publisher's registered prefix.
 */
@Component
public class OpenContracting {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BIDS =
            "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json";

    private final Procurement procurement;
    private final Tenders tenders;
    private final Organization organization;
    private final Clock clock;
    private final String prefix;
    private final String base;

    OpenContracting(
            Procurement procurement,
            Tenders tenders,
            Organization organization,
            Clock clock,
            @Value("${shengmo.ocds.prefix:ocds-000000}") String prefix,
            @Value("${shengmo.ocds.base:https://shengmo.example}") String base) {
        this.procurement = procurement;
        this.tenders = tenders;
        this.organization = organization;
        this.clock = clock;
        this.prefix = prefix;
        this.base = base;
    }

    /** A project's releases in a package. */
    @Transactional(readOnly = true)
    public Map<String, Object> releases(UUID project) {
        Map<String, Object> pack = pack("/procurement/" + project + "/releases.json");
        pack.put("releases", releasesOf(procurement.project(project).orElseThrow()));
        return pack;
    }

    /** A project's record: its releases and what they come to. */
    @Transactional(readOnly = true)
    public Map<String, Object> records(UUID project) {
        Project found = procurement.project(project).orElseThrow();
        List<Map<String, Object>> releases = releasesOf(found);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("ocid", ocid(found));
        record.put("releases", releases);
        record.put("compiledRelease", compiled(found, releases));
        Map<String, Object> pack = pack("/procurement/" + project + "/record.json");
        pack.put("records", List.of(record));
        return pack;
    }

    /** Every project's compiled release, oldest first: what the ruler's checks read, one a line. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> compiled() {
        return procurement.projects().reversed().stream()
                .map(project -> compiled(project, releasesOf(project)))
                .toList();
    }

    private Map<String, Object> pack(String path) {
        Map<String, Object> pack = new LinkedHashMap<>();
        pack.put("uri", base + path);
        pack.put("version", "1.1");
        pack.put("extensions", List.of(BIDS));
        pack.put("publishedDate", date(clock.instant()));
        pack.put("publisher", Map.of("name", publisher()));
        return pack;
    }

    private String publisher() {
        UUID trading = procurement.centres().get(Centre.TRADING);
        return trading == null ? "shengmo" : organization.body(trading).name();
    }

    private String ocid(Project project) {
        return prefix + "-" + project.details().number();
    }

    private List<Map<String, Object>> releasesOf(Project project) {
        List<Map<String, Object>> releases = new ArrayList<>();
        Directory directory = organization.directory();
        if (project instanceof Project.Priced priced) {
            add(releases, project, "planning", priced.price().reviewedOn(), release -> {
                release.put("parties", List.of(owner(project, directory)));
                release.put("planning", planning(priced));
            });
        }
        List<Tender> rounds = tenders.of(project.id());
        if (!rounds.isEmpty() && project instanceof Project.Priced priced) {
            tender(releases, priced, rounds.getFirst(), directory);
        }
        if (project instanceof Project.UnderContract under && rounds.getFirst() instanceof Tender.Awarded awarded) {
            add(releases, project, "contract", under.contract().signedOn(), release -> {
                release.put("contracts", List.of(contract(under, awarded, false)));
            });
            if (!under.contract().payments().isEmpty()) {
                add(
                        releases,
                        project,
                        "implementation",
                        under.contract().payments().getLast().on(),
                        release -> release.put("contracts", List.of(contract(under, awarded, true))));
            }
        }
        return releases;
    }

    private void tender(
            List<Map<String, Object>> releases, Project.Priced project, Tender tender, Directory directory) {
        add(releases, project, "tender", tender.details().publishedOn(), release -> {
            release.put("parties", List.of(owner(project, directory), trading(project, directory)));
            release.put("tender", tenderOf(project, tender, directory));
        });
        if (tender instanceof Tender.Awarded awarded) {
            add(releases, project, "award", awarded.on(), release -> {
                List<Map<String, Object>> parties = new ArrayList<>();
                awarded.bids().stream()
                        .filter(bid -> !bid.firm().isEmpty())
                        .forEach(bid -> parties.add(party(
                                bid.creditCode(),
                                bid.firm(),
                                bid.id().equals(awarded.winner())
                                        ? List.of("tenderer", "supplier")
                                        : List.of("tenderer"))));
                release.put("parties", distinct(parties));
                release.put("bids", Map.of("details", bids(awarded)));
                release.put("awards", List.of(award(project, awarded)));
            });
        }
    }

    private interface Filling {
        void into(Map<String, Object> release);
    }

    private void add(List<Map<String, Object>> releases, Project project, String tag, LocalDate on, Filling filling) {
        Map<String, Object> release = new LinkedHashMap<>();
        release.put("ocid", ocid(project));
        release.put("id", ocid(project) + "-" + (releases.size() + 1));
        release.put("date", date(on));
        release.put("tag", List.of(tag));
        release.put("initiationType", "tender");
        release.put("language", "zh");
        release.put(
                "buyer",
                reference(
                        project.details().owner().toString(),
                        organization.body(project.details().owner()).name()));
        filling.into(release);
        releases.add(release);
    }

    private Map<String, Object> compiled(Project project, List<Map<String, Object>> releases) {
        Map<String, Object> compiled = new LinkedHashMap<>();
        List<Map<String, Object>> parties = new ArrayList<>();
        for (Map<String, Object> release : releases) {
            if (release.get("parties") instanceof List<?> listed) {
                listed.forEach(each -> parties.add(cast(each)));
            }
            compiled.putAll(release);
        }
        if (releases.isEmpty()) {
            compiled.put("ocid", ocid(project));
            compiled.put("date", date(project.details().proposedOn()));
            compiled.put("initiationType", "tender");
        }
        compiled.put("id", ocid(project) + "-compiled");
        compiled.put("tag", List.of("compiled"));
        if (!parties.isEmpty()) {
            compiled.put("parties", distinct(parties));
        }
        return compiled;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object party) {
        return (Map<String, Object>) party;
    }

    /** One party an identifier, with the roles of all mentions. */
    private static List<Map<String, Object>> distinct(List<Map<String, Object>> parties) {
        Map<Object, Map<String, Object>> byId = new LinkedHashMap<>();
        for (Map<String, Object> party : parties) {
            byId.merge(party.get("id"), party, (one, other) -> {
                Map<String, Object> both = new LinkedHashMap<>(one);
                java.util.Set<Object> roles = new java.util.LinkedHashSet<>((List<?>) one.get("roles"));
                roles.addAll((List<?>) other.get("roles"));
                both.put("roles", List.copyOf(roles));
                return both;
            });
        }
        return List.copyOf(byId.values());
    }

    private static Map<String, Object> planning(Project.Priced project) {
        return Map.of(
                "rationale",
                project.details().text(),
                "budget",
                Map.of(
                        "description", project.details().title(),
                        "amount", money(project.price().reviewed()),
                        "project", project.details().title(),
                        "projectID", Long.toString(project.details().number())));
    }

    private Map<String, Object> tenderOf(Project.Priced project, Tender tender, Directory directory) {
        NewTender terms = tender.details().terms();
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("id", tender.id().toString());
        of.put("title", project.details().title());
        of.put("description", project.details().text());
        of.put("status", status(tender));
        of.put(
                "procuringEntity",
                reference(
                        project.details().owner().toString(),
                        directory.body(project.details().owner()).name()));
        of.put("items", items(project));
        of.put("value", money(tender.details().ceiling()));
        of.put("procurementMethod", "open");
        of.put("procurementMethodDetails", terms.method() == Method.OPEN ? "公开招标" : "公开询价");
        of.put("mainProcurementCategory", project.details().category().code());
        of.put("awardCriteria", terms.method() == Method.OPEN ? "ratedCriteria" : "priceOnly");
        of.put("submissionMethod", List.of("electronicSubmission"));
        of.put("tenderPeriod", period(tender.details().publishedOn(), terms.deadline()));
        if (tender instanceof Tender.Opened opened) {
            List<Map<String, Object>> tenderers = opened.bids().stream()
                    .filter(bid -> !bid.firm().isEmpty())
                    .map(bid -> reference(bid.creditCode(), bid.firm()))
                    .distinct()
                    .toList();
            of.put("numberOfTenderers", tenderers.size());
            of.put("tenderers", tenderers);
        }
        return of;
    }

    private static String status(Tender tender) {
        return switch (tender) {
            case Tender.Awarded awarded -> "complete";
            case Tender.Failed failed -> "unsuccessful";
            default -> "active";
        };
    }

    private static List<Map<String, Object>> items(Project project) {
        return List.of(Map.of("id", "1", "description", project.details().title()));
    }

    private static List<Map<String, Object>> bids(Tender.Awarded tender) {
        List<Map<String, Object>> details = new ArrayList<>();
        for (Tender.Bid bid : tender.bids()) {
            if (!bid.firm().isEmpty()) {
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("id", bid.id().toString());
                of.put("date", date(bid.receivedAt()));
                of.put("status", bid.state() == Tender.Bid.State.DISQUALIFIED ? "disqualified" : "valid");
                of.put("tenderers", List.of(reference(bid.creditCode(), bid.firm())));
                of.put("value", money(bid.price()));
                details.add(of);
            }
        }
        return details;
    }

    private static Map<String, Object> award(Project.Priced project, Tender.Awarded tender) {
        Tender.Bid winner = tender.bids().stream()
                .filter(bid -> bid.id().equals(tender.winner()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("id", tender.winner().toString());
        of.put("title", project.details().title());
        of.put("status", "active");
        of.put("date", date(tender.on()));
        of.put("value", money(winner.price()));
        of.put("suppliers", List.of(reference(winner.creditCode(), winner.firm())));
        of.put("items", items(project));
        return of;
    }

    private static Map<String, Object> contract(Project.UnderContract project, Tender.Awarded tender, boolean paid) {
        Project.Contract contract = project.contract();
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("id", "contract-" + project.details().number());
        of.put("awardID", tender.winner().toString());
        of.put("title", project.details().title());
        of.put("status", project instanceof Project.Archived ? "terminated" : "active");
        of.put("value", money(contract.due()));
        of.put("dateSigned", date(contract.signedOn()));
        if (!contract.changes().isEmpty()) {
            List<Map<String, Object>> amendments = new ArrayList<>();
            for (Project.Change change : contract.changes()) {
                amendments.add(Map.of(
                        "id", "change-" + (amendments.size() + 1),
                        "date", date(change.on()),
                        "rationale", change.reasons(),
                        "description", change.amount().toPlainString()));
            }
            of.put("amendments", amendments);
        }
        if (paid) {
            List<Map<String, Object>> transactions = new ArrayList<>();
            for (Project.Payment payment : contract.payments()) {
                transactions.add(new TreeMap<>(Map.of(
                        "id", "payment-" + (transactions.size() + 1),
                        "date", date(payment.on()),
                        "value", money(payment.amount()),
                        "payee", reference(contract.creditCode(), contract.firm()))));
            }
            of.put("implementation", Map.of("transactions", transactions));
        }
        return of;
    }

    private static Map<String, Object> owner(Project project, Directory directory) {
        UUID owner = project.details().owner();
        return party(owner.toString(), directory.body(owner).name(), List.of("buyer", "procuringEntity"));
    }

    private static Map<String, Object> trading(Project project, Directory directory) {
        UUID body = project.details().assignments().get(Centre.TRADING).body();
        return party(body.toString(), directory.body(body).name(), List.of("interestedParty"));
    }

    private static Map<String, Object> party(String id, String name, List<String> roles) {
        Map<String, Object> party = new LinkedHashMap<>(reference(id, name));
        party.put("roles", roles);
        return party;
    }

    private static Map<String, Object> reference(String id, String name) {
        return new TreeMap<>(Map.of("id", id, "name", name));
    }

    private static Map<String, Object> period(LocalDate from, Instant until) {
        return Map.of("startDate", date(from), "endDate", date(until));
    }

    private static Map<String, Object> money(BigDecimal amount) {
        return new TreeMap<>(Map.of("amount", amount, "currency", "CNY"));
    }

    private static String date(LocalDate day) {
        return date(day.atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant());
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(ZONE).toOffsetDateTime().withNano(0));
    }
}
