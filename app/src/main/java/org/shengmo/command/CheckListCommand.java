package org.shengmo.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckPrinter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code shengmo check list}: the checks at hand and their settings. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class CheckListCommand implements Callable<Integer> {

    private final Locale language;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    CheckListCommand(Locale language) {
        this.language = language;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        new CheckPrinter(language).list(CheckLibrary.packaged().all()).forEach(out::println);
        out.flush();
        return 0;
    }
}
