package org.shengmo.command;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Describes commands and options in the reader's language: {@code command.<name>}, {@code command.<name>.<option>} for what
 * one command has, {@code command.option.<option>} for what many have. What has no words keeps its annotation's.
 */
final class Descriptions {

    private Descriptions() {}

    static void say(CommandLine line, Console console) {
        CommandSpec spec = line.getCommandSpec();
        String name = "command." + spec.qualifiedName(".");
        find(console, name)
                .ifPresent(text ->
                        spec.usageMessage().description(text.replace("%", "%%").split("\n")));
        // A method's parameters are bound to the very options it declared: replaced ones would never reach it.
        if (!(spec.userObject() instanceof Method)) {
            List.copyOf(spec.options()).forEach(option -> describe(option, name, bare(option), console));
            List.copyOf(spec.positionalParameters())
                    .forEach(parameter -> describe(
                            parameter,
                            name,
                            parameter.paramLabel().toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", ""),
                            console));
        }
        spec.usageMessage()
                .synopsisHeading(console.text("command.heading.synopsis") + " ")
                .optionListHeading("%n" + console.text("command.heading.options") + "%n")
                .commandListHeading("%n" + console.text("command.heading.commands") + "%n")
                .width(100);
        line.getSubcommands().values().forEach(each -> say(each, console));
    }

    private static void describe(ArgSpec argument, String command, String name, Console console) {
        Optional<String> own = find(console, command + "." + name);
        own.or(() -> find(console, "command.option." + name)).ifPresent(text -> {
            if (argument instanceof OptionSpec option) {
                replace(option, text);
            } else {
                replace(argument, text);
            }
        });
    }

    private static void replace(ArgSpec argument, String text) {
        CommandSpec spec = argument.command();
        spec.remove(argument);
        String[] lines = text.replace("%", "%%").split("\n");
        if (argument instanceof OptionSpec option) {
            spec.addOption(option.toBuilder().description(lines).build());
        } else {
            spec.addPositional(((CommandLine.Model.PositionalParamSpec) argument)
                    .toBuilder().description(lines).build());
        }
    }

    private static String bare(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(each -> each.startsWith("--"))
                .findFirst()
                .orElse(option.longestName())
                .replaceFirst("^-+", "");
    }

    private static Optional<String> find(Console console, String key) {
        return console.words().find(console.language(), key);
    }
}
