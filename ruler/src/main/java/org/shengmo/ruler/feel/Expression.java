package org.shengmo.ruler.feel;

import java.util.List;

/** A FEEL expression, or one of DMN's boxed expressions, as a tree. */
public interface Expression {
    /** A number, string, boolean or null as written; numbers are {@link java.math.BigDecimal}. */
    record Literal(Object value) implements Expression {}

    /** A date, time or duration written as {@code @"…"}. */
    record AtLiteral(String text) implements Expression {}

    /** A variable; {@code ?} is the value that a unary test is about. */
    record Name(String name) implements Expression {}

    /** An entry or property of a value. */
    record Path(Expression source, String name) implements Expression {}

    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {}

    record Negation(Expression operand) implements Expression {}

    record Between(Expression value, Expression low, Expression high) implements Expression {}

    record In(Expression value, List<Expression> tests) implements Expression {}

    record InstanceOf(Expression value, FeelType type) implements Expression {}

    record If(Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** {@code end} is null unless the domain is written {@code domain..end}. */
    record Iteration(String variable, Expression domain, Expression end) {}

    record For(List<Iteration> iterations, Expression body) implements Expression {}

    record Quantified(boolean every, List<Iteration> iterations, Expression condition) implements Expression {}

    record Filter(Expression source, Expression condition) implements Expression {}

    record ListOf(List<Expression> items) implements Expression {}

    record Entry(String name, FeelType type, Expression value) {}

    /** {@code result} is the expression of an unnamed last entry of a boxed context, or null. */
    record Context(List<Entry> entries, Expression result) implements Expression {}

    /** A range; a bound that is missing is null (DMN 1.5: {@code (<10)}). */
    record Range(boolean lowIncluded, Expression low, Expression high, boolean highIncluded) implements Expression {}

    /** A comparison whose left side is the value tested. */
    record Comparison(BinaryOperator operator, Expression bound) implements Expression {}

    /** Unary tests joined by commas; {@code any} is the dash that accepts everything. */
    record UnaryTests(boolean negated, boolean any, List<Expression> tests) implements Expression {}

    /** {@code names} is null for positional arguments. */
    record Call(Expression function, List<String> names, List<Expression> arguments) implements Expression {}

    record Parameter(String name, FeelType type) {}

    record Function(List<Parameter> parameters, FeelType result, Expression body, boolean external)
            implements Expression {}

    /** An expression that knows where in the model it stands, and the type its value is coerced to (or null). */
    record Placed(String place, FeelType type, Expression expression) implements Expression {}
}
