package org.shengmo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test data nobody here wrote; a test that needs it is skipped, with the reason, where it is missing. */
final class SharedData {

    private SharedData() {}

    /** The files of a folder of the test data whose names end so; at least one, else the test is skipped. */
    static List<Path> files(String folder, String ending) {
        Path path = Path.of(System.getProperty("shengmo.data", "../../shared/data"), folder);
        Assumptions.assumeTrue(Files.isDirectory(path), "skipped: no test data at " + path.toAbsolutePath());
        try (Stream<Path> files = Files.list(path)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            Assumptions.assumeFalse(found.isEmpty(), "skipped: no " + ending + " files in " + path.toAbsolutePath());
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
