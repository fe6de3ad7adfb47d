package org.shengmo.measurement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.measurement.Dataset;
import org.shengmo.measurement.Measured;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.measurement.TableRow;
import org.shengmo.ruler.check.Check;
import org.shengmo.ruler.check.Family;
import org.shengmo.ruler.check.Register;
import org.shengmo.ruler.check.Registers;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Datasets, their registers and runs, and how each check works. What a run found stands with the room that reads it. */
@Controller
class MeasurementPages {

    private final Measurements measurements;
    private final List<Measured> rooms;

    MeasurementPages(Measurements measurements, List<Measured> rooms) {
        this.measurements = measurements;
        this.rooms = rooms;
    }

    @PostMapping("/measurement/datasets")
    ModelAndView open(Page page, @RequestParam Family family, @RequestParam String title) {
        UUID id = measurements.open(page.actor(), family, title);
        return page.done("/measurement/datasets/" + id, Text.of("measurement.done.opened"));
    }

    @GetMapping("/measurement/datasets/{id}")
    ModelAndView dataset(Page page, Actor actor, @PathVariable UUID id) {
        Dataset dataset = mine(actor, id);
        Map<String, Register> registers = new LinkedHashMap<>();
        Registers.of(dataset.family()).forEach(register -> registers.put(register.name(), register));
        return page.view(
                "measurement/dataset",
                Map.of(
                        "dataset", dataset,
                        "registers", registers,
                        "connectable", measurements.connectable(dataset.family()),
                        "runs",
                                measurements.runs(dataset.family()).stream()
                                        .filter(run -> run.dataset().equals(id))
                                        .toList(),
                        "room", room(dataset.family())));
    }

    private Dataset mine(Actor actor, UUID id) {
        Dataset dataset = measurements.dataset(id).orElseThrow(() -> new NoSuchElementException("no dataset " + id));
        actor.require(Measurements.leave(dataset.family()));
        return dataset;
    }

    private Measured room(Family family) {
        return rooms.stream()
                .filter(each -> each.family() == family)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no room for " + family));
    }

    @PostMapping("/measurement/datasets/{id}/registers")
    ModelAndView put(
            Page page,
            @PathVariable UUID id,
            @RequestParam String register,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean setAside)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        measurements.put(page.actor(), id, register, name, file.getBytes(), setAside);
        return page.done("/measurement/datasets/" + id, Text.of("measurement.done.put", name));
    }

    @PostMapping("/measurement/datasets/{id}/connect")
    ModelAndView connect(Page page, @PathVariable UUID id) {
        List<String> files = measurements.connect(page.actor(), id);
        return page.done("/measurement/datasets/" + id, Text.of("measurement.done.put", String.join(", ", files)));
    }

    @PostMapping("/measurement/datasets/{id}/runs")
    ModelAndView start(Page page, @PathVariable UUID id, @RequestParam LocalDate on) {
        Dataset dataset = mine(page.actor(), id);
        UUID run = measurements.start(page.actor(), id, List.of(dataset.family().code()), on, Map.of());
        return page.done(room(dataset.family()).href(run), Text.of("measurement.done.started"));
    }

    @PostMapping("/measurement/runs/{id}/cancel")
    ModelAndView cancel(Page page, @PathVariable UUID id) {
        Run run = measurements.run(id).orElseThrow(() -> new NoSuchElementException("no run " + id));
        measurements.cancel(page.actor(), id);
        return page.done(room(run.family()).href(id), Text.of("measurement.done.cancelled"));
    }

    /** The part of a run's page that tells how far it is; once it has ended the page is read again. */
    @GetMapping("/measurement/runs/{id}/progress")
    ModelAndView progress(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        Run run = measurements.run(id).orElseThrow(() -> new NoSuchElementException("no run " + id));
        actor.require(Measurements.leave(run.family()));
        if (!run.goesOn()) {
            response.setHeader("HX-Refresh", "true");
        }
        return page.view("measurement/progress", Map.of("run", run));
    }

    @GetMapping("/measurement/checks/{id}")
    ModelAndView check(Page page, @PathVariable String id) {
        Check check = TableRow.check(id).orElseThrow(() -> new NoSuchElementException("no check " + id));
        String[] languages = check.page().split("\n---\n", 2);
        String method =
                page.language().getLanguage().equals("en") && languages.length > 1 ? languages[1] : languages[0];
        return page.view(
                "measurement/check",
                Map.of(
                        "title", check.title(page.language()),
                        "method",
                                method.lines()
                                        .filter(line -> !line.startsWith("# "))
                                        .toList(),
                        "rows", TableRow.all(check)));
    }
}
