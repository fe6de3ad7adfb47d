package org.shengmo.ruler.evaluation;

/** Ends the evaluation of one operation: its FEEL value is null. */
final class Fault extends RuntimeException {
    Fault(String message) {
        super(message, null, false, false);
    }
}
