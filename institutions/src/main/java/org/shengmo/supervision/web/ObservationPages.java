package org.shengmo.supervision.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Posts;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.supervision.Observation;
import org.shengmo.supervision.Observations;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A supervisor's workplace, the appointing body's list, and where a head answers. */
@Controller
class ObservationPages {

    private static final Listing<ObservationRow> LISTING = Listing.<ObservationRow>titled(
                    "supervision.observation.title")
            .text(
                    "supervision.observation.column.title",
                    row -> row.observation().details().title())
            .linked(row -> "/observations/" + row.observation().id())
            .choice("supervision.observation.column.body", ObservationRow::body)
            .choice("supervision.observation.column.state", ObservationRow::status)
            .date(
                    "supervision.observation.column.reported",
                    row -> row.observation().details().reportedOn())
            .date(
                    "supervision.observation.column.due",
                    row -> row.observation().details().due())
            .sorted("-reported");
    private static final int ACTS = 30;

    private final Observations observations;
    private final Organization organization;
    private final Posts posts;
    private final Docket docket;
    private final Rulebook rulebook;

    ObservationPages(
            Observations observations, Organization organization, Posts posts, Docket docket, Rulebook rulebook) {
        this.observations = observations;
        this.organization = organization;
        this.posts = posts;
        this.docket = docket;
        this.rulebook = rulebook;
    }

    @GetMapping("/observations")
    ModelAndView observations(Page page) {
        Directory directory = organization.directory();
        return page.list(
                "supervision/observations",
                LISTING,
                observations.readableBy(page.actor()).stream()
                        .map(each -> ObservationRow.of(each, directory, page.today()))
                        .toList());
    }

    @GetMapping("/observations/new")
    ModelAndView form(Page page) {
        page.actor().require(Observations.OBSERVE);
        Map<String, String> bodies = new LinkedHashMap<>();
        organization.bodies().stream()
                .filter(body -> body.standsOn(page.today()) && posts.reaches(page.actor(), body.id()))
                .forEach(body -> bodies.put(body.id().toString(), body.name()));
        return page.view(
                "supervision/observe",
                Map.of("bodies", bodies, "clause", rulebook.cite(Observations.MEASURES, "3", page.today())));
    }

    @PostMapping("/observations")
    ModelAndView report(
            Page page,
            @RequestParam UUID body,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) List<MultipartFile> photos)
            throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (MultipartFile photo : photos == null ? List.<MultipartFile>of() : photos) {
            if (!photo.isEmpty()) {
                pictures.add(photo.getBytes());
            }
        }
        Observation made = observations.report(page.actor(), body, title, text, pictures);
        return page.done("/observations/" + made.id(), Text.of("supervision.observation.done.reported"));
    }

    @GetMapping("/observations/{id}")
    ModelAndView observation(Page page, @PathVariable UUID id) {
        Observation observation = observations
                .find(page.actor(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Observation.Details details = observation.details();
        return page.view(
                "supervision/observation",
                Map.of(
                        "row", ObservationRow.of(observation, organization.directory(), page.today()),
                        "owner", details.owner().equals(page.actor().post()),
                        "reporter", details.supervisor().equals(page.actor().person()),
                        "acts", docket.timeline(Observation.subject(id), List.of(), ACTS)));
    }

    @PostMapping("/observations/{id}/answer")
    ModelAndView answer(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        observations.answer(page.actor(), id, text);
        return page.done("/observations/" + id, Text.of("supervision.observation.done.answered"));
    }

    @PostMapping("/observations/{id}/judge")
    ModelAndView judge(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String satisfied,
            @RequestParam(defaultValue = "") String remark) {
        if (!List.of("yes", "no").contains(satisfied)) {
            throw Invalid.at("satisfied", "supervision.observation.fault.choose");
        }
        observations.judge(page.actor(), id, satisfied.equals("yes"), remark);
        return page.done("/observations/" + id, Text.of("supervision.observation.done.judged"));
    }

    @GetMapping("/observations/supervisors")
    ModelAndView supervisors(Page page) {
        page.actor().require(Observations.APPOINT);
        Directory directory = organization.directory();
        Map<String, String> bodies = new LinkedHashMap<>();
        directory.bodies().stream()
                .filter(body -> body.standsOn(page.today())
                        && (body.kind() == BodyKind.DEPARTMENT || body.kind() == BodyKind.TOWNSHIP))
                .forEach(body -> bodies.put(body.id().toString(), body.name()));
        return page.view(
                "supervision/supervisors",
                Map.of("supervisors", observations.supervisors(), "bodies", bodies, "directory", directory));
    }

    @PostMapping("/observations/supervisors")
    ModelAndView appoint(
            Page page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) List<UUID> bodies,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until) {
        Set<UUID> chosen = bodies == null ? Set.of() : new HashSet<>(bodies);
        observations.appoint(page.actor(), name, chosen, from, until);
        return page.done("/observations/supervisors", Text.of("supervision.observation.done.appointed"));
    }
}
