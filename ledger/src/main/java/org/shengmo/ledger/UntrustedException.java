package org.shengmo.ledger;

/** Well-formed input that doesn't prove what it claims: a wrong signature, a wrong hash, a fork. */
public final class UntrustedException extends LedgerException {

    public UntrustedException(String message) {
        super(message);
    }
}
