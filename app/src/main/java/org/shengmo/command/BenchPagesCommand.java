package org.shengmo.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shengmo.bench.PageBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo bench pages}: how long the pages of a running service take; a table in Markdown. */
@Command(name = "pages", mixinStandardHelpOptions = true)
final class BenchPagesCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--at", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080")
    private String at;

    @Option(names = "--login", paramLabel = "LOGIN", defaultValue = "qw-10")
    private String login;

    @Option(names = "--password", paramLabel = "PASSWORD", defaultValue = "shengmo-demo")
    private String password;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "30")
    private int rounds;

    @Option(names = "--limit", paramLabel = "MS", defaultValue = "200")
    private double limit;

    BenchPagesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1) {
            throw new UsedWrongly("command.bench.pages.rounds.few");
        }
        PageBench bench = new PageBench(at);
        if (!signedIn(bench)) {
            throw new UsedWrongly("command.bench.pages.closed", login);
        }
        List<PageBench.Timing> timings = bench.run(rounds);
        print(timings);
        long slow = timings.stream().filter(each -> each.late() > limit).count();
        console.tell("command.bench.pages.slow", slow, limit);
        return slow == 0 ? 0 : Shengmo.FOUND_WRONG;
    }

    private boolean signedIn(PageBench bench) throws InterruptedException {
        try {
            return bench.signIn(login, password);
        } catch (IOException | IllegalArgumentException nobody) {
            throw new UsedWrongly("command.bench.pages.nobody", at);
        }
    }

    private void print(List<PageBench.Timing> timings) {
        console.say(
                "command.bench.pages.machine",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                rounds);
        console.say("command.bench.pages.head");
        for (PageBench.Timing each : timings) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "| `%s` | %.0f | %.0f | %.1f |",
                            each.path(),
                            each.median(),
                            each.late(),
                            each.bytes() / 1024.0));
        }
        console.out().flush();
    }
}
