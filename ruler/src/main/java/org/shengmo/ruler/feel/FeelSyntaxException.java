package org.shengmo.ruler.feel;

/** Text that is not FEEL; {@link #position()} counts characters from 0. */
public final class FeelSyntaxException extends RuntimeException {
    private final int position;

    public FeelSyntaxException(String message, String text, int position) {
        super(message + " at character " + (position + 1) + " of: " + text);
        this.position = position;
    }

    /** Where in the text, in characters from 0. */
    public int position() {
        return position;
    }
}
