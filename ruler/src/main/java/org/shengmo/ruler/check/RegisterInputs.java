package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a family, as {@code <family>.registers} beside this class describes them, and what is derived from them. */
final class RegisterInputs {

    private final Family family;
    private final List<Register> registers;

    RegisterInputs(Family family) {
        this.family = family;
        this.registers = Registers.of(family);
    }

    Stream<Path> files(Path directory) {
        return registers.stream().flatMap(register -> RegisterReader.file(directory, register.name()).stream());
    }

    /**
     * Loads what is there.
     *
     * @throws CheckRefused where none of the family's tables is there, or one lacks a column
     */
    Intake load(CheckSession session, Path directory) {
        var reader = new RegisterReader(session, directory);
        var missing = new LinkedHashSet<String>();
        for (var register : registers) {
            if (!reader.load(register)) {
                missing.add(register.name());
            }
        }
        var first = registers.getFirst().name();
        if (missing.size() == registers.size() || (family == Family.WELFARE && missing.contains(first))) {
            throw new CheckRefused("check.register.none", first, directory);
        }
        session.script(family.code() + ".sql");
        return new Intake(session.count(first), missing);
    }
}
