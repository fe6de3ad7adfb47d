package org.shengmo.ruler.dmn;

import java.util.List;
import org.shengmo.ruler.feel.Expression;

/** A context whose entries don't see each other: a row of a relation. */
public record IsolatedContext(List<Expression.Entry> entries) implements Expression {}
