package org.shengmo.entitlement.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.Household;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.measurement.web.FoundView;
import org.shengmo.rulebook.Rulebook;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What anyone may read, and where a household answers. */
@Controller
class PublicPages {

    private final Entitlement entitlement;
    private final Measurements measurements;
    private final Rulebook rulebook;

    PublicPages(Entitlement entitlement, Measurements measurements, Rulebook rulebook) {
        this.entitlement = entitlement;
        this.measurements = measurements;
        this.rulebook = rulebook;
    }

    @GetMapping("/welfare")
    ModelAndView latest(Page page) {
        return results(page, entitlement.published().stream().findFirst());
    }

    @GetMapping("/welfare/{id}")
    ModelAndView one(Page page, @PathVariable UUID id) {
        return results(page, Optional.of(published(id)));
    }

    private UUID published(UUID id) {
        if (!entitlement.published().contains(id)) {
            throw new NoSuchElementException("no results " + id);
        }
        return id;
    }

    private ModelAndView results(Page page, Optional<UUID> id) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("run", id.flatMap(measurements::run).orElse(null));
        model.put(
                "results", id.map(entitlement::villages).map(PublicResults::of).orElse(null));
        model.put(
                "others",
                entitlement.published().stream()
                        .flatMap(each -> measurements.run(each).stream())
                        .toList());
        return page.view("entitlement/results", model);
    }

    @GetMapping("/welfare/{id}/results.csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID id) {
        StringBuilder csv = new StringBuilder("\uFEFFtownship,village,listed,stopped,reduced,persons,saved\n");
        for (PublicResults.Row row :
                PublicResults.of(entitlement.villages(published(id))).villages()) {
            csv.append(String.join(
                            ",",
                            row.township(),
                            row.village(),
                            String.valueOf(row.listed()),
                            shown(row.stopped(), row.stoppedShown()),
                            shown(row.reduced(), row.reducedShown()),
                            shown(row.persons(), PublicResults.Shown.HIDDEN),
                            row.saved() == null ? "" : row.saved().toPlainString()))
                    .append('\n');
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"results.csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(Integer value, PublicResults.Shown shown) {
        return value != null ? value.toString() : shown == PublicResults.Shown.SMALL ? "<" + PublicResults.LEAST : "";
    }

    @GetMapping("/hearing")
    ModelAndView door(Page page) {
        return page.view("entitlement/door", Map.of());
    }

    @PostMapping("/hearing")
    ModelAndView open(
            Page page, @RequestParam(defaultValue = "0") long number, @RequestParam(defaultValue = "") String code) {
        return opened(page, entitlement.opened(number, code), code);
    }

    @PostMapping("/hearing/answer")
    ModelAndView answer(
            Page page,
            @RequestParam long number,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String reply) {
        entitlement.answer(number, code, reply);
        return opened(page, entitlement.opened(number, code), code);
    }

    private ModelAndView opened(Page page, Household household, String code) {
        Run run = measurements.run(household.details().run()).orElseThrow();
        List<FoundView> found = measurements
                .aboutHousehold(run.id(), household.details().household())
                .stream()
                .map(each -> FoundView.of(each, run.measuredOn(), rulebook, page.language()))
                .toList();
        return page.view(
                "entitlement/hearing",
                Map.of(
                        "view", HouseholdView.of(household, page.today(), page.language()),
                        "code", code,
                        "found", found));
    }
}
