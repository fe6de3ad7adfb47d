package org.shengmo.command;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shengmo.bench.AssessmentBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo bench assessment}: how long a district's ballots take to be counted, scored, graded and ranked. */
@Command(name = "assessment", mixinStandardHelpOptions = true)
final class BenchAssessmentCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5")
    private int rounds;

    BenchAssessmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.say(
                "command.bench.pages.machine",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                Math.max(1, rounds));
        console.say("command.bench.assessment.head");
        for (int i = 0; i < Math.max(1, rounds); i++) {
            AssessmentBench.Timing timing = new AssessmentBench().run();
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "| %d | %d | %.2f | %.2f | %s |",
                            timing.ballots(),
                            timing.subjects(),
                            timing.counting(),
                            timing.scoring(),
                            timing.total().toPlainString()));
        }
        console.out().flush();
        return 0;
    }
}
