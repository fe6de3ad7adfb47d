package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shengmo.guomi.Sm2Key;
import org.shengmo.ledger.MalformedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code shengmo key}: the ledger's own, and {@code --for sm2}, which needs what the ledger alone doesn't have. */
@Command
final class KeyCommand implements Callable<Integer> {

    private final Console console;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    KeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!value("--for").equals("sm2")) {
            int code = LedgerCommands.run(console, "key", arguments, Optional.empty());
            if (arguments.contains("--help")) {
                console.say("command.key.sm2");
            }
            return code;
        }
        Path file = Path.of(needed("--secret"));
        try {
            Sm2Key key = Sm2Key.create(file, needed("--name"), new SecureRandom());
            console.say("command.key.written", file);
            console.out().println(key.key());
            console.out().flush();
            return 0;
        } catch (IOException | MalformedException e) {
            throw new UsedWrongly("command.key.unwritten", file, e.toString());
        }
    }

    private String needed(String option) {
        String value = value(option);
        if (value.isBlank()) {
            throw new UsedWrongly("command.key.needed", option);
        }
        return value;
    }

    private String value(String option) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 == arguments.size() ? "" : arguments.get(at + 1);
    }
}
