package org.shengmo.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command-line arguments: options with a value each, and words. */
final class Arguments {

    /** Arguments that can't be understood; {@code key} names the sentence that says why. */
    static final class WrongException extends Exception {
        private final String key;
        private final List<String> details;

        WrongException(String key, String... details) {
            super(key);
            this.key = key;
            this.details = List.of(details);
        }

        String say(Wording wording) {
            return wording.say(key, details.toArray());
        }
    }

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    static Arguments parse(List<String> arguments, Set<String> known) throws WrongException {
        Arguments parsed = new Arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                parsed.words.add(argument);
                continue;
            }
            if (!known.contains(argument)) {
                throw new WrongException("ledger.usage.unknown", argument);
            }
            if (i + 1 == arguments.size()) {
                throw new WrongException("ledger.usage.value", argument);
            }
            parsed.options.computeIfAbsent(argument, name -> new ArrayList<>()).add(arguments.get(++i));
        }
        return parsed;
    }

    Optional<String> option(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    String needed(String name) throws WrongException {
        return option(name).orElseThrow(() -> new WrongException("ledger.usage.needed", name));
    }

    String word(String name) throws WrongException {
        if (words.size() > 1) {
            throw new WrongException("ledger.usage.unknown", words.get(1));
        }
        return words.stream().findFirst().orElseThrow(() -> new WrongException("ledger.usage.needed", name));
    }

    void noWords() throws WrongException {
        if (!words.isEmpty()) {
            throw new WrongException("ledger.usage.unknown", words.get(0));
        }
    }
}
