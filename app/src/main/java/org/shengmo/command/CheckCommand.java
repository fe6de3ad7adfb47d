package org.shengmo.command;

import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code shengmo check}: ready-made checks over a directory of data. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private CheckCommand() {}

    /**
     * The command with its own commands.
     *
     * @param language what the reader reads
     * @param clock says today, where neither {@code --on} nor the data says which day is measured
     */
    static CommandLine line(Locale language, Clock clock) {
        return new CommandLine(new CheckCommand())
                .addSubcommand(new CheckListCommand(language))
                .addSubcommand(new CheckRunCommand(language, clock));
    }

    /** Called without a command: shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
