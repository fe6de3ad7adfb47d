package org.shengmo.ruler.feel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types as FEEL writes them: {@code list<number>}, {@code context<a: string>}, {@code function<number> -> date}. */
final class TypeParser {
    private static final List<String> LONG_NAMES =
            List.of("years and months duration", "days and time duration", "date and time", "date time", "dateTime");

    private final Scanner scanner;

    TypeParser(Scanner scanner) {
        this.scanner = scanner;
    }

    FeelType type() {
        for (String name : LONG_NAMES) {
            if (words(name)) {
                return FeelType.named(name);
            }
        }
        StringBuilder name = new StringBuilder(scanner.name());
        while (scanner.accept(".")) {
            name.append('.').append(scanner.name());
        }
        return scanner.accept("<") ? generic(name.toString()) : FeelType.named(name.toString());
    }

    private boolean words(String name) {
        int start = scanner.position();
        for (String word : name.split(" ", -1)) {
            if (!scanner.acceptWord(word)) {
                scanner.reset(start);
                return false;
            }
        }
        return true;
    }

    private FeelType generic(String name) {
        return switch (name) {
            case "list" -> closed(new FeelType.ListOf(type()));
            case "range" -> closed(new FeelType.RangeOf(type()));
            case "context" -> context();
            case "function" -> function();
            default -> throw scanner.error("type with parameters expected");
        };
    }

    private FeelType closed(FeelType type) {
        scanner.expect(">");
        return type;
    }

    private FeelType context() {
        Map<String, FeelType> entries = new LinkedHashMap<>();
        if (scanner.sees(">")) {
            return closed(new FeelType.ContextOf(entries));
        }
        do {
            String name = scanner.nameUntil(":");
            scanner.expect(":");
            entries.put(name, type());
        } while (scanner.accept(","));
        return closed(new FeelType.ContextOf(entries));
    }

    private FeelType function() {
        List<FeelType> parameters = new ArrayList<>();
        if (!scanner.sees(">")) {
            do {
                parameters.add(type());
            } while (scanner.accept(","));
        }
        scanner.expect(">");
        scanner.expect("->");
        return new FeelType.FunctionOf(parameters, type());
    }
}
