package org.shengmo.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** {@code shengmo check}: ready-made checks over a directory of data. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "对一个目录的数据运行现成检查 / Runs ready-made checks")
final class CheckCommand implements Runnable {

    private static final int USED_WRONGLY = 2;

    private final Locale language;
    private final Clock clock;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /**
     * @param language what the reader reads
     * @param clock says today, where neither {@code --on} nor the data says which day is measured
     */
    CheckCommand(Locale language, Clock clock) {
        this.language = language;
        this.clock = clock;
    }

    /** Called without a command: shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "列出全部检查及其设置 / Lists the checks and their settings")
    int list() {
        print(new CheckPrinter(language).list(CheckLibrary.packaged().all()));
        return 0;
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "运行检查，写出发现与合计 / Runs checks, writes findings and totals")
    int run(
            @Parameters(paramLabel = "ID", arity = "1..*", description = "检查或检查组的名称 / ids of checks or families")
                    List<String> names,
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "数据目录 / the inputs") Path data,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "结果目录 / where results go")
                    Path out,
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description =
                                    "核查日，默认依 period.csv，否则今天 / the day measured on; by default period.csv’s, else today")
                    LocalDate on,
            @Option(
                            names = "--set",
                            paramLabel = "NAME=VALUE",
                            description = "设置项，可写 检查.名称 / a setting, or check.name for one check")
                    Map<String, String> settings,
            @Option(
                            names = "--truth",
                            paramLabel = "FILE",
                            description = "已知真相，算精确率和召回率 / a known truth: precision and recall")
                    Path truth) {
        try {
            var day = on != null ? on : CheckRequest.dayOf(data).orElseGet(() -> LocalDate.now(clock));
            var request = new CheckRequest(data, out, day, settings == null ? Map.of() : new LinkedHashMap<>(settings));
            var printer = new CheckPrinter(language);
            print(printer.report(CheckRun.run(request, CheckLibrary.packaged().find(names))));
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
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
