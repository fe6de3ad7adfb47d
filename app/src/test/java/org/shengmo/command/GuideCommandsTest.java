package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shengmo.wording.Words;
import picocli.CommandLine;

/** Every command that a guide shows can be given as it stands there, and every command says what it is for. */
class GuideCommandsTest {

    private static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    private static final List<String> READMES = List.of("README.md", "README.zh-CN.md");
    private static final Pattern INLINE = Pattern.compile("`(\\./shengmo[^`]*)`");
    private static final Pattern BLOCK = Pattern.compile("(?m)^(?: {4,}|\\t)((?:\\./shengmo|mvn) .*)$");
    private static final Pattern FENCED = Pattern.compile("(?m)^((?:\\./shengmo|mvn) .*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> guides() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<String> guides = new ArrayList<>(READMES);
            guides.add("CONTRIBUTING.md");
            docs.filter(each -> each.toString().endsWith(".md"))
                    .map(each -> ROOT.relativize(each).toString())
                    .sorted()
                    .forEach(guides::add);
            return guides.stream();
        }
    }

    /** The commands of a guide, in its order, without comments. */
    static Set<String> commands(String text) {
        Set<String> commands = new LinkedHashSet<>();
        for (Pattern pattern : List.of(BLOCK, FENCED, INLINE)) {
            for (Matcher found = pattern.matcher(text); found.find(); ) {
                commands.add(found.group(1).replaceFirst("\\s+#.*", "").strip());
            }
        }
        return commands;
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher found = WORD.matcher(command); found.find(); ) {
            words.add(found.group(1) == null ? found.group() : found.group(1));
        }
        return words;
    }

    private static List<String> arguments(String command) {
        return words(command).stream().skip(1).filter(word -> !word.equals("…")).toList();
    }

    private CommandLine line(Locale language) {
        return Shengmo.commandLine(
                new Console(Shengmo.words(), language, new PrintWriter(out, true), new PrintWriter(err, true)));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyCommandShownIsUnderstood(String guide) throws IOException {
        for (String command : commands(Files.readString(ROOT.resolve(guide)))) {
            if (command.startsWith("./shengmo")) {
                List<String> arguments = arguments(command);
                // A command named without what it needs is a mention, not a line to type.
                if (arguments.size() > 1) {
                    line(Locale.ENGLISH).parseArgs(arguments.toArray(String[]::new));
                } else if (!arguments.isEmpty() && !arguments.getFirst().startsWith("-")) {
                    assertThat(line(Locale.ENGLISH).getSubcommands())
                            .as(command)
                            .containsKey(arguments.getFirst());
                }
            } else {
                assertThat(words(command)).as(command).startsWith("mvn").containsAnyOf("verify", "spotless:apply");
            }
        }
    }

    @Test
    void aCommandThatThereIsNotIsSeen() {
        assertThat(commands("Type\n\n    ./shengmo demo --prot 8080   # a slip\n\nor `./shengmo fly --high`."))
                .containsExactly("./shengmo demo --prot 8080", "./shengmo fly --high");
        assertThatThrownBy(() -> line(Locale.ENGLISH).parseArgs("demo", "--prot", "8080"))
                .isInstanceOf(CommandLine.ParameterException.class);
        assertThatThrownBy(() -> line(Locale.ENGLISH).parseArgs("fly", "--high"))
                .isInstanceOf(CommandLine.ParameterException.class);
    }

    @Test
    void bothReadmesShowTheSameCommands() throws IOException {
        Set<String> chinese = commands(Files.readString(ROOT.resolve(READMES.getLast())));
        assertThat(commands(Files.readString(ROOT.resolve(READMES.getFirst()))))
                .isEqualTo(chinese)
                .contains("./shengmo demo", "mvn verify");
    }

    @Test
    void everyCommandSaysWhatItIsForInBothLanguages() {
        for (Locale language : Words.LANGUAGES) {
            helps(line(language), List.of(), language);
        }
    }

    private void helps(CommandLine command, List<String> path, Locale language) {
        // The ledger's own commands print their own help.
        Object user = command.getCommandSpec().userObject();
        boolean own = user instanceof LedgerCommands || user instanceof VerifyCommand || user instanceof KeyCommand;
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");
        assertThat(line(language).execute(arguments.toArray(String[]::new)))
                .as(path.toString())
                .isZero();
        assertThat(err.toString()).as(path.toString()).isEmpty();
        if (!own) {
            assertThat(out.toString()).as(path.toString()).contains(path.isEmpty() ? "shengmo" : path.getLast());
            assertThat(out.toString()).contains(language.equals(Locale.ENGLISH) ? "Usage:" : "用法");
        }
        assertThat(command.getCommandSpec().usageMessage().description())
                .as("%s has no words in %s", path, language)
                .isNotEmpty();
        command.getSubcommands().forEach((name, each) -> {
            List<String> next = new ArrayList<>(path);
            next.add(name);
            helps(each, next, language);
        });
    }

    @Test
    void theVersionIsSaid() {
        assertThat(line(Locale.ENGLISH).execute("--version")).isZero();
        assertThat(out.toString()).startsWith("shengmo ");
    }

    static Stream<List<String>> misused() {
        return Stream.of(
                List.of("fly"),
                List.of("demo", "--port", "none"),
                List.of("demo", "--port", "70000"),
                List.of("demo", "--prot", "8080"),
                List.of("serve"),
                List.of("serve", "--port"),
                List.of("import"),
                List.of("import", "weather", "file.xlsx"),
                List.of("import", "charter", "no-such-file.xlsx", "--data", "unused"),
                List.of("account"),
                List.of("verify"),
                List.of("verify", "--log", "no/such/folder", "--key", "none"),
                List.of("receipt"),
                List.of("witness"),
                List.of("key"),
                List.of("check", "run"),
                List.of("check", "run", "no-such-check", "--data", "none", "--out", "none"),
                List.of("bench", "pages", "--at", "http://127.0.0.1:1"),
                List.of("bench", "pages", "--rounds", "0"),
                List.of("bench", "petitions", "--searches", "0"),
                List.of("ruler", "run"),
                List.of("world"));
    }

    @ParameterizedTest
    @MethodSource("misused")
    void whoUsesACommandWronglyIsToldAndGetsTwo(List<String> arguments) {
        assertThat(line(Locale.ENGLISH).execute(arguments.toArray(String[]::new)))
                .isEqualTo(2);
    }

    @Test
    void serveNamesTheVariableThatIsMissing() {
        assertThat(line(Locale.SIMPLIFIED_CHINESE).execute("serve")).isEqualTo(2);
        assertThat(err.toString()).contains("SHENGMO_DB_URL").doesNotContain("Exception");
    }
}
