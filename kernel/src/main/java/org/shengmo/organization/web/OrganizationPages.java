package org.shengmo.organization.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.OrganizationImport;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Template;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Bodies, posts and people to be read, and the acts on them. */
@Controller
class OrganizationPages {

    private static final int ENTRIES = 50;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Organization organization;
    private final OrganizationImport imports;
    private final Docket docket;
    private final ObjectProvider<PersonSection> sections;
    private final ObjectProvider<BodySection> bodySections;

    OrganizationPages(
            Organization organization,
            OrganizationImport imports,
            Docket docket,
            ObjectProvider<PersonSection> sections,
            ObjectProvider<BodySection> bodySections) {
        this.organization = organization;
        this.imports = imports;
        this.docket = docket;
        this.sections = sections;
        this.bodySections = bodySections;
    }

    static <T> T found(Optional<T> thing) {
        return thing.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/people")
    ModelAndView people(Page page) {
        return page.list(
                "organization/people", PersonRow.LISTING, PersonRow.all(organization.directory(), page.today()));
    }

    @GetMapping("/people/{id}")
    ModelAndView person(
            Page page,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        LocalDate day = on == null ? page.today() : on;
        Directory directory = organization.directory();
        Person person = found(directory.findPerson(id));
        List<HeldView> tenures = directory.tenuresOf(id).reversed().stream()
                .map(tenure -> HeldView.of(directory, tenure, day))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("person", person);
        model.put("on", day);
        model.put("tenures", tenures);
        model.put("names", directory.namesOf(id));
        model.put("sections", SectionView.of(sections.stream(), page, id));
        model.put("entries", docket.timeline(Subject.person(id), page.actor().compartments(), ENTRIES));
        return page.view("organization/person", model);
    }

    @GetMapping("/bodies")
    ModelAndView bodies(Page page) {
        Directory directory = organization.directory();
        long vacant = directory.posts().stream()
                .filter(post -> post.abolished() == null
                        && directory.holdersOf(post.id(), page.today()).isEmpty())
                .count();
        return page.view(
                "organization/bodies",
                Map.of(
                        "tree",
                        BodyNode.tree(directory, page.today()),
                        "count",
                        directory.bodies().stream()
                                .filter(body -> body.standsOn(page.today()))
                                .count(),
                        "posts",
                        directory.posts().size(),
                        "vacant",
                        vacant));
    }

    @GetMapping("/bodies/{id}")
    ModelAndView body(
            Page page,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        Directory directory = organization.directory();
        Body body = found(directory.findBody(id));
        LocalDate day = on == null ? page.today() : on;
        Map<String, Object> model = new HashMap<>();
        model.put("body", body);
        model.put("name", directory.nameOn(id, day));
        model.put("on", day);
        model.put("above", directory.ancestorsOf(id).reversed());
        model.put(
                "leader",
                directory
                        .inCharge(id, day)
                        .map(post -> PostRow.of(directory, post, day))
                        .orElse(null));
        model.put(
                "posts",
                directory.postsOf(id).stream()
                        .map(post -> PostRow.of(directory, post, day))
                        .toList());
        model.put("children", directory.childrenOf(id));
        model.put("sections", SectionView.of(bodySections.stream(), page, id));
        model.put(
                "memberships",
                directory.membershipsOf(id).stream()
                        .map(each ->
                                new MembershipView(directory.body(each.coordinatingBody()), each.from(), each.until()))
                        .toList());
        model.put(
                "members",
                directory.membersOf(id).stream()
                        .map(each -> new MembershipView(directory.body(each.body()), each.from(), each.until()))
                        .toList());
        model.put("entries", docket.timeline(Subject.body(id), page.actor().compartments(), ENTRIES));
        return page.view("organization/body", model);
    }

    @GetMapping("/posts/{id}")
    ModelAndView post(Page page, @PathVariable UUID id) {
        Directory directory = organization.directory();
        Post post = found(directory.findPost(id));
        return page.view(
                "organization/post",
                Map.of(
                        "charge",
                        InCharge.of(directory, id),
                        "portfolios",
                        directory.portfolios(),
                        "post",
                        post,
                        "body",
                        directory.body(post.body()),
                        "line",
                        directory.lineAbove(id, page.today()).stream()
                                .map(each -> PostRow.of(directory, each, page.today()))
                                .toList(),
                        "tenures",
                        directory.tenuresIn(id).reversed().stream()
                                .map(tenure -> HeldView.of(directory, tenure, page.today()))
                                .toList(),
                        "entries",
                        docket.timeline(Subject.post(id), page.actor().compartments(), ENTRIES)));
    }

    @PostMapping("/posts/{id}/appoint")
    ModelAndView appoint(Page page, @PathVariable UUID id, @RequestParam String person, @RequestParam String from) {
        Person appointed = organization
                .personByCode(person.strip())
                .orElseThrow(() -> Invalid.at("person", "organization.person.unknown", person));
        organization.appoint(page.actor(), appointed.id(), id, Days.day("from", from));
        return page.done("/posts/" + id, Text.of("organization.appointed", appointed.name()));
    }

    @PostMapping("/posts/{id}/end")
    ModelAndView end(Page page, @PathVariable UUID id, @RequestParam UUID tenure, @RequestParam String until) {
        Tenure ended = organization.endTenure(page.actor(), tenure, Days.day("until", until));
        return page.done(
                "/posts/" + id,
                Text.of(
                        "organization.ended",
                        organization.person(ended.person()).name()));
    }

    @GetMapping("/organization/import")
    ModelAndView importing(Page page) {
        return page.view("organization/import", Map.of());
    }

    @GetMapping("/organization/template.xlsx")
    ResponseEntity<byte[]> template(Page page) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WORKBOOK))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("organization.xlsx")
                                .build()
                                .toString())
                .body(Template.of(imports.layout(), page.language()));
    }

    @PostMapping("/organization/import")
    ModelAndView take(Page page, @RequestParam MultipartFile file, @RequestParam(required = false) boolean dryRun)
            throws IOException {
        OrganizationImport.Imported taken = imports.run(page.actor(), file.getInputStream(), dryRun);
        return page.done(
                "/organization/import",
                Text.of(
                        dryRun ? "organization.import.checked" : "organization.import.done",
                        taken.bodies(),
                        taken.posts(),
                        taken.people(),
                        taken.tenures(),
                        taken.portfolios(),
                        taken.memberships()));
    }
}
