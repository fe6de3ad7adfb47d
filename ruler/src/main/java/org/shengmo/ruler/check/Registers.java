package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The tables that a family's checks read, and a look at one before any check runs. */
public final class Registers {

    private Registers() {}

    /** The family's tables, the one that every run needs first. Procurement reads releases, not tables: none. */
    public static List<Register> of(Family family) {
        return family == Family.PROCUREMENT
                ? List.of()
                : CheckSession.resource(family.code() + ".registers")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(Register::of)
                        .toList();
    }

    /**
     * What a file gives.
     *
     * @param rows rows that parse
     * @param aside rows that don't, in the order of the file
     */
    public record Looked(long rows, List<Aside> aside) {
        public Looked {
            aside = List.copyOf(aside);
        }
    }

    /**
     * A row that doesn't parse.
     *
     * @param line counted from 1, the header included
     * @param reason what DuckDB says of it
     */
    public record Aside(long line, String reason) {}

    /**
     * Reads a register as a run would.
     *
     * @param directory holds {@code <name>.csv} or {@code <name>.parquet}
     * @throws CheckRefused where there is no such file, it can't be read, or a column is missing
     */
    public static Looked look(Register register, Path directory) {
        var file = RegisterReader.file(directory, register.name())
                .orElseThrow(() -> new CheckRefused("check.register.none", register.name(), directory.getFileName()));
        Path scratch = scratch(directory);
        try (var session = CheckSession.open(List.of(file), scratch, scratch)) {
            new RegisterReader(session, directory).load(register);
            return new Looked(
                    session.count(Setting.quoted(register.name())),
                    session.rows("SELECT line, reason FROM put_aside ORDER BY line").stream()
                            .map(row -> new Aside(
                                    ((Number) row.get("line")).longValue(),
                                    row.get("reason").toString()))
                            .toList());
        } catch (CheckFailed unreadable) {
            throw new CheckRefused("check.register.unreadable", file.getFileName(), first(unreadable));
        } finally {
            remove(scratch);
        }
    }

    private static String first(CheckFailed failure) {
        return failure.getCause().getMessage().lines().findFirst().orElse("");
    }

    private static Path scratch(Path directory) {
        try {
            return Files.createTempDirectory(directory, ".look");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path scratch) {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
