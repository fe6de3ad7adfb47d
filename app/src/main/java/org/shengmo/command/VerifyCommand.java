package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.shengmo.ledger.FurtherAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * {@code shengmo verify}: the ledger's own, which needs nobody's word; and with access to the database, every row against
 * what was sealed. Without {@code --log} the database's own copy of the log is checked.
 */
@Command
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--database")
    private boolean database;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            int code = verify(Optional.empty());
            console.say("command.verify.database");
            return code;
        }
        if (data != null) {
            return withFolder();
        }
        return verify(database ? Optional.of(DatabaseSettings.reading(System.getenv())) : Optional.empty());
    }

    /** The folder's database: started for this, or as it runs, where a program uses it. */
    private int withFolder() throws IOException {
        try (LocalDatabase own = LocalDatabase.open(data)) {
            return verify(Optional.of(own.application()));
        } catch (LocalDatabase.FolderInUse inUse) {
            return verify(Optional.of(LocalDatabase.running(data)));
        }
    }

    private int verify(Optional<DataSource> rows) {
        Optional<FurtherAudit> further = rows.map(source -> new RowsAudit(console, source));
        return LedgerCommands.run(console, "verify", arguments, further);
    }
}
