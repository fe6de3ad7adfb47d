package org.shengmo.ruler.dmn;

/** A file that isn't a DMN model we can read; the message says where. */
public final class DmnException extends RuntimeException {
    public DmnException(String message) {
        super(message);
    }

    public DmnException(String message, Throwable cause) {
        super(message, cause);
    }
}
