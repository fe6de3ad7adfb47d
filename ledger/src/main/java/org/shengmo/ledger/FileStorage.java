package org.shengmo.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A log in a folder, laid out as C2SP tlog-tiles serves it, so that any web server can. Each file is written beside its
 * place, forced to disk and renamed into it, and the folder is forced too; a lock file keeps two writers apart.
 */
public final class FileStorage implements LogStorage {

    private static final String CHECKPOINT = "checkpoint";
    private static final String BESIDE = ".new";

    private final Path folder;

    public FileStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        return bytes(folder.resolve(CHECKPOINT));
    }

    @Override
    public Optional<byte[]> read(TilePath path) throws IOException {
        return bytes(folder.resolve(path.toString()));
    }

    private static Optional<byte[]> bytes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The partial tiles and bundles in the folder, those of earlier sizes too. */
    List<TilePath> partials() throws IOException {
        Path tiles = folder.resolve("tile");
        if (!Files.isDirectory(tiles)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(tiles)) {
            return files.filter(
                            file -> file.getParent().getFileName().toString().endsWith(".p"))
                    .filter(file -> !file.toString().endsWith(BESIDE))
                    .map(file -> TilePath.parse(folder.relativize(file).toString()))
                    .toList();
        }
    }

    @Override
    public synchronized void commit(Map<TilePath, byte[]> resources, byte[] checkpoint, Optional<byte[]> previous)
            throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || !MemoryStorage.sameBytes(checkpoint(), previous)) {
                throw new OvertakenException(
                        "another checkpoint stands in " + folder + " than the one this writer knows");
            }
            Set<Path> touched = new LinkedHashSet<>();
            for (Map.Entry<TilePath, byte[]> resource : resources.entrySet()) {
                Path file = folder.resolve(resource.getKey().toString());
                createDirectories(file.getParent(), touched);
                replace(file, resource.getValue());
                touched.add(file.getParent());
            }
            for (Path directory : touched) {
                force(directory);
            }
            write(folder.resolve(CHECKPOINT), checkpoint);
        }
    }

    /** Replaces a file in one step and forces it, and its name, to disk. */
    static void write(Path file, byte[] bytes) throws IOException {
        replace(file, bytes);
        force(file.toAbsolutePath().getParent());
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A new folder's name is durable only once the folder above has been forced. */
    private static void createDirectories(Path directory, Set<Path> touched) throws IOException {
        if (!Files.isDirectory(directory)) {
            createDirectories(directory.getParent(), touched);
            Files.createDirectory(directory);
            touched.add(directory.getParent());
        }
    }

    /** Forces a file that was written by other means, and its name, to disk. */
    static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        force(file.toAbsolutePath().getParent());
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
