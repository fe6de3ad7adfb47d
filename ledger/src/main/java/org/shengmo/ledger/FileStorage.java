package org.shengmo.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A log in a folder, laid out as C2SP tlog-tiles serves it, so that any web server can. Each file is written beside its
 * place, forced to disk and renamed into it, and the folder is forced too; a lock file keeps two writers apart.
 */
public final class FileStorage implements LogStorage {

    private static final String CHECKPOINT = "checkpoint";
    private static final String BESIDE = ".new";

    /** No tile, bundle or checkpoint is longer. */
    private static final int LONGEST = TilePath.FULL * (2 + EntryBundle.LONGEST_ENTRY);

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
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > LONGEST) {
                throw new IOException(file + " has more than " + LONGEST + " bytes");
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
            for (int read = 0; read >= 0 && buffer.hasRemaining(); ) {
                read = channel.read(buffer);
            }
            return Optional.of(
                    buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The partial tiles and bundles in the folder, those of earlier sizes too. */
    List<TilePath> partials() throws IOException {
        List<TilePath> partials = new ArrayList<>();
        Path tiles = folder.resolve("tile");
        if (Files.isDirectory(tiles)) {
            try (DirectoryStream<Path> levels = Files.newDirectoryStream(tiles)) {
                for (Path level : levels) {
                    partials(level, partials);
                }
            }
        }
        return partials;
    }

    /** Looks into the folders of partial tiles and those that continue an index; full tiles, the most by far, are passed over. */
    private void partials(Path directory, List<TilePath> partials) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (directory.getFileName().toString().endsWith(".p")) {
                    if (!name.endsWith(BESIDE)) {
                        partials.add(TilePath.parse(folder.relativize(child).toString()));
                    }
                } else if (name.endsWith(".p") || name.startsWith("x")) {
                    partials(child, partials);
                }
            }
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
