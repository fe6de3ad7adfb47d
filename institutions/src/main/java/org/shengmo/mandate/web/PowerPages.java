package org.shengmo.mandate.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.mandate.Catalogue;
import org.shengmo.mandate.Exercise;
import org.shengmo.mandate.Exercises;
import org.shengmo.mandate.ItemVersion;
import org.shengmo.mandate.Mandate;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.shengmo.workflow.Chart;
import org.shengmo.workflow.Workflow;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue, each power with its flowchart, and where a case stands: for anyone. */
@Controller
class PowerPages {

    private static final int ACTS = 20;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Mandate mandate;
    private final Exercises exercises;
    private final Workflow workflow;
    private final Organization organization;
    private final Docket docket;

    PowerPages(Mandate mandate, Exercises exercises, Workflow workflow, Organization organization, Docket docket) {
        this.mandate = mandate;
        this.exercises = exercises;
        this.workflow = workflow;
        this.organization = organization;
        this.docket = docket;
    }

    static Listing<PowerRow> listing() {
        return Listing.<PowerRow>titled("mandate.list.title")
                .text("mandate.field.code", row -> row.item().code())
                .text("mandate.field.name", row -> row.item().power().name())
                .linked(row -> "/powers/" + row.item().code())
                .choice("mandate.field.class", PowerRow::powerClass)
                .choice(
                        "mandate.field.catalogue",
                        row -> Text.of(
                                "mandate.catalogue." + row.item().catalogue().code()))
                .choice("mandate.field.department", PowerRow::department)
                .choice("mandate.field.event", row -> row.item().power().lifeEvent())
                .said("mandate.field.limit", PowerRow::limit)
                .choice("mandate.field.complete", PowerRow::complete)
                .sorted("code");
    }

    @GetMapping("/powers")
    ModelAndView list(Page page) {
        Directory directory = organization.directory();
        List<ItemVersion> items = mandate.inForce(page.today());
        List<PowerRow> rows =
                items.stream().map(item -> PowerRow.of(item, directory)).toList();
        long committee = items.stream()
                .filter(item -> item.catalogue() == Catalogue.COMMITTEE)
                .count();
        return page.list(
                "mandate/list",
                listing(),
                rows,
                Map.of("all", items.size(), "committee", committee, "government", items.size() - committee));
    }

    @GetMapping("/powers.csv")
    ResponseEntity<byte[]> csv(Page page) {
        return file("powers-" + page.today() + ".csv", "text/csv;charset=UTF-8", mandate.exportCsv(page.today()));
    }

    @GetMapping("/powers.xlsx")
    ResponseEntity<byte[]> workbook(Page page) {
        return file("powers-" + page.today() + ".xlsx", WORKBOOK, mandate.exportWorkbook(page.today()));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @GetMapping("/powers/{code}")
    ModelAndView item(Page page, @PathVariable String code) {
        List<ItemVersion> versions = mandate.versions(code);
        ItemVersion shown = versions.stream()
                .filter(version -> version.inForce(page.today()))
                .findFirst()
                .or(() -> versions.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Directory directory = organization.directory();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("row", PowerRow.of(shown, directory));
        model.put("holder", PowerRow.name(shown.holder(), shown.power().holder(), directory));
        model.put(
                "responsible", PowerRow.name(shown.responsible(), shown.power().responsible(), directory));
        model.put(
                "steps",
                shown.flowchart()
                        .flatMap(workflow::chart)
                        .map(chart -> StepLine.of(chart, directory))
                        .orElse(List.of()));
        model.put("versions", versions);
        model.put("open", shown.inForce(page.today()) && shown.complete());
        model.put(
                "acts",
                docket.timeline(Mandate.subject(shown.item()), List.of(), ACTS).stream()
                        .filter(entry -> entry.kind().code().startsWith("mandate.item"))
                        .toList());
        return page.view("mandate/item", model);
    }

    /** The flowchart of the version that is in force, or of the one whose hash is asked for. */
    @GetMapping("/powers/{code}/chart.bpmn")
    ResponseEntity<byte[]> chart(Page page, @PathVariable String code, @RequestParam Optional<String> hash) {
        String wanted = mandate.versions(code).stream()
                .filter(version ->
                        hash.map(each -> each.equals(version.chart())).orElse(version.inForce(page.today())))
                .map(ItemVersion::chart)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(code + ".bpmn", "application/xml", workflow.bpmn(wanted).orElseThrow());
    }

    @PostMapping("/powers/{code}/apply")
    ModelAndView apply(
            Page page,
            @PathVariable String code,
            @RequestParam String applicant,
            @RequestParam String matter,
            @RequestParam(defaultValue = "") String person) {
        UUID applicantPerson = person.isBlank() || !page.signedIn()
                ? null
                : organization
                        .personByCode(person.strip())
                        .map(Person::id)
                        .orElseThrow(() -> Invalid.at("person", "mandate.fault.person", person));
        Actor by = page.signedIn() ? page.actor() : Actor.PUBLIC;
        Exercise exercise = exercises.begin(by, new Exercises.NewExercise(code, applicant, applicantPerson, matter));
        return page.done(
                page.signedIn() ? "/exercises/" + exercise.id() : "/powers/cases/" + exercise.receipt(),
                Text.of("mandate.done.begun", exercise.receipt()));
    }

    @GetMapping("/powers/cases")
    ModelAndView follow(Page page, @RequestParam(defaultValue = "") String receipt) {
        if (receipt.isBlank()) {
            return page.view("mandate/follow", Map.of("unknown", false));
        }
        return exercises
                .byReceipt(receipt)
                .map(exercise -> new ModelAndView("redirect:/powers/cases/" + exercise.receipt()))
                .orElseGet(() -> page.view("mandate/follow", Map.of("unknown", true)));
    }

    @GetMapping("/powers/cases/{receipt}")
    ModelAndView progress(Page page, @PathVariable String receipt) {
        Exercise exercise =
                exercises.byReceipt(receipt).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page.view(
                "mandate/case", CaseModel.of(exercise, chart(exercise), organization.directory(), page.today()));
    }

    private Chart chart(Exercise exercise) {
        return workflow.chart(exercise.item().chart()).orElseThrow();
    }

    @PostMapping("/powers/cases/{receipt}/supply")
    ModelAndView supply(Page page, @PathVariable String receipt, @RequestParam String what) {
        exercises.supply(page.signedIn() ? page.actor() : Actor.PUBLIC, receipt, what);
        return page.done("/powers/cases/" + receipt, Text.of("mandate.done.supplied"));
    }
}
