package org.shengmo.wording;

import java.util.List;

/**
 * Something to say, in no language yet: a key of the bundles with its arguments.
 *
 * @param key a key that every language's bundle has
 * @param arguments values for the key's placeholders; a {@code Text} among them is said in the same language
 */
public record Text(String key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    /** The text of a key. */
    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
