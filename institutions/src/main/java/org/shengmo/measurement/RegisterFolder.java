package org.shengmo.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shengmo.ruler.check.Family;
import org.shengmo.ruler.check.Register;
import org.shengmo.ruler.check.Registers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder that the operator set for registers that other offices bring: {@code shengmo.registers}. */
@Component
class RegisterFolder {

    private final Optional<Path> folder;

    RegisterFolder(@Value("${shengmo.registers:}") String folder) {
        this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    /** Files that are named as registers of the family, such as {@code deaths.csv}; nothing else in the folder is read. */
    List<Path> files(Family family) {
        List<String> names = Registers.of(family).stream().map(Register::name).toList();
        if (folder.filter(Files::isDirectory).isEmpty()) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder.get())) {
            return found.filter(Files::isRegularFile)
                    .filter(file ->
                            names.contains(name(file)) && file.toString().matches(".*\\.(csv|xlsx|parquet)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
