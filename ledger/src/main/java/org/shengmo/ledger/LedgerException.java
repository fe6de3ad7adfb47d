package org.shengmo.ledger;

/** What a log, a proof or a signature can be wrong in. The message says what and where, for a person to read. */
public abstract sealed class LedgerException extends RuntimeException permits MalformedException, UntrustedException {

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
