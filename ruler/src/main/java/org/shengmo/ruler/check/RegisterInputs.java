package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiPredicate;
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

    List<Register> registers() {
        return registers;
    }

    /**
     * Loads what is there.
     *
     * @throws CheckRefused where none of the family's tables is there, or one lacks a column
     */
    Intake load(CheckSession session, Path directory) {
        var intake = read(session, directory, (reader, register) -> reader.load(register), "");
        prepare(session);
        return intake;
    }

    /** Looks at what is there without loading it; the registers are called {@code prefix} and their name. */
    Intake open(CheckSession session, Path directory, String prefix) {
        return read(session, directory, (reader, register) -> reader.open(register, prefix + register.name()), prefix);
    }

    /** Gives what lies open its own name: checks read a Parquet file where it lies. */
    void loadOpened(CheckSession session, String prefix) {
        for (var register : registers) {
            session.run("CREATE OR REPLACE TEMP VIEW " + Setting.quoted(register.name()) + " AS SELECT * FROM "
                    + Setting.quoted(prefix + register.name()));
        }
    }

    /** Derives what the checks read from the registers. */
    void prepare(CheckSession session) {
        session.script(family.code() + ".sql");
    }

    private Intake read(
            CheckSession session, Path directory, BiPredicate<RegisterReader, Register> load, String prefix) {
        var reader = new RegisterReader(session, directory);
        var missing = new LinkedHashSet<String>();
        for (var register : registers) {
            if (!load.test(reader, register)) {
                missing.add(register.name());
            }
        }
        var first = registers.getFirst().name();
        if (missing.size() == registers.size() || (family == Family.WELFARE && missing.contains(first))) {
            throw new CheckRefused("check.register.none", first, directory);
        }
        return new Intake(session.count(Setting.quoted(prefix + first)), missing);
    }
}
