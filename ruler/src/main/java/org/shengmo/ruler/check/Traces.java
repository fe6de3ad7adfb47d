package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run remembers of its registers so that the next can tell what changed without keeping them: of each file a digest, and of each
 * row, in the file's order, a fingerprint and marks of its household and person. A file with the same digest isn't read again; of another,
 * rows that stand where they stood are compared one by one, which costs a fraction of grouping them, and only the rest is matched as a set.
 */
final class Traces {

    /** Whom a changed row of a register may concern. */
    enum Kind {
        HOUSEHOLD_AND_PERSON("household_mark(household_id) AS household, person_mark(id_number) AS person"),
        PERSON("NULL::UINTEGER AS household, person_mark(id_number) AS person"),
        ANYBODY("NULL::UINTEGER AS household, NULL::UINTEGER AS person");

        private final String marks;

        Kind(String marks) {
            this.marks = marks;
        }
    }

    private final CheckSession session;
    private final List<Register> registers;
    private final Path folder;
    private final Map<String, String> digests = new TreeMap<>();

    /**
     * @param data where the registers lie
     * @param folder where the traces are written; made where it isn't there
     */
    Traces(CheckSession session, List<Register> registers, Path data, Path folder) {
        this.session = session;
        this.registers = registers;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var register : registers) {
            RegisterReader.file(data, register.name()).ifPresent(file -> digests.put(register.name(), digest(file)));
        }
    }

    /** Who is related to whom, and the standards, bear on households that they don't name. */
    Kind kind(Register register) {
        if (register.equals(registers.getFirst())) {
            return Kind.HOUSEHOLD_AND_PERSON;
        }
        boolean ofOnePerson = register.columns().containsKey("id_number")
                && !register.name().equals("officials")
                && !register.name().equals("relatives");
        return ofOnePerson ? Kind.PERSON : Kind.ANYBODY;
    }

    /** The digests of the registers' files by name; a register that isn't there has none. */
    Map<String, String> digests() {
        return digests;
    }

    static Path file(Path folder, String register) {
        return folder.resolve(register + ".parquet");
    }

    /** The trace of a register as a run of SQL reads it. */
    String trace(Register register) {
        return "read_parquet(" + CheckSession.path(file(folder, register.name())) + ")";
    }

    /** Reads every register that has no trace yet and writes it; {@code prefix} begins the names of the tables. */
    void takeAll(String prefix) {
        registers.stream()
                .filter(register -> !Files.exists(file(folder, register.name())))
                .forEach(register -> take(register, prefix));
    }

    private void take(Register register, String prefix) {
        session.run("COPY (SELECT hash("
                + register.columns().keySet().stream().map(Setting::quoted).collect(Collectors.joining(", "))
                + ") AS print, " + kind(register).marks + " FROM " + Setting.quoted(prefix + register.name()) + ") TO "
                + CheckSession.path(file(folder, register.name())) + " (FORMAT parquet, COMPRESSION uncompressed)");
    }

    /**
     * Makes the table {@code changed_row}: {@code household} and {@code person} of the rows that a register has and hadn't, or had and
     * hasn't. Equal rows are counted; their order is nothing.
     *
     * @param earlier the traces of the run before
     * @param before the digests of that run's files
     */
    void compare(Register register, String prefix, Path earlier, Map<String, String> before) {
        session.run("CREATE OR REPLACE TEMP TABLE changed_row (household UINTEGER, person UINTEGER)");
        Path was = file(earlier, register.name());
        String digest = digests.get(register.name());
        if (digest != null && digest.equals(before.get(register.name()))) {
            copy(was, file(folder, register.name()));
            return;
        }
        take(register, prefix);
        String earlierTrace = "read_parquet(" + CheckSession.path(was) + ")";
        session.run("CREATE OR REPLACE TEMP TABLE moved AS SELECT * FROM (SELECT * FROM " + trace(register)
                + ") AS now POSITIONAL JOIN (SELECT print AS print_was, household AS household_was, person AS person_was FROM "
                + earlierTrace + ") AS was WHERE print IS DISTINCT FROM print_was");
        session.run(
                "INSERT INTO changed_row SELECT household, person FROM (SELECT print, household, person, 1 AS turn FROM moved"
                        + " WHERE print IS NOT NULL UNION ALL SELECT print_was, household_was, person_was, -1 FROM moved"
                        + " WHERE print_was IS NOT NULL) GROUP BY print, household, person HAVING sum(turn) <> 0");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try (InputStream stream =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) stream).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
