package org.shengmo.petition.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Rectification;
import org.shengmo.petition.Rectifications;
import org.shengmo.petition.Reminders;
import org.shengmo.petition.Topic;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What anyone may see: each body with its clock running, what people bring forward where, and what was put right. */
@Controller
class PublicPetitionPages {

    private static final int ACTS = 50;

    private final Petitions petitions;
    private final Rectifications rectifications;
    private final Reminders reminders;
    private final Organization organization;
    private final Attachments attachments;
    private final MapPlaces places;
    private final Docket docket;

    PublicPetitionPages(
            Petitions petitions,
            Rectifications rectifications,
            Reminders reminders,
            Organization organization,
            Attachments attachments,
            MapPlaces places,
            Docket docket) {
        this.petitions = petitions;
        this.rectifications = rectifications;
        this.reminders = reminders;
        this.organization = organization;
        this.attachments = attachments;
        this.places = places;
        this.docket = docket;
    }

    @GetMapping("/petitions")
    ModelAndView bodies(Page page) {
        Directory directory = organization.directory();
        List<BodyRow> rows = petitions.figures(page.today()).stream()
                .map(figures -> BodyRow.of(figures, directory, page.today()))
                .toList();
        return page.view("petition/public", Map.of("rows", rows));
    }

    @GetMapping("/petitions/topics")
    ModelAndView topics(
            Page page,
            @RequestParam Optional<Integer> year,
            @RequestParam Optional<Integer> month,
            @RequestParam Optional<String> topic) {
        int shown = year.filter(each -> each > 1949 && each < 3000)
                .orElseGet(() -> page.today().getYear());
        TopicMap map = topicsOf(shown);
        // A year that has just begun says nothing yet.
        if (year.isEmpty() && map.topics().isEmpty()) {
            shown--;
            map = topicsOf(shown);
        }
        int only = month.filter(each -> each >= 1 && each <= 12).orElse(0);
        Optional<Topic> about = topic.filter(Topic::isCode).map(Topic::of);
        return page.view(
                "petition/topics",
                Map.of(
                        "year",
                        shown,
                        "month",
                        only,
                        "topic",
                        about.map(Topic::code).orElse(""),
                        "map",
                        map,
                        "tiles",
                        TileMap.of(clusters(shown, only), about, organization.directory(), places)));
    }

    /** @param month 0 for the whole year */
    private List<Rectifications.Cluster> clusters(int year, int month) {
        LocalDate first = LocalDate.of(year, Math.max(1, month), 1);
        LocalDate next = month == 0 ? first.plusYears(1) : first.plusMonths(1);
        return rectifications.clusters(first, next.minusDays(1));
    }

    private TopicMap topicsOf(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        return TopicMap.of(
                rectifications.byMonth(first, last), rectifications.clusters(first, last), organization.directory());
    }

    @GetMapping("/petitions/rectifications")
    ModelAndView actions(Page page, @RequestParam Optional<Integer> year) {
        List<Integer> years = rectifications.years();
        int shown = year.orElseGet(() -> years.isEmpty() ? page.today().getYear() : years.getFirst());
        Directory directory = organization.directory();
        List<ActionView> views = new ArrayList<>();
        rectifications.of(shown).forEach(each -> views.add(ActionView.of(each, directory, page.today())));
        return page.view("petition/rectifications", Map.of("year", shown, "years", years, "actions", views));
    }

    @GetMapping("/petitions/rectifications/{id}")
    ModelAndView action(Page page, @PathVariable UUID id) {
        Rectification action = found(id);
        boolean owner = page.signedIn() && action.owner().equals(page.actor().post());
        return page.view(
                "petition/rectification",
                Map.of(
                        "view",
                        ActionView.of(action, organization.directory(), page.today()),
                        "owner",
                        owner && action.state() == Rectification.State.UNDER_WAY,
                        "acts",
                        docket.timeline(new Subject("petition.rectification", id), List.of(), ACTS)));
    }

    @GetMapping("/petitions/rectifications/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable UUID photo) {
        if (found(id).proofs().stream().noneMatch(proof -> proof.attachment().equals(photo))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(attachments.content(photo));
    }

    @GetMapping("/petitions/calendar/{secret}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret) {
        return reminders
                .feed(secret)
                .map(text -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "calendar", java.nio.charset.StandardCharsets.UTF_8))
                        .body(text))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Rectification found(UUID id) {
        return rectifications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
