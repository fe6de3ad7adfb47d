package org.shengmo.petition.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petitions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public list for programs: number, topic, township, body, state and dates; the text only by consent. */
@RestController
class PublicPetitionList {

    private static final int MOST = 10_000;

    private final Petitions petitions;
    private final Organization organization;
    private final Clock clock;

    PublicPetitionList(Petitions petitions, Organization organization, Clock clock) {
        this.petitions = petitions;
        this.organization = organization;
        this.clock = clock;
    }

    /** A line of the public list. */
    record Line(
            String number,
            String topic,
            String area,
            String body,
            String state,
            LocalDate received,
            LocalDate due,
            LocalDate answered,
            LocalDate solved,
            boolean late,
            String text) {}

    private List<Line> lines(int limit) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        return petitions.publicList(Petitions.PublicFilter.latest(limit)).stream()
                .map(each -> new Line(
                        each.handle(),
                        each.topic().code(),
                        Places.name(directory, each.area()),
                        Places.name(directory, each.body()),
                        each.state().name(),
                        each.receivedOn(),
                        each.due(),
                        each.answeredOn(),
                        each.solvedOn(),
                        each.due() != null && today.isAfter(each.due()),
                        each.text()))
                .toList();
    }

    @GetMapping("/api/v1/petitions/public")
    List<Line> list() {
        return lines(MOST);
    }

    /** Where the list was before all public lists came to one place. */
    @GetMapping("/petitions.{form:csv|json|rss}")
    ResponseEntity<Void> moved(@PathVariable String form) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create("/open-data/petitions." + form))
                .build();
    }
}
