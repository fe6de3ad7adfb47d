package org.shengmo.ruler.feel;

/** The operators that stand between two operands, weakest first. */
public enum BinaryOperator {
    OR("or"),
    AND("and"),
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("**");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as FEEL writes it. */
    public String symbol() {
        return symbol;
    }

    /** Whether the operator orders or equates its operands. */
    public boolean compares() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }
}
