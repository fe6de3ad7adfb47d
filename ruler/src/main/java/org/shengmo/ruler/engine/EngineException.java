package org.shengmo.ruler.engine;

/** An engine can't do what was asked; the message says why. */
public final class EngineException extends RuntimeException {
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }

    public EngineException(String message) {
        super(message);
    }
}
