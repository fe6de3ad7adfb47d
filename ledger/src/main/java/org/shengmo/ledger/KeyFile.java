package org.shengmo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A secret key in a file that only its owner can read. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Writes a new file and forces it to disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the file is there already: a key is never overwritten
     */
    public static void create(Path file, SecretKey secret) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, owner);
        try (var channel = Files.newByteChannel(file, Set.of(java.nio.file.StandardOpenOption.WRITE))) {
            channel.write(StandardCharsets.UTF_8.encode(secret.export() + "\n"));
        }
        FileStorage.forceFile(file);
    }

    public static SecretKey read(Path file) throws IOException {
        return SecretKey.parse(Files.readString(file, StandardCharsets.UTF_8));
    }
}
