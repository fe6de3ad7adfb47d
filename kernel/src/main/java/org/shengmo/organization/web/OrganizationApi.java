package org.shengmo.organization.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Given;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Membership;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.Organization;
import org.shengmo.organization.OrganizationImport;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bodies, posts, people and tenures for programs: the same commands as the pages'. */
@RestController
@RequestMapping("/api/v1/organization")
class OrganizationApi {

    private final Organization organization;
    private final OrganizationImport imports;
    private final Clock clock;

    OrganizationApi(Organization organization, OrganizationImport imports, Clock clock) {
        this.organization = organization;
        this.imports = imports;
        this.clock = clock;
    }

    /** An appointment; {@code until} null for no end. */
    record Appointment(UUID person, UUID post, LocalDate from, LocalDate until) {}

    /** The end of a tenure. */
    record Ending(LocalDate until) {}

    /** A correction of a tenure. */
    record Correction(LocalDate from, LocalDate until, String reason) {}

    /** A body joins a coordinating body or leaves it. */
    record Joining(UUID body, LocalDate on) {}

    @GetMapping("/bodies")
    List<Body> bodies() {
        return organization.bodies();
    }

    @GetMapping("/bodies/{id}")
    Body body(@PathVariable UUID id) {
        return OrganizationPages.found(organization.findBody(id));
    }

    @GetMapping("/bodies/{id}/posts")
    List<PostRow> posts(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        Directory directory = organization.directory();
        OrganizationPages.found(directory.findBody(id));
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return directory.postsOf(id).stream()
                .map(post -> PostRow.of(directory, post, day))
                .toList();
    }

    @GetMapping("/posts/{id}")
    Post post(@PathVariable UUID id) {
        return OrganizationPages.found(organization.findPost(id));
    }

    @GetMapping("/people")
    List<PersonRow> people() {
        return PersonRow.all(organization.directory(), LocalDate.now(clock));
    }

    @GetMapping("/people/{id}/tenures")
    List<HeldView> tenures(@PathVariable UUID id) {
        Directory directory = organization.directory();
        OrganizationPages.found(directory.findPerson(id));
        return directory.tenuresOf(id).stream()
                .map(tenure -> HeldView.of(directory, tenure, LocalDate.now(clock)))
                .toList();
    }

    @PostMapping("/bodies")
    Body establish(Actor by, @RequestBody NewBody body) {
        return organization.establish(by, body);
    }

    @PostMapping("/people")
    Person register(Actor by, @RequestBody NewPerson person) {
        return organization.register(by, person);
    }

    @PostMapping("/tenures")
    Tenure appoint(Actor by, @RequestBody Appointment appointment) {
        OrganizationPages.found(organization.findPerson(Given.needed("person", appointment.person())));
        OrganizationPages.found(organization.findPost(Given.needed("post", appointment.post())));
        return organization.appoint(
                by, appointment.person(), appointment.post(), appointment.from(), appointment.until());
    }

    @PostMapping("/tenures/{id}/end")
    Tenure end(Actor by, @PathVariable UUID id, @RequestBody Ending ending) {
        return organization.endTenure(by, id, ending.until());
    }

    @PostMapping("/tenures/{id}/correct")
    Tenure correct(Actor by, @PathVariable UUID id, @RequestBody Correction correction) {
        return organization.correctTenure(by, id, correction.from(), correction.until(), correction.reason());
    }

    @PostMapping("/coordinating-bodies/{id}/join")
    Membership join(Actor by, @PathVariable UUID id, @RequestBody Joining joining) {
        return organization.joinCoordinatingBody(by, joining.body(), id, joining.on());
    }

    @PostMapping("/coordinating-bodies/{id}/leave")
    Membership leave(Actor by, @PathVariable UUID id, @RequestBody Joining joining) {
        return organization.leaveCoordinatingBody(by, joining.body(), id, joining.on());
    }

    @PostMapping("/import")
    OrganizationImport.Imported take(
            Actor by, @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        return imports.run(by, file.getInputStream(), dryRun);
    }
}
