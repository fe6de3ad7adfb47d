package org.shengmo.charter.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterImport;
import org.shengmo.charter.CharterKind;
import org.shengmo.charter.CharterText;
import org.shengmo.charter.Draft;
import org.shengmo.charter.QuarterlyReports;
import org.shengmo.charter.Responsibility;
import org.shengmo.charter.ResponsibilityList;
import org.shengmo.charter.Version;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list, the plan, their versions and differences, and endorsement. */
@Controller
class CharterPages {

    private static final Listing<TreeView.Leaf> SUB_ITEMS = Listing.<TreeView.Leaf>titled("charter.nav.plan")
            .text("charter.column.code", leaf -> leaf.subItem().code())
            .text("charter.column.sub-item", leaf -> leaf.subItem().title())
            .text("charter.part.field.measure", leaf -> leaf.subItem().measure())
            .text("charter.column.owner", leaf -> leaf.subItem().owner().name())
            .text("charter.column.units", leaf -> String.join("、", leaf.units()))
            .date("charter.column.deadline", TreeView.Leaf::deadline)
            .said("charter.column.progress", leaf -> leaf.light().words());

    private static final Listing<Responsibility> RESPONSIBILITIES = Listing.<Responsibility>titled("charter.nav.list")
            .text("charter.column.code", Responsibility::code)
            .said(
                    "charter.part.field.tier",
                    each -> Text.of("charter.tier." + each.tier().code()))
            .text("charter.part.field.title", Responsibility::title)
            .text("charter.part.field.text", Responsibility::text)
            .text("charter.part.field.holder", each -> each.holder().name());

    private final Charter charter;
    private final CharterImport workbooks;
    private final QuarterlyReports reports;
    private final Organization organization;
    private final PlanTree trees;

    CharterPages(
            Charter charter,
            CharterImport workbooks,
            QuarterlyReports reports,
            Organization organization,
            PlanTree trees) {
        this.charter = charter;
        this.workbooks = workbooks;
        this.reports = reports;
        this.organization = organization;
        this.trees = trees;
    }

    @GetMapping("/charter")
    ModelAndView list(Page page, @RequestParam Optional<Integer> year, @RequestParam(defaultValue = "") String unit) {
        int shown = year.orElseGet(() -> Years.current(charter.years(), page.today()));
        Map<String, Object> model = document(CharterKind.LIST, shown);
        List<BodyView> bodies = model.get("shown") instanceof Version version
                ? BodyView.of(version, reports.of(shown), organization.directory(), page.today())
                : List.of();
        model.put("units", bodies.stream().map(BodyView::name).toList());
        model.put("unit", unit);
        model.put(
                "bodies",
                bodies.stream()
                        .filter(body -> unit.isEmpty() || body.name().equals(unit))
                        .toList());
        List<Responsibility> rows = model.get("shown") instanceof Version version
                        && version.details().text() instanceof ResponsibilityList list
                ? list.responsibilities()
                : List.of();
        return page.list("charter/list", RESPONSIBILITIES, rows, model);
    }

    @GetMapping("/plan")
    ModelAndView plan(
            Page page,
            @RequestParam Optional<Integer> year,
            @RequestParam(defaultValue = "") String leader,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String light) {
        int shown = year.orElseGet(() -> Years.current(charter.years(), page.today()));
        Map<String, Object> model = document(CharterKind.PLAN, shown);
        TreeView whole = model.get("shown") instanceof Version version
                ? trees.of(version, page.today())
                : new TreeView(List.of());
        TreeView tree = whole.only(leader, unit, light);
        model.put("whole", whole);
        model.put("tree", tree);
        model.put("leader", leader);
        model.put("unit", unit);
        model.put("light", light);
        return page.list("charter/plan", SUB_ITEMS, tree.leaves(), model);
    }

    /** List and plan of a year as one workbook, as the import takes it. */
    @GetMapping("/charter/{year}/workbook.xlsx")
    ResponseEntity<byte[]> workbook(Page page, @PathVariable int year) {
        return download(
                "charter-" + year,
                workbooks.export(
                        (ResponsibilityList) text(CharterKind.LIST, year),
                        (AnnualPlan) text(CharterKind.PLAN, year),
                        page.language()));
    }

    private CharterText text(CharterKind kind, int year) {
        return shown(charter.document(kind, year).map(charter::versions).orElse(List.of()))
                .map(version -> version.details().text())
                .orElseThrow(() -> new NoSuchElementException("no " + kind.code() + " of " + year));
    }

    private Map<String, Object> document(CharterKind kind, int year) {
        Optional<UUID> document = charter.document(kind, year);
        List<Version> versions = document.map(charter::versions).orElse(List.of());
        Map<String, Object> model = new HashMap<>();
        model.put("year", year);
        model.put("years", charter.years());
        model.put("versions", versions);
        model.put("shown", shown(versions).orElse(null));
        model.put("draft", document.flatMap(charter::draft).orElse(null));
        return model;
    }

    private static Optional<Version> shown(List<Version> versions) {
        return versions.stream()
                .filter(Version.InForce.class::isInstance)
                .findFirst()
                .or(() -> versions.stream().findFirst());
    }

    @GetMapping("/charter/versions/{id}")
    ModelAndView version(Page page, @PathVariable UUID id) {
        Version version = charter.version(id);
        UUID post = page.actor().post();
        boolean asked = !(version instanceof Version.Superseded)
                && post != null
                && version.details().missing().contains(post);
        Directory directory = organization.directory();
        List<SignerView> signers = version.details().endorsers().stream()
                .map(each -> signer(version, each, directory))
                .toList();
        return page.view(
                "charter/version",
                Map.of(
                        "version", version,
                        "asked", asked,
                        "signers", signers,
                        "endorsed", version.details().endorsements().size()));
    }

    private static SignerView signer(Version version, UUID post, Directory directory) {
        String title = Titles.of(directory, post);
        return version.details().endorsements().stream()
                .filter(each -> each.post().equals(post))
                .findFirst()
                .map(each ->
                        new SignerView(title, directory.person(each.person()).name(), each.on(), each.entry()))
                .orElse(new SignerView(title, "", null, 0));
    }

    @GetMapping("/charter/versions/{id}/difference")
    ModelAndView difference(Page page, @PathVariable UUID id, @RequestParam Optional<UUID> from) {
        Version after = charter.version(id);
        Version before = from.map(charter::version)
                .orElseGet(() -> charter.versions(after.details().document()).stream()
                        .filter(each ->
                                each.details().number() < after.details().number())
                        .findFirst()
                        .orElse(after));
        return page.view(
                "charter/difference",
                Map.of(
                        "before", before,
                        "after", after,
                        "parts",
                                Difference.between(
                                        before.details().text(), after.details().text())));
    }

    @PostMapping("/charter/versions/{id}/endorse")
    ModelAndView endorse(Page page, @PathVariable UUID id, @RequestParam String sha256, @RequestParam String password) {
        charter.endorse(page.actor(), id, sha256, password);
        return page.done("/charter/versions/" + id, Text.of("charter.done.endorsed"));
    }

    @PostMapping("/charter/versions/{id}/enforce")
    ModelAndView enforce(Page page, @PathVariable UUID id) {
        charter.enforce(page.actor(), id);
        return page.done("/charter/versions/" + id, Text.of("charter.done.enforced"));
    }

    @PostMapping("/charter/documents/{document}/amend")
    ModelAndView amend(Page page, @PathVariable UUID document) {
        Draft draft = charter.amend(page.actor(), document);
        return page.done("/charter/documents/" + draft.document() + "/draft", Text.of("charter.done.amending"));
    }

    @PostMapping("/charter/documents/{document}/circulate")
    ModelAndView circulate(Page page, @PathVariable UUID document, @RequestParam int revision) {
        Version version = charter.circulate(page.actor(), document, revision);
        return page.done("/charter/versions/" + version.id(), Text.of("charter.done.circulated"));
    }

    @PostMapping("/charter/import")
    ModelAndView take(Page page, @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        CharterImport.Imported taken = workbooks.run(page.actor(), file.getBytes(), dryRun);
        return dryRun
                ? page.done(
                        "/charter",
                        Text.of(
                                "charter.done.checked",
                                taken.list().responsibilities().size(),
                                taken.plan().items().size(),
                                taken.plan().subItems().size()))
                : page.done("/charter?year=" + taken.list().year(), Text.of("charter.done.imported"));
    }

    @GetMapping("/charter/template.xlsx")
    ResponseEntity<byte[]> template(Page page) {
        return download("charter", workbooks.template(page.language()));
    }

    private static ResponseEntity<byte[]> download(String name, byte[] workbook) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"")
                .body(workbook);
    }
}
