package org.shengmo.ledger;

/** Input that isn't in the format it claims to be in. */
public final class MalformedException extends LedgerException {

    public MalformedException(String message) {
        super(message);
    }

    public MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
