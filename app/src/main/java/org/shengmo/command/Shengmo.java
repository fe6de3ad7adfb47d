package org.shengmo.command;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code shengmo}: the command line. Ends with 0 when done, 1 when something wrong was found or something failed, 2 when it
 * was used wrongly.
 */
@Command(name = "shengmo", mixinStandardHelpOptions = true, versionProvider = Shengmo.Version.class)
public final class Shengmo implements Runnable {

    static final int FOUND_WRONG = 1;
    static final int USED_WRONGLY = 2;

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Shengmo(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        System.exit(run(Console.system(language(arguments, System.getenv())), arguments));
    }

    /** Runs a command. @return its exit code */
    static int run(Console console, String... arguments) {
        return commandLine(console).execute(arguments);
    }

    /** Every command, described in the console's language. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Shengmo(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new AccountCommand(console))
                .addSubcommand("verify", new VerifyCommand(console))
                .addSubcommand("receipt", new LedgerCommands(console, "receipt"))
                .addSubcommand("witness", new LedgerCommands(console, "witness"))
                .addSubcommand("key", new KeyCommand(console))
                .addSubcommand(CheckCommand.line(console.language(), Clock.system(ZoneId.of("Asia/Shanghai"))))
                .addSubcommand(RulerCommand.line(console, Clock.system(ZoneId.of("Asia/Shanghai"))))
                .addSubcommand(BenchCommand.line(console))
                .addSubcommand(new WorldCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler(new Failures(console));
        Descriptions.say(line, console);
        return line;
    }

    /** Called without a command: shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(console.out());
    }

    /** The language asked for by {@code --lang}, else by the environment. */
    static Locale language(String[] arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return Words.nearest(Locale.forLanguageTag(arguments[i].substring("--lang=".length())));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Words.nearest(Locale.forLanguageTag(arguments[i + 1]));
            }
        }
        for (String name : new String[] {"SHENGMO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Words.nearest(
                        Locale.forLanguageTag(value.replaceAll("[.@].*", "").replace('_', '-')));
            }
        }
        return Words.LANGUAGES.getFirst();
    }

    /** The words of all packages. */
    static Words words() {
        return Words.of(Ladder.read());
    }

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Shengmo.class.getPackage().getImplementationVersion();
            return new String[] {"shengmo " + (version == null ? "(not packaged)" : version)};
        }
    }
}
