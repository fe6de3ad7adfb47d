package org.shengmo.procurement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections and complaints in PostgreSQL. */
@Service
class PostgresRemedies implements Remedies {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 4000;

    private final RemedyRows rows;
    private final TenderRows tenders;
    private final ProjectRows projects;
    private final ProcurementRules rules;
    private final Handling handling;
    private final Calendar calendar;
    private final Docket docket;
    private final Words words;

    PostgresRemedies(
            RemedyRows rows,
            TenderRows tenders,
            ProjectRows projects,
            ProcurementRules rules,
            Handling handling,
            Calendar calendar,
            Docket docket,
            Words words) {
        this.rows = rows;
        this.tenders = tenders;
        this.projects = projects;
        this.rules = rules;
        this.handling = handling;
        this.calendar = calendar;
        this.docket = docket;
        this.words = words;
    }

    @Override
    @Transactional
    public Remedy bring(UUID tenderId, Kind kind, String who, String text, LocalDate knownOn) {
        if (who.isBlank() || text.isBlank() || text.length() > LONGEST) {
            throw Invalid.at(who.isBlank() ? "who" : "text", "procurement.fault.blank");
        }
        tenders.lock(tenderId);
        Tender tender = tenders.tender(tenderId).orElseThrow();
        Project project =
                projects.projects("p.id = ?", tender.details().project()).getFirst();
        Ruling limit = inTime(tender, kind, who, knownOn);
        boolean complaint = kind == Kind.COMPLAINT;
        Centre answers = complaint ? Centre.SUPERVISION : Centre.TRADING;
        Project.Assignment assignment = project.details().assignments().get(answers);
        if (assignment == null) {
            throw rules.refused(
                    "procurement.refused.nobody-answers", "2", project.details().title());
        }
        LocalDate due = complaint
                ? StatutoryPeriod.workingDays(limit.integer("value")).dueDate(rules.today(), calendar)
                : rules.today().plusDays(limit.integer("value"));
        UUID id = UUID.randomUUID();
        UUID duty = rules.owe(
                complaint ? "complaint" : "objection",
                words.say(
                        Locale.SIMPLIFIED_CHINESE,
                        "procurement.duty." + (complaint ? "complaint" : "objection"),
                        project.details().title()),
                assignment.post(),
                project.details().owner(),
                limit,
                due,
                project.details().asSubject(),
                "/procurement/" + project.id());
        rows.insert(id, tender, kind, who.strip(), text.strip(), rules.today(), due, duty);
        docket.record(Act.of(
                new Author(null, null),
                "procurement.remedy-brought",
                new Subject("procurement.remedy", id),
                Map.of("kind", kind.name(), "who", who.strip(), "text", text.strip(), "due", due),
                tender.details().asSubject()));
        return remedy(id).orElseThrow();
    }

    /** The ruling that gives the period for the answer. */
    private Ruling inTime(Tender tender, Kind kind, String who, LocalDate knownOn) {
        return switch (kind) {
            case DOCUMENTS -> {
                Ruling before = rules.limit("objection-before");
                LocalDate last =
                        tender.details().terms().deadline().atZone(ZONE).toLocalDate();
                if (!(tender instanceof Tender.Sealed)
                        || rules.today().isAfter(last.minusDays(before.integer("value")))) {
                    throw ProcurementRules.refused(
                            "procurement.refused.objection-late", before, Map.of("deadline", last));
                }
                yield rules.limit("objection-answer");
            }
            case RESULT -> {
                Ruling during = rules.limit("objection-answer");
                boolean published = tender instanceof Tender.Ranked ranked
                        && ranked.publishedUntil()
                                .filter(until -> !rules.today().isAfter(until))
                                .isPresent();
                if (!published) {
                    throw ProcurementRules.refused("procurement.refused.result-late", during, Map.of());
                }
                yield during;
            }
            case COMPLAINT -> {
                Ruling within = rules.limit("complaint-within");
                if (knownOn == null
                        || knownOn.isAfter(rules.today())
                        || rules.today().isAfter(knownOn.plusDays(within.integer("value")))) {
                    throw ProcurementRules.refused("procurement.refused.complaint-late", within, Map.of());
                }
                boolean objected =
                        rows
                                .remedies("tender = ? AND kind <> 'COMPLAINT' AND who = ?", tender.id(), who.strip())
                                .stream()
                                .anyMatch(each -> each.answeredOn().isPresent());
                if (!objected) {
                    throw ProcurementRules.refused("procurement.refused.objection-first", within, Map.of());
                }
                yield rules.limit("complaint-decide");
            }
        };
    }

    @Override
    @Transactional
    public void answer(Actor by, UUID id, boolean upheld, String answer) {
        Remedy remedy = remedy(id).orElseThrow();
        tenders.lock(remedy.tender());
        Project project = projects.projects("p.id = ?", remedy.project()).getFirst();
        handling.require(by, project, remedy.kind() == Kind.COMPLAINT ? Centre.SUPERVISION : Centre.TRADING);
        if (answer.isBlank()) {
            throw Invalid.at("answer", "procurement.fault.blank");
        }
        if (remedy.answeredOn().isPresent()) {
            throw rules.refused("procurement.refused.answered", "9", remedy.number());
        }
        rows.answer(id, rules.today(), upheld, answer.strip());
        docket.record(Act.of(
                by.author(),
                "procurement.remedy-answered",
                new Subject("procurement.remedy", id),
                Map.of("number", remedy.number(), "upheld", upheld, "answer", answer.strip()),
                new Subject("procurement.tender", remedy.tender())));
        rules.meet(by, remedy.duty(), answer.strip());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Remedy> of(UUID project) {
        return rows.remedies("project = ?", project);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Remedy> remedy(UUID id) {
        return rows.remedies("id = ?", id).stream().findFirst();
    }
}
