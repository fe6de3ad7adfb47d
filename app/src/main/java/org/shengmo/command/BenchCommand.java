package org.shengmo.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** {@code shengmo bench}: measures what the program promises about speed. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    /** With all its measures. */
    static CommandLine line(Console console) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchLedgerCommand(console))
                .addSubcommand(new BenchRulerCommand(console))
                .addSubcommand(new BenchPagesCommand(console))
                .addSubcommand(new BenchPetitionsCommand(console))
                .addSubcommand(new BenchAssessmentCommand(console));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
