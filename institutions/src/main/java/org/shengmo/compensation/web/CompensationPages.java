package org.shengmo.compensation.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.compensation.Compensation;
import org.shengmo.compensation.Deviation;
import org.shengmo.docket.Docket;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.measurement.web.FoundView;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.ruler.check.Family;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Compensation at the desk, and its results by village for anyone. */
@Controller
class CompensationPages {

    private static final int ACTS = 50;

    private static final Listing<DeviationView> LISTING = Listing.<DeviationView>titled("compensation.list.title")
            .number(
                    "compensation.column.number",
                    view -> view.deviation().details().number())
            .linked(DeviationView::href)
            .choice("compensation.column.item", DeviationView::item)
            .text("compensation.column.line", view -> view.deviation().details().line())
            .choice(
                    "compensation.column.village",
                    view -> view.deviation().details().village())
            .text("compensation.column.finding", DeviationView::findings)
            .money(
                    "compensation.column.paid",
                    view -> view.deviation().details().paid())
            .money(
                    "compensation.column.computed",
                    view -> view.deviation().details().due().orElse(null))
            .money("compensation.column.difference", CompensationPages::difference)
            .choice("compensation.column.state", DeviationView::status)
            .sorted("number");

    private final Compensation compensation;
    private final Measurements measurements;
    private final Rulebook rulebook;
    private final Docket docket;

    CompensationPages(Compensation compensation, Measurements measurements, Rulebook rulebook, Docket docket) {
        this.compensation = compensation;
        this.measurements = measurements;
        this.rulebook = rulebook;
        this.docket = docket;
    }

    private static BigDecimal difference(DeviationView view) {
        return view.deviation()
                .details()
                .due()
                .map(due -> view.deviation().details().paid().subtract(due))
                .orElse(null);
    }

    @GetMapping("/compensation")
    ModelAndView overview(Page page, Actor actor) {
        actor.require(Compensation.READ);
        return page.view(
                "compensation/overview",
                Map.of(
                        "runs", measurements.runs(Family.COMPENSATION),
                        "datasets", measurements.datasets(Family.COMPENSATION)));
    }

    @GetMapping("/compensation/runs/{id}")
    ModelAndView run(Page page, Actor actor, @PathVariable UUID id) {
        actor.require(Compensation.READ);
        Run run = found(id);
        List<DeviationView> views = compensation.of(id).stream()
                .map(each -> DeviationView.of(each, page))
                .toList();
        return page.list(
                "compensation/run",
                LISTING,
                views,
                Map.of(
                        "run", run,
                        "open",
                                views.stream()
                                        .filter(each -> each.deviation() instanceof Deviation.Open
                                                || each.deviation() instanceof Deviation.Explained)
                                        .count(),
                        "aside", measurements.aside(id)));
    }

    private Run found(UUID id) {
        return measurements
                .run(id)
                .filter(run -> run.family() == Family.COMPENSATION)
                .orElseThrow(() -> new NoSuchElementException("no run " + id));
    }

    @GetMapping("/compensation/deviations/{id}")
    ModelAndView deviation(Page page, Actor actor, @PathVariable UUID id) {
        actor.require(Compensation.READ);
        Deviation deviation = compensation.byId(id).orElseThrow(() -> new NoSuchElementException("no deviation " + id));
        Run run = found(deviation.details().run());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("view", DeviationView.of(deviation, page));
        model.put("run", run);
        model.put(
                "found",
                measurements
                        .about(
                                run.id(),
                                deviation.details().item(),
                                deviation.details().line())
                        .stream()
                        .map(each -> FoundView.of(each, run.measuredOn(), rulebook, page.language()))
                        .toList());
        model.put("acts", docket.timeline(deviation.details().asSubject(), actor.compartments(), ACTS));
        return page.view("compensation/deviation", model);
    }

    @PostMapping("/compensation/deviations/{id}/explain")
    ModelAndView explain(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        compensation.explain(actor, id, text);
        return page.done("/compensation/deviations/" + id, Text.of("compensation.done.explained"));
    }

    @PostMapping("/compensation/deviations/{id}/judge")
    ModelAndView judge(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String holds,
            @RequestParam(defaultValue = "") String reasons) {
        if (!List.of("yes", "no").contains(holds)) {
            throw Invalid.at("holds", "compensation.fault.blank");
        }
        compensation.judge(actor, id, holds.equals("yes"), reasons);
        return page.done("/compensation/deviations/" + id, Text.of("compensation.done.judged"));
    }

    @PostMapping("/compensation/deviations/{id}/correct")
    ModelAndView correct(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<BigDecimal> amount,
            @RequestParam(defaultValue = "") String how) {
        compensation.correct(
                actor, id, amount.orElseThrow(() -> Invalid.at("amount", "compensation.fault.blank")), how);
        return page.done("/compensation/deviations/" + id, Text.of("compensation.done.corrected"));
    }

    @GetMapping("/compensation/results")
    ModelAndView results(Page page) {
        Optional<Run> run = compensation.measured().stream().findFirst().flatMap(measurements::run);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("run", run.orElse(null));
        model.put("villages", run.map(each -> compensation.villages(each.id())).orElse(List.of()));
        return page.view("compensation/results", model);
    }
}
