package org.shengmo.wording;

/**
 * The state of something, told in words; pages add a shape and a colour for its tone, never the colour alone.
 *
 * @param tone how pressing it is
 * @param words the state in words
 */
public record Status(Tone tone, Text words) {

    /** How pressing a state is. Red, amber and green stand for the first three and for nothing else. */
    public enum Tone {
        /** Past its date, or failed. */
        LATE,
        /** Within the reminder period, or waiting for the reader. */
        DUE,
        /** Done, or in time. */
        DONE,
        /** None of these. */
        PLAIN
    }

    /** A state past its date. */
    public static Status late(String key, Object... arguments) {
        return new Status(Tone.LATE, Text.of(key, arguments));
    }

    /** A state within the reminder period, or waiting for the reader. */
    public static Status due(String key, Object... arguments) {
        return new Status(Tone.DUE, Text.of(key, arguments));
    }

    /** A state that is done or in time. */
    public static Status done(String key, Object... arguments) {
        return new Status(Tone.DONE, Text.of(key, arguments));
    }

    /** A state that is neither pressing nor done. */
    public static Status plain(String key, Object... arguments) {
        return new Status(Tone.PLAIN, Text.of(key, arguments));
    }
}
