package org.shengmo.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a killed program left of a database server in a folder: a server that still runs, with old settings and nobody to
 * stop it; its processes on their way out; a lock file of a server that is gone.
 */
final class Leftovers {

    private static final long PATIENCE_SECONDS = 15;

    private final Path data;

    Leftovers(Path data) {
        this.data = data;
    }

    /** Stops what runs and waits until it is gone. Only processes of this very folder are touched. */
    void clear() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> server = Files.exists(pidFile) ? server(pidFile) : Optional.empty();
        if (server.isPresent()) {
            stop(server.get());
        }
        for (ProcessHandle process : processesInFolder()) {
            await(process);
        }
        if (server.isEmpty()) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** The process the lock file names, if it is a PostgreSQL: the number may have gone to another program since. */
    private Optional<ProcessHandle> server(Path pidFile) throws IOException {
        String first;
        try (Stream<String> lines = Files.lines(pidFile)) {
            first = lines.findFirst().orElse("").strip();
        }
        return first.matches("[0-9]{1,10}")
                ? ProcessHandle.of(Long.parseLong(first))
                        .filter(process -> process.info().command().orElse("").contains("postgres"))
                        .filter(process -> worksInFolder(process.pid()))
                : Optional.empty();
    }

    /** Whether the process works in the folder, or the system doesn't tell where it works. */
    private boolean worksInFolder(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        return !Files.isDirectory(process) || worksIn(process, data);
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        if (!await(server)) {
            // The write-ahead log brings back what was committed.
            server.destroyForcibly();
            await(server);
        }
    }

    private static boolean await(ProcessHandle process) {
        CompletableFuture<ProcessHandle> gone = process.onExit();
        try {
            gone.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the system tells: processes that work in the folder. The server's children outlive it for a moment and keep its memory. */
    private List<ProcessHandle> processesInFolder() throws IOException {
        Path processes = Path.of("/proc");
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(processes) || !Files.isDirectory(data)) {
            return found;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : each) {
                if (worksIn(process, data)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder.toRealPath());
        } catch (IOException goneOrForbidden) {
            return false;
        }
    }
}
