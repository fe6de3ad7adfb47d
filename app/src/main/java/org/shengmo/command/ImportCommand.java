package org.shengmo.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shengmo.charter.CharterImport;
import org.shengmo.mandate.Mandate;
import org.shengmo.organization.OrganizationImport;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shengmo import}: takes workbooks in, all of one or nothing. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "WHAT")
    private What what;

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--from", paramLabel = "DATE")
    private LocalDate from;

    @Option(names = "--decision", paramLabel = "TEXT", defaultValue = "")
    private String decision;

    @SuppressWarnings("UnusedVariable") // read before the rest is parsed, for help is said in it too
    @Option(names = "--lang", paramLabel = "zh|en")
    private String language;

    @Mixin
    private final DatabaseOptions database;

    ImportCommand(Console console) {
        this(console, System.getenv());
    }

    ImportCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.database = new DatabaseOptions(environment);
    }

    /** What a workbook holds. */
    @SuppressWarnings("JavaLangClash")
    enum What {
        organization,
        charter,
        powers
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new UsedWrongly("command.import.unreadable", file.toString());
        }
        console.tell("command.import.reading", file.toString());
        return database.work(rooms -> switch (what) {
            case organization -> organization(rooms);
            case charter -> charter(rooms);
            case powers -> powers(rooms);
        });
    }

    private int organization(ConfigurableApplicationContext rooms) {
        var taken = rooms.getBean(OrganizationImport.class)
                .run(Operator.with("organization.manage", "organization.appoint"), file, dryRun);
        console.say(
                dryRun ? "command.import.organization.checked" : "command.import.organization.done",
                taken.bodies(),
                taken.posts(),
                taken.people(),
                taken.tenures());
        return 0;
    }

    private int powers(ConfigurableApplicationContext rooms) {
        try {
            LocalDate since = from == null ? LocalDate.now(rooms.getBean(Clock.class)) : from;
            var taken = rooms.getBean(Mandate.class)
                    .importList(Operator.with("mandate.manage"), Files.readAllBytes(file), since, decision, dryRun);
            console.say(
                    dryRun ? "mandate.import.checked" : "mandate.import.done",
                    taken.read(),
                    taken.added(),
                    taken.changed(),
                    taken.unchanged(),
                    taken.incomplete());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int charter(ConfigurableApplicationContext rooms) {
        try {
            var taken = rooms.getBean(CharterImport.class)
                    .run(Operator.with("charter.draft"), Files.readAllBytes(file), dryRun);
            console.say(
                    dryRun ? "command.import.charter.checked" : "command.import.charter.done",
                    taken.list().responsibilities().size(),
                    taken.plan().items().size());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
