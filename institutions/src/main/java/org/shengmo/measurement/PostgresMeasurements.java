package org.shengmo.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.ruler.check.Check;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckRefused;
import org.shengmo.ruler.check.Family;
import org.shengmo.ruler.check.Register;
import org.shengmo.ruler.check.Registers;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Datasets and runs in PostgreSQL. */
@Service
class PostgresMeasurements implements Measurements {

    private final MeasurementRows rows;
    private final MeasurementWork work;
    private final RegisterFolder folder;
    private final Docket docket;
    private final Clock clock;

    PostgresMeasurements(
            MeasurementRows rows, MeasurementWork work, RegisterFolder folder, Docket docket, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.folder = folder;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID open(Actor by, Family family, String title) {
        by.require(Measurements.leave(family));
        if (title.isBlank()) {
            throw Invalid.at("title", "measurement.fault.blank");
        }
        UUID id = UUID.randomUUID();
        rows.insert(id, family, title.strip(), today(), by.person(), by.post());
        record(by, "measurement.opened", id, Map.of("title", title.strip(), "family", family.code()));
        return id;
    }

    @Override
    @Transactional
    public void put(Actor by, UUID dataset, String register, String file, byte[] content, boolean setAside) {
        Dataset into = mine(by, dataset);
        Register known = Registers.of(into.family()).stream()
                .filter(each -> each.name().equals(register))
                .findFirst()
                .orElseThrow(() -> Invalid.at("register", "measurement.fault.register", register));
        String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
        RegisterFile read = RegisterFile.read(
                known, known.equals(Registers.of(into.family()).getFirst()), name, content, setAside);
        rows.put(dataset, register, name, read, today());
        record(
                by,
                "measurement.put",
                dataset,
                Map.of(
                        "title", into.title(),
                        "register", register,
                        "sha256", read.sha256(),
                        "checked_rows", read.looked().rows(),
                        "put_aside", read.looked().aside().size()));
    }

    @Override
    @Transactional
    public List<String> connect(Actor by, UUID dataset) {
        Dataset into = mine(by, dataset);
        List<Path> files = folder.files(into.family());
        if (files.isEmpty()) {
            throw Invalid.at("file", "measurement.fault.no-folder");
        }
        for (Path file : files) {
            put(by, dataset, RegisterFolder.name(file), file.getFileName().toString(), content(file), true);
        }
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> connectable(Family family) {
        return folder.files(family).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Override
    @Transactional
    public UUID start(Actor by, UUID dataset, List<String> checks, LocalDate on, Map<String, String> settings) {
        Dataset measured = mine(by, dataset);
        List<String> found = checks(measured.family(), checks);
        if (measured.registers().isEmpty()) {
            throw Invalid.at("dataset", "measurement.fault.no-registers");
        }
        UUID id = UUID.randomUUID();
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
        try {
            rows.insert(id, dataset, found, text, on, by.person(), by.post(), clock.instant());
        } catch (DuplicateKeyException goingOn) {
            throw Refusal.of("measurement.refused.going-on", measured.title()).refused();
        }
        docket.record(Act.of(
                by.author(),
                "measurement.started",
                new Subject("measurement.run", id),
                Map.of("title", measured.title(), "checks", found, "on", on, "settings", settings),
                new Subject("measurement.dataset", dataset)));
        afterCommit(() -> work.begin(id));
        return id;
    }

    private static List<String> checks(Family family, List<String> asked) {
        try {
            List<Check> found = CheckLibrary.packaged().find(asked);
            if (found.isEmpty() || found.stream().anyMatch(check -> check.family() != family)) {
                throw Invalid.at("checks", "measurement.fault.checks");
            }
            return found.stream().map(Check::id).toList();
        } catch (CheckRefused unknown) {
            throw Invalid.at("checks", "measurement.fault.checks");
        }
    }

    @Override
    @Transactional
    public void cancel(Actor by, UUID run) {
        Run asked = run(run).orElseThrow();
        by.require(Measurements.leave(asked.family()));
        if (!rows.move(run, Run.State.CANCELLING, Run.State.WAITING, Run.State.RUNNING)) {
            throw Refusal.of("measurement.refused.ended", asked.number()).refused();
        }
        docket.record(Act.of(
                by.author(),
                "measurement.cancelling",
                asked.asSubject(),
                Map.of("number", asked.number(), "title", asked.title())));
    }

    @Override
    public Run await(UUID run) {
        work.await(run);
        return rows.runs("r.id = ?", run).getFirst();
    }

    @Override
    public void resume() {
        rows.runs("r.state = ANY (?)", new String[] {"waiting", "running", "cancelling"})
                .reversed()
                .forEach(run -> work.begin(run.id()));
    }

    @Override
    @Transactional
    public void erase(Actor by, UUID dataset) {
        Dataset erased = dataset(dataset).orElseThrow();
        by.require(Measurements.leave(erased.family()));
        if (rows.erase(dataset, today()) == 1) {
            record(by, "measurement.erased", dataset, Map.of("title", erased.title()));
        }
    }

    private Dataset mine(Actor by, UUID id) {
        Dataset dataset = dataset(id).orElseThrow();
        by.require(Measurements.leave(dataset.family()));
        if (dataset.erasedOn().isPresent()) {
            throw Refusal.of("measurement.refused.erased", dataset.title()).refused();
        }
        return dataset;
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    private void record(Actor by, String kind, UUID dataset, Map<String, ?> payload) {
        docket.record(Act.of(by.author(), kind, new Subject("measurement.dataset", dataset), payload));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dataset> datasets(Family family) {
        return rows.datasets("family = ?", family.code());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Dataset> dataset(UUID id) {
        return rows.datasets("id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Run> runs(Family family) {
        return rows.runs("d.family = ?", family.code());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Run> run(UUID id) {
        return rows.runs("r.id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Run.Aside> aside(UUID run) {
        return rows.aside(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> aboutHousehold(UUID run, String household) {
        return rows.found("run = ? AND household = ? ORDER BY check_id, id", run, household);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> about(UUID run, String subjectKind, String subject) {
        return rows.found(
                "run = ? AND subject_kind = ? AND subject = ? ORDER BY check_id, id", run, subjectKind, subject);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> of(UUID run, String check, int limit) {
        return rows.found("run = ? AND check_id = ? ORDER BY id LIMIT ?", run, check, limit);
    }
}
