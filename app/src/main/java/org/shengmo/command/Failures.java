package org.shengmo.command;

import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import picocli.CommandLine;

/** Says why a command failed, in the reader's language, and gives the exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        return switch (failure) {
            case Invalid invalid -> {
                invalid.faults()
                        .forEach(fault -> console.err().println(fault.place() + "  " + console.text(fault.text())));
                console.tell("command.invalid", invalid.faults().size());
                yield Shengmo.FOUND_WRONG;
            }
            case Refused refused -> {
                console.err().println(console.text(refused.refusal().reason()));
                console.err().println(console.text(refused.refusal().remedy()));
                yield Shengmo.FOUND_WRONG;
            }
            case UsedWrongly wrongly -> {
                console.err().println(console.text(wrongly.text()));
                yield Shengmo.USED_WRONGLY;
            }
            case LocalDatabase.FolderInUse inUse -> {
                console.tell("command.folder.in-use", inUse.getMessage());
                yield Shengmo.USED_WRONGLY;
            }
            default -> throw failure;
        };
    }
}
