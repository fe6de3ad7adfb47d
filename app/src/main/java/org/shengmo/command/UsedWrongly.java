package org.shengmo.command;

import org.shengmo.wording.Text;

/** Thrown where a command can't run as it was called or configured. */
final class UsedWrongly extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text text;

    UsedWrongly(String key, Object... arguments) {
        super(key);
        this.text = Text.of(key, arguments);
    }

    /** What is wrong and what to do. */
    Text text() {
        return text;
    }
}
