package org.shengmo.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The passwords of a local database's roles: made at random on first use, kept in a file that only its owner may read.
 *
 * @param superuser of the role that makes databases
 * @param owner of the role that owns the schemas
 * @param application of the role that the program works as
 */
record LocalPasswords(String superuser, String owner, String application) {

    private static final int BYTES = 24;
    private static final String FILE = "passwords";

    static LocalPasswords in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            write(file, String.join("\n", fresh(random), fresh(random), fresh(random)) + "\n");
        }
        List<String> lines = Files.readAllLines(file);
        return new LocalPasswords(lines.get(0), lines.get(1), lines.get(2));
    }

    /** A file whose first line is the superuser's password, as initdb reads it. */
    Path file(Path folder) {
        return folder.resolve(FILE);
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path whole = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, owner);
        Files.writeString(whole, text);
        Files.move(whole, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
