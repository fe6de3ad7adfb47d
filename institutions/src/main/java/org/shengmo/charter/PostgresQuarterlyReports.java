package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quarterly reports in PostgreSQL. */
@Service
class PostgresQuarterlyReports implements QuarterlyReports {

    private static final int LONGEST = 20_000;

    private final ReportRows rows;
    private final Readers readers;
    private final Presence presence;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Attachments attachments;
    private final Duties duties;
    private final Docket docket;
    private final Written written;

    PostgresQuarterlyReports(
            ReportRows rows,
            Readers readers,
            Presence presence,
            Organization organization,
            Rulebook rulebook,
            Attachments attachments,
            Duties duties,
            Docket docket,
            Written written) {
        this.rows = rows;
        this.readers = readers;
        this.presence = presence;
        this.organization = organization;
        this.rulebook = rulebook;
        this.attachments = attachments;
        this.duties = duties;
        this.docket = docket;
        this.written = written;
    }

    @Override
    @Transactional
    public QuarterlyReport.Filed file(Actor by, UUID report, QuarterlyReport.Content content) {
        if (content.done().isBlank()) {
            throw Invalid.at("done", "charter.report.done-missing");
        }
        if (content.done().length()
                        + content.problems().length()
                        + content.next().length()
                > LONGEST) {
            throw Invalid.at("done", "charter.report.too-long", LONGEST);
        }
        rows.lock(report);
        QuarterlyReport.Owed owed = fileable(by, report);
        LocalDate today = presence.today();
        Subject subject = new Subject("charter.report", report);
        attachments.attach(by.author(), content.attachments(), subject);
        long entry = docket.record(Act.of(
                by.author(),
                "charter.report.filed",
                subject,
                Map.of(
                        "year", owed.quarter().year(),
                        "quarter", owed.quarter().number(),
                        "body", organization.nameOn(owed.body(), today),
                        "post", organization.nameOn(owed.post(), today),
                        "collective", owed.collective(),
                        "done", content.done(),
                        "problems", content.problems(),
                        "next", content.next(),
                        "attachments", content.attachments(),
                        "late", today.isAfter(owed.due())),
                Subject.person(by.person()),
                Subject.post(owed.post()),
                Subject.body(owed.body())));
        rows.file(report, today, by.person(), content, entry);
        if (duties.duty(owed.duty()) instanceof OpenDuty) {
            duties.meetByAct(
                    by, owed.duty(), written.say("charter.account.filed", Long.toString(entry)), content.attachments());
        }
        return new QuarterlyReport.Filed(owed, today, by.person(), content, entry);
    }

    private QuarterlyReport.Owed fileable(Actor by, UUID id) {
        QuarterlyReport report = rows.byId(id).orElseThrow(() -> new NoSuchElementException("no report " + id));
        QuarterlyReport.Owed owed = report.owed();
        presence.require(by, owed.post(), "charter.report.not-yours");
        if (report instanceof QuarterlyReport.Filed filed) {
            throw refusal("charter.report.twice", owed, filed.on().toString());
        }
        if (presence.today().isBefore(owed.opens())) {
            throw refusal("charter.report.early", owed, owed.opens().toString());
        }
        if (presence.today().isAfter(owed.closes())) {
            throw refusal(
                    "charter.report.closed",
                    owed,
                    Integer.toString(owed.quarter().year()),
                    owed.closes().toString());
        }
        return owed;
    }

    private Refused refusal(String key, QuarterlyReport.Owed owed, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(rulebook.decide(
                                Terms.REPORT_TABLE,
                                owed.quarter().last(),
                                Map.of(
                                        "quarter",
                                        owed.quarter().number(),
                                        "reporter",
                                        owed.collective() ? "leading-body" : "member"))
                        .citations())
                .on(Map.of("opens", owed.opens(), "due", owed.due(), "closes", owed.closes()))
                .refused();
    }

    @Override
    public boolean mayRead(Actor by, QuarterlyReport report) {
        return readers.report(by, report.owed());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<QuarterlyReport> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return rows.years();
    }

    @Override
    @Transactional(readOnly = true)
    public List<QuarterlyReport> of(int year) {
        return rows.of(year);
    }

    @Override
    @Transactional(readOnly = true)
    public List<QuarterlyReport.Owed> owedBetween(LocalDate first, LocalDate last) {
        return rows.owedBetween(first, last);
    }

    @Override
    @Transactional(readOnly = true)
    public List<QuarterlyReport> ofPost(UUID post) {
        return rows.ofPost(post);
    }
}
