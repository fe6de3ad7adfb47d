package org.shengmo.charter.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterImport;
import org.shengmo.charter.CharterKind;
import org.shengmo.charter.Draft;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.SubItem;
import org.shengmo.charter.Version;
import org.shengmo.docket.Kind;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyFilter;
import org.shengmo.duty.Standing;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;
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

    private static final Kind SUB_ITEM = Kind.of("charter.sub-item");

    private final Charter charter;
    private final CharterImport workbooks;
    private final Organization organization;
    private final Duties duties;

    CharterPages(Charter charter, CharterImport workbooks, Organization organization, Duties duties) {
        this.charter = charter;
        this.workbooks = workbooks;
        this.organization = organization;
        this.duties = duties;
    }

    @GetMapping("/charter")
    ModelAndView list(Page page, @RequestParam Optional<Integer> year) {
        return document(
                page,
                CharterKind.LIST,
                year.orElseGet(() -> Years.current(charter.years(), page.today())),
                "charter/list");
    }

    @GetMapping("/plan")
    ModelAndView plan(Page page, @RequestParam Optional<Integer> year) {
        return document(
                page,
                CharterKind.PLAN,
                year.orElseGet(() -> Years.current(charter.years(), page.today())),
                "charter/plan");
    }

    private ModelAndView document(Page page, CharterKind kind, int year, String template) {
        Optional<UUID> document = charter.document(kind, year);
        List<Version> versions = document.map(charter::versions).orElse(List.of());
        Optional<Version> shown = versions.stream()
                .filter(Version.InForce.class::isInstance)
                .findFirst()
                .or(() -> versions.stream().findFirst());
        Map<String, Object> model = new HashMap<>();
        model.put("year", year);
        model.put("years", charter.years());
        model.put("versions", versions);
        model.put("shown", shown.orElse(null));
        model.put("draft", document.flatMap(charter::draft).orElse(null));
        if (kind == CharterKind.PLAN) {
            model.put("tree", tree(shown, page));
        }
        return page.view(template, model);
    }

    private TreeView tree(Optional<Version> shown, Page page) {
        if (shown.isEmpty() || !(shown.get().details().text() instanceof AnnualPlan plan)) {
            return new TreeView(List.of());
        }
        Map<String, Duty> owed = new HashMap<>();
        if (shown.get() instanceof Version.InForce) {
            LocalDate first = LocalDate.of(plan.year(), 1, 1);
            duties.find(DutyFilter.ALL.ofKind(SUB_ITEM).dueBetween(first, first.plusYears(1)))
                    .forEach(duty -> owed.merge(duty.details().title(), duty, CharterPages::graver));
        }
        return new TreeView(
                plan.items().stream().map(item -> item(item, owed, page)).toList());
    }

    /** Of two duties of one sub-item the one that is still owed or was met, not the one that was withdrawn. */
    private static Duty graver(Duty one, Duty other) {
        return one instanceof org.shengmo.duty.WithdrawnDuty ? other : one;
    }

    private static TreeView.Item item(PlanItem item, Map<String, Duty> owed, Page page) {
        List<TreeView.Leaf> leaves = item.subItems().stream()
                .map(each -> new TreeView.Leaf(each, light(each, owed, page), each.deadline()))
                .toList();
        Status none = Status.plain("charter.light.none");
        return new TreeView.Item(
                item, TreeView.gravest(leaves.stream().map(TreeView.Leaf::light).toList(), none), leaves);
    }

    private static Status light(SubItem each, Map<String, Duty> owed, Page page) {
        Duty duty = owed.get(each.code() + " " + each.title());
        return duty == null ? Status.plain("charter.light.none") : light(duty.standing(page.today()));
    }

    static Status light(Standing standing) {
        return switch (standing) {
            case LATE -> Status.late("charter.light.late");
            case MET_LATE -> Status.late("charter.light.met-late");
            case DUE_SOON -> Status.due("charter.light.due-soon");
            case IN_TIME -> Status.done("charter.light.in-time");
            case MET -> Status.done("charter.light.met");
            case WITHDRAWN -> Status.plain("charter.light.withdrawn");
        };
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
        Post of = directory.post(post);
        return version.details().endorsements().stream()
                .filter(each -> each.post().equals(post))
                .findFirst()
                .map(each -> new SignerView(
                        of.name(), directory.person(each.person()).name(), each.on(), each.entry()))
                .orElse(new SignerView(of.name(), "", null, 0));
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
    ModelAndView take(Page page, @RequestParam MultipartFile file) throws IOException {
        CharterImport.Imported taken = workbooks.run(page.actor(), file.getBytes(), false);
        return page.done("/charter?year=" + taken.list().year(), Text.of("charter.done.imported"));
    }

    @GetMapping("/charter/template.xlsx")
    ResponseEntity<byte[]> template(Page page) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", "attachment; filename=\"charter.xlsx\"")
                .body(workbooks.template(page.language()));
    }
}
