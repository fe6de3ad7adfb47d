package org.shengmo.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shengmo.guomi.Sm2;
import org.shengmo.ledger.FurtherAudit;
import org.shengmo.ledger.LedgerCommand;
import org.shengmo.ledger.Signatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code shengmo receipt} and {@code witness}: the ledger's own commands, which trust no server. */
@Command
final class LedgerCommands implements Callable<Integer> {

    private final Console console;
    private final String name;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    LedgerCommands(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    @Override
    public Integer call() {
        return run(console, name, arguments, Optional.empty());
    }

    /** Runs one of the ledger's commands in the console's language, with every kind of signature that is known here. */
    static int run(Console console, String name, List<String> arguments, Optional<FurtherAudit> further) {
        List<String> all = new ArrayList<>(List.of(name));
        arguments.forEach(
                each -> all.add(each.equals("--lang") ? "--language" : each.replaceFirst("^--lang=", "--language=")));
        return new LedgerCommand(
                        new PrintStream(System.out, true, StandardCharsets.UTF_8),
                        new PrintStream(System.err, true, StandardCharsets.UTF_8),
                        console.language(),
                        Clock.systemUTC(),
                        Signatures.standard().and(Sm2::verifier),
                        further)
                .run(all);
    }
}
