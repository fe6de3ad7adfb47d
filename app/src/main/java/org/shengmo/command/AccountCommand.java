package org.shengmo.command;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shengmo.access.Accounts;
import org.shengmo.organization.Organization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shengmo account}: opens a person's account, as the first administrator's must be. */
@Command(name = "account", mixinStandardHelpOptions = true)
final class AccountCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Parameters(index = "1", paramLabel = "LOGIN")
    private String login;

    @Option(names = "--password", interactive = true, required = true, arity = "0..1")
    private char[] password;

    @SuppressWarnings("UnusedVariable") // read before the rest is parsed, for help is said in it too
    @Option(names = "--lang", paramLabel = "zh|en")
    private String language;

    @Mixin
    private final DatabaseOptions database;

    AccountCommand(Console console) {
        this(console, System.getenv());
    }

    AccountCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.database = new DatabaseOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        return database.work(rooms -> {
            var found = rooms.getBean(Organization.class)
                    .personByCode(person)
                    .orElseThrow(() -> new UsedWrongly("command.account.unknown", person));
            rooms.getBean(Accounts.class)
                    .create(Operator.with("access.account.manage"), found.id(), login, CharBuffer.wrap(password));
            console.say("command.account.done", login, found.name());
            return 0;
        });
    }
}
