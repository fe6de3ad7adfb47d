package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterKind;
import org.shengmo.charter.Endorsement;
import org.shengmo.charter.Problem;
import org.shengmo.charter.Problems;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.charter.QuarterlyReports;
import org.shengmo.charter.Review;
import org.shengmo.charter.Reviews;
import org.shengmo.charter.Version;
import org.shengmo.charter.VersionDetails;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The charter over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/charter")
class CharterApi {

    private final Charter charter;
    private final QuarterlyReports reports;
    private final Reviews reviews;
    private final Problems problems;
    private final CurrentActor actors;

    CharterApi(Charter charter, QuarterlyReports reports, Reviews reviews, Problems problems, CurrentActor actors) {
        this.charter = charter;
        this.reports = reports;
        this.reviews = reviews;
        this.problems = problems;
        this.actors = actors;
    }

    /**
     * A version.
     *
     * @param state whether it waits for endorsements, is in force or was replaced
     * @param sha256 what an endorsement must name
     */
    record VersionView(
            UUID id,
            UUID document,
            int number,
            String state,
            String sha256,
            LocalDate circulatedOn,
            Map<String, Object> text,
            List<Endorsement> endorsements,
            List<UUID> missing) {

        static VersionView of(Version version) {
            VersionDetails details = version.details();
            String state = switch (version) {
                case Version.Circulated circulated -> "circulated";
                case Version.InForce inForce -> "in-force";
                case Version.Superseded superseded -> "superseded";
            };
            return new VersionView(
                    details.id(),
                    details.document(),
                    details.number(),
                    state,
                    details.sha256(),
                    details.circulatedOn(),
                    details.text().content(),
                    details.endorsements(),
                    details.missing());
        }
    }

    /** An endorsement: the hash of the text seen, and the password once more. */
    record Signature(String sha256, String password) {}

    /** The revision of a draft. */
    record Revision(int revision) {}

    /** A session that was held. */
    record Session(LocalDate on, String topic, String decisions, List<UUID> attachments, boolean special) {}

    /** What was said or done. */
    record Account(String text, List<UUID> attachments) {}

    @GetMapping("/{kind}/{year}/versions")
    List<VersionView> versions(@PathVariable String kind, @PathVariable int year) {
        return charter.document(kind(kind), year).map(charter::versions).orElse(List.of()).stream()
                .map(VersionView::of)
                .toList();
    }

    private static CharterKind kind(String code) {
        return java.util.Arrays.stream(CharterKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no document called " + code));
    }

    @GetMapping("/versions/{id}")
    VersionView version(@PathVariable UUID id) {
        return VersionView.of(charter.version(id));
    }

    @PostMapping("/documents/{document}/circulate")
    VersionView circulate(@PathVariable UUID document, @RequestBody Revision revision) {
        return VersionView.of(charter.circulate(actor(), document, revision.revision()));
    }

    @PostMapping("/versions/{id}/endorse")
    VersionView endorse(@PathVariable UUID id, @RequestBody Signature signature) {
        return VersionView.of(charter.endorse(actor(), id, signature.sha256(), signature.password()));
    }

    @PostMapping("/versions/{id}/enforce")
    VersionView enforce(@PathVariable UUID id) {
        return VersionView.of(charter.enforce(actor(), id));
    }

    @GetMapping("/reports")
    List<QuarterlyReport> reports(@RequestParam int year) {
        Actor reader = actor();
        boolean all = reader.may(QuarterlyReports.READ);
        return reports.of(year).stream()
                .filter(report -> all || report.owed().post().equals(reader.post()))
                .toList();
    }

    @PostMapping("/reports/{id}")
    QuarterlyReport.Filed file(@PathVariable UUID id, @RequestBody QuarterlyReport.Content content) {
        return reports.file(actor(), id, content);
    }

    @GetMapping("/reviews")
    List<Review> reviews(@RequestParam int year) {
        return reviews.of(year);
    }

    @PostMapping("/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Review hold(@RequestBody Session session) {
        return session.special()
                ? reviews.holdSpecial(
                        actor(), session.on(), session.topic(), session.decisions(), session.attachments())
                : reviews.hold(actor(), session.on(), session.topic(), session.decisions(), session.attachments());
    }

    @GetMapping("/problems")
    List<Problem> problems(@RequestParam int year) {
        return problems.of(year);
    }

    @PostMapping("/problems")
    @ResponseStatus(HttpStatus.CREATED)
    Problem raise(@RequestBody Problem.New problem) {
        return problems.raise(actor(), problem);
    }

    @PostMapping("/problems/{id}/chase")
    Problem chase(@PathVariable UUID id, @RequestBody Account account) {
        return problems.chase(actor(), id, account.text());
    }

    @PostMapping("/problems/{id}/solve")
    Problem solve(@PathVariable UUID id, @RequestBody Account account) {
        return problems.solve(actor(), id, account.text(), account.attachments());
    }

    private Actor actor() {
        return actors.actor();
    }
}
