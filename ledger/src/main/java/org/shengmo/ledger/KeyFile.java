package org.shengmo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A secret key in a file that only its owner can read. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Writes a new file and forces it to disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the file is there already: a key is never overwritten
     */
    public static void create(Path file, SecretKey secret) throws IOException {
        create(file, secret.export());
    }

    /** The same for a key of another kind, in the form in which it is written down. */
    public static void create(Path file, String secret) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        // Whole before it has its name: another process that starts just now must not read half a key.
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", owner);
        try {
            Files.writeString(beside, secret + "\n", StandardCharsets.UTF_8);
            FileStorage.forceFile(beside);
            Files.createLink(file, beside);
        } finally {
            Files.delete(beside);
        }
        FileStorage.forceFile(file);
    }

    public static SecretKey read(Path file) throws IOException {
        return SecretKey.parse(Files.readString(file, StandardCharsets.UTF_8));
    }
}
