package org.shengmo.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckPrinter;
import org.shengmo.ruler.check.CheckRefused;
import org.shengmo.ruler.check.CheckRequest;
import org.shengmo.ruler.check.CheckRun;
import org.shengmo.ruler.world.Score;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shengmo check run ID… --data DIR --out DIR}: runs checks, writes findings and totals. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class CheckRunCommand implements Callable<Integer> {

    private static final int USED_WRONGLY = 2;

    private final Locale language;
    private final Clock clock;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "1..*")
    private List<String> names;

    @Option(names = "--data", required = true, paramLabel = "DIR")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--on", paramLabel = "DATE")
    private LocalDate on;

    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--truth", paramLabel = "FILE")
    private Path truth;

    @Option(names = "--previous", paramLabel = "DIR")
    private Path previous;

    CheckRunCommand(Locale language, Clock clock) {
        this.language = language;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            var day = on != null ? on : CheckRequest.dayOf(data).orElseGet(() -> LocalDate.now(clock));
            var printer = new CheckPrinter(language);
            print(printer.report(CheckRun.run(
                    new CheckRequest(data, out, day, settings, Optional.ofNullable(previous)),
                    CheckLibrary.packaged().find(names))));
            if (truth != null) {
                print(printer.scores(Score.of(truth, out.resolve("findings.parquet"))));
            }
            return 0;
        } catch (CheckRefused refused) {
            spec.commandLine().getErr().println(refused.message(language));
            return USED_WRONGLY;
        }
    }

    private void print(List<String> lines) {
        var printed = spec.commandLine().getOut();
        lines.forEach(printed::println);
        printed.flush();
    }
}
