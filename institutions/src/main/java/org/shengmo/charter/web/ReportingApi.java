package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.charter.Quarter;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.charter.QuarterlyReports;
import org.shengmo.charter.Review;
import org.shengmo.charter.Reviews;
import org.shengmo.wording.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quarterly reports and the standing committee's reviews over the API. */
@RestController
@RequestMapping("/api/v1/charter")
class ReportingApi {

    private final QuarterlyReports reports;
    private final Reviews reviews;

    ReportingApi(QuarterlyReports reports, Reviews reviews) {
        this.reports = reports;
        this.reviews = reviews;
    }

    /**
     * A session that was held.
     *
     * @param special whether it is a special session rather than the quarter's review; null for that
     */
    record Session(LocalDate on, String topic, String decisions, List<UUID> attachments, Boolean special) {
        Session {
            if (on == null) {
                throw Invalid.at("on", "charter.part.blank");
            }
            topic = topic == null ? "" : topic;
            decisions = decisions == null ? "" : decisions;
            special = special != null && special;
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }
    }

    @GetMapping("/reports")
    List<QuarterlyReport> reports(Actor actor, @RequestParam int year) {
        return reports.of(year).stream()
                .filter(report -> reports.mayRead(actor, report))
                .toList();
    }

    @GetMapping("/reports/{id}")
    QuarterlyReport report(Actor actor, @PathVariable UUID id) {
        return reports.byId(id)
                .filter(report -> reports.mayRead(actor, report))
                .orElseThrow(() -> new NoSuchElementException("no report " + id));
    }

    @PostMapping("/reports/{id}")
    QuarterlyReport.Filed file(Actor actor, @PathVariable UUID id, @RequestBody QuarterlyReport.Content content) {
        return reports.file(actor, id, content);
    }

    @GetMapping("/reviews")
    List<Review> reviews(@RequestParam int year) {
        return reviews.of(year);
    }

    /** The duty that each quarter of a year called forth. */
    @GetMapping("/reviews/duties")
    Map<String, UUID> owed(@RequestParam int year) {
        Map<String, UUID> owed = new java.util.TreeMap<>();
        for (Map.Entry<Quarter, UUID> each : reviews.duties(year).entrySet()) {
            owed.put(QuarterView.name(each.getKey()), each.getValue());
        }
        return owed;
    }

    @GetMapping("/reviews/{id}")
    Review review(@PathVariable UUID id) {
        return reviews.byId(id).orElseThrow(() -> new NoSuchElementException("no session " + id));
    }

    @PostMapping("/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Review hold(Actor actor, @RequestBody Session session) {
        return session.special()
                ? reviews.holdSpecial(actor, session.on(), session.topic(), session.decisions(), session.attachments())
                : reviews.hold(actor, session.on(), session.topic(), session.decisions(), session.attachments());
    }
}
