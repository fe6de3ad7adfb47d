package org.shengmo.rulebook.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.DecisionTable;
import org.shengmo.rulebook.Document;
import org.shengmo.rulebook.NoSuchRule;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.rulebook.Version;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Verification;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The rules to be read and tried by anyone. */
@Controller
class RulebookPages {

    private static final String FACT = "fact.";
    private static final int ENTRIES = 20;

    private final Rulebook rulebook;
    private final Docket docket;

    RulebookPages(Rulebook rulebook, Docket docket) {
        this.rulebook = rulebook;
        this.docket = docket;
    }

    @GetMapping("/rulebook")
    ModelAndView rulebook(Page page) {
        List<DocumentRow> rows = rulebook.documents().stream()
                .map(document -> DocumentRow.of(document, page.today()))
                .toList();
        long unchecked = rows.stream()
                .filter(row -> row.version().isPresent())
                .filter(row -> row.version().get().clauses().stream()
                        .anyMatch(clause -> clause.verification() != Verification.VERIFIED))
                .count();
        List<TableView> tables = rulebook.tables().stream()
                .filter(table -> table.current() && table.isInForce(page.today()))
                .map(table -> TableView.of(table, page.today(), rulebook, page))
                .toList();
        return page.list(
                "rulebook/rulebook",
                DocumentRow.LISTING,
                rows,
                Map.of(
                        "tables", tables,
                        "inForce",
                                rows.stream()
                                        .filter(row -> row.version().isPresent())
                                        .count(),
                        "unchecked", unchecked));
    }

    @GetMapping("/rulebook/{code}")
    ModelAndView document(
            Page page,
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate version,
            @RequestParam(required = false) Integer revision,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate with) {
        Document document = rulebook.document(code).orElseThrow(RulebookPages::unknown);
        Version shown = version == null
                ? document.on(page.today()).orElse(document.versions().getFirst())
                : version(document, version, revision);
        Map<String, Object> model = new HashMap<>();
        model.put("document", document);
        model.put("version", shown);
        model.put("clauses", shown.clauses().stream().map(ClauseView::of).toList());
        model.put("comparison", with == null ? null : Comparison.of(shown, version(document, with, null)));
        model.put("tables", restingOn(document, page));
        model.put("entries", docket.timeline(new Subject("rulebook.document", document.id()), List.of(), ENTRIES));
        return page.view("rulebook/document", model);
    }

    private static Version version(Document document, LocalDate from, Integer revision) {
        return document.versions().stream()
                .filter(version -> version.from().equals(from))
                .filter(version -> revision == null || version.revision() == revision)
                .findFirst()
                .orElseThrow(RulebookPages::unknown);
    }

    private List<DecisionTable> restingOn(Document document, Page page) {
        return rulebook.tables().stream()
                .filter(table -> table.current() && table.isInForce(page.today()))
                .filter(table -> table.rows().stream()
                        .flatMap(row -> row.clauses().stream())
                        .anyMatch(clause -> clause.startsWith(document.code() + "#")))
                .toList();
    }

    @GetMapping("/rulebook/tables/{code}")
    ModelAndView table(
            Page page,
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam Map<String, String> parameters) {
        List<DecisionTable> versions = rulebook.tables().stream()
                .filter(table -> table.code().equals(code) && table.current())
                .sorted(Comparator.comparing(DecisionTable::from).reversed())
                .toList();
        if (versions.isEmpty()) {
            throw unknown();
        }
        LocalDate day = on == null ? page.today() : on;
        DecisionTable table = versions.stream()
                .filter(each -> each.isInForce(day))
                .findFirst()
                .orElse(versions.getLast());
        Map<String, Object> model = new HashMap<>();
        model.put("table", TableView.of(table, day, rulebook, page));
        model.put("versions", versions);
        model.put("day", table.isInForce(day) ? day : table.from());
        model.put("trial", trial(table, day, facts(parameters), page));
        return page.view("rulebook/table", model);
    }

    private static Map<String, String> facts(Map<String, String> parameters) {
        Map<String, String> facts = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), value);
            }
        });
        return facts;
    }

    private Trial trial(DecisionTable table, LocalDate day, Map<String, String> sent, Page page) {
        Optional<Ruling> ruling = Optional.empty();
        List<Fault> faults = List.of();
        if (!sent.isEmpty()) {
            try {
                ruling = Optional.of(rulebook.decide(table.code(), day, FactReader.read(table, sent)));
            } catch (Invalid invalid) {
                faults = invalid.faults();
            } catch (NoSuchRule none) {
                faults = List.of(new Fault("on", org.shengmo.wording.Text.of("rulebook.trial.not-in-force", day)));
            }
        }
        return Trial.of(table, sent, ruling.orElse(null), faults, page);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
