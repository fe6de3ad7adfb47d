package org.shengmo.measurement;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckRefused;
import org.shengmo.ruler.check.CheckReport;
import org.shengmo.ruler.check.CheckRequest;
import org.shengmo.ruler.check.CheckRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what was asked for, one after another, on a thread of its own. What a run did not finish is begun anew. */
@Component
class MeasurementWork {

    private static final Logger LOG = LoggerFactory.getLogger(MeasurementWork.class);

    private final MeasurementRows rows;
    private final List<Measured> listeners;
    private final Docket docket;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<UUID, Future<?>> going = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("measurement").factory());

    MeasurementWork(
            MeasurementRows rows,
            List<Measured> listeners,
            Docket docket,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.listeners = listeners;
        this.docket = docket;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Stopped before its next check. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void begin(UUID run) {
        going.computeIfAbsent(run, id -> worker.submit(() -> work(id)));
    }

    void await(UUID run) {
        Future<?> work = going.get(run);
        if (work == null) {
            return;
        }
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void work(UUID id) {
        try {
            Run run = rows.runs("r.id = ?", id).getFirst();
            if (rows.move(id, Run.State.RUNNING, Run.State.WAITING, Run.State.RUNNING)) {
                measure(run);
            } else {
                end(run, Run.State.CANCELLED, "", Map.of());
            }
        } finally {
            going.remove(id);
        }
    }

    private void measure(Run run) {
        Path directory = directory();
        try {
            Path data = Files.createDirectory(directory.resolve("data"));
            for (MeasurementRows.Content content : rows.contents(run.dataset())) {
                Files.write(data.resolve(content.name() + "." + content.ending()), content.bytes());
            }
            Path out = directory.resolve("out");
            CheckReport report = CheckRun.run(
                    new CheckRequest(data, out, run.measuredOn(), settings(rows.settings(run.id()))),
                    CheckLibrary.packaged().find(run.checks()),
                    check -> reached(run, check.id()));
            store(run, report, data, out);
        } catch (Stopped stopped) {
            end(run, Run.State.CANCELLED, "", Map.of());
        } catch (CheckRefused refused) {
            end(run, Run.State.FAILED, refused.message(Locale.SIMPLIFIED_CHINESE), Map.of());
        } catch (IOException | RuntimeException failure) {
            LOG.error("run {} failed", run.id(), failure);
            end(run, Run.State.FAILED, "—", Map.of());
        } finally {
            remove(directory);
        }
    }

    private void reached(Run run, String check) {
        rows.reached(run.id(), run.checks().indexOf(check), check);
        if (Thread.currentThread().isInterrupted()
                || rows.runs("r.id = ?", run.id()).getFirst().state() == Run.State.CANCELLING) {
            throw new Stopped();
        }
    }

    private void store(Run run, CheckReport report, Path data, Path out) {
        transaction.executeWithoutResult(status -> {
            if (!rows.move(run.id(), Run.State.FINISHED, Run.State.RUNNING)) {
                throw new Stopped();
            }
            rows.finished(run.id(), report);
            try (MeasuredFiles files = MeasuredFiles.open(run, data, out)) {
                rows.keep(run.id(), files);
                Run finished = rows.runs("r.id = ?", run.id()).getFirst();
                Map<String, Object> payload = new TreeMap<>();
                payload.put("checked_rows", finished.rows());
                payload.put("put_aside", finished.putAside());
                payload.put("households", finished.households());
                payload.put("persons", finished.persons());
                payload.put("amount", finished.atStake());
                payload.put(
                        "checks",
                        finished.outcomes().stream()
                                .map(MeasurementWork::outcome)
                                .toList());
                record(finished, "measurement.finished", payload);
                listeners.stream()
                        .filter(listener -> listener.family() == run.family())
                        .forEach(listener -> listener.finished(finished, files));
            }
            rows.ended(run.id(), clock.instant(), "");
        });
    }

    private static Map<String, Object> outcome(Run.Outcome outcome) {
        return Map.of(
                "check", outcome.check(),
                "judged", outcome.judged(),
                "found", outcome.found(),
                "lacking", outcome.lacking());
    }

    private void end(Run run, Run.State state, String failure, Map<String, Object> payload) {
        transaction.executeWithoutResult(status -> {
            rows.move(run.id(), state, Run.State.WAITING, Run.State.RUNNING, Run.State.CANCELLING);
            rows.ended(run.id(), clock.instant(), failure);
            record(run, "measurement." + state.code(), payload);
        });
    }

    private void record(Run run, String kind, Map<String, Object> more) {
        Map<String, Object> payload = new TreeMap<>(more);
        payload.put("number", run.number());
        payload.put("title", run.title());
        docket.record(Act.of(
                new Author(run.person(), run.post()),
                kind,
                run.asSubject(),
                payload,
                new org.shengmo.docket.Subject("measurement.dataset", run.dataset())));
    }

    /** {@code name=value} a line. */
    static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            int at = line.indexOf('=');
            settings.put(line.substring(0, at), line.substring(at + 1));
        });
        return settings;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("shengmo-measurement");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written for the run holds personal data: nothing of it stays. */
    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
