package org.shengmo.measurement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.measurement.Dataset;
import org.shengmo.measurement.Found;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.ruler.check.Family;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Datasets and runs over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/measurements")
class MeasurementApi {

    private static final int MOST = 10_000;

    private final Measurements measurements;
    private final CurrentActor actors;

    MeasurementApi(Measurements measurements, CurrentActor actors) {
        this.measurements = measurements;
        this.actors = actors;
    }

    /** A dataset to open. */
    record NewDataset(Family family, String title) {}

    /**
     * A run to start.
     *
     * @param checks ids or families; none: all of the dataset's family
     */
    record NewRun(List<String> checks, LocalDate on, Map<String, String> settings) {}

    @PostMapping("/datasets")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> open(@RequestBody NewDataset dataset) {
        return Map.of("id", measurements.open(actor(), dataset.family(), dataset.title()));
    }

    @GetMapping("/datasets/{id}")
    Dataset dataset(@PathVariable UUID id) {
        Dataset dataset = measurements.dataset(id).orElseThrow(() -> new NoSuchElementException("no dataset " + id));
        actor().require(Measurements.leave(dataset.family()));
        return dataset;
    }

    /** The body is the file; its name tells its form. */
    @PutMapping(path = "/datasets/{id}/registers/{register}", consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable UUID id,
            @PathVariable String register,
            @RequestParam String file,
            @RequestParam(defaultValue = "false") boolean setAside,
            @RequestBody byte[] content) {
        measurements.put(actor(), id, register, file, content, setAside);
    }

    /** Puts in every register that the operator's folder holds; the answer names the files taken. */
    @PostMapping("/datasets/{id}/connect")
    List<String> connect(@PathVariable UUID id) {
        return measurements.connect(actor(), id);
    }

    @PostMapping("/datasets/{id}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, UUID> start(@PathVariable UUID id, @RequestBody NewRun run) {
        List<String> checks = run.checks() == null || run.checks().isEmpty()
                ? List.of(dataset(id).family().code())
                : run.checks();
        return Map.of(
                "id",
                measurements.start(
                        actor(),
                        id,
                        checks,
                        run.on(),
                        Optional.ofNullable(run.settings()).orElse(Map.of())));
    }

    @GetMapping("/runs/{id}")
    Run run(@PathVariable UUID id) {
        Run run = measurements.run(id).orElseThrow(() -> new NoSuchElementException("no run " + id));
        actor().require(Measurements.leave(run.family()));
        return run;
    }

    @PostMapping("/runs/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        measurements.cancel(actor(), id);
    }

    /** What a check of a run found, at most ten thousand. */
    @GetMapping("/runs/{id}/findings/{check}")
    List<Found> findings(@PathVariable UUID id, @PathVariable String check) {
        return measurements.of(run(id).id(), check, MOST);
    }

    private Actor actor() {
        return actors.actor();
    }
}
