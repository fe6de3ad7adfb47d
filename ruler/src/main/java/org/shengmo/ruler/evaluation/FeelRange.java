package org.shengmo.ruler.evaluation;

/** A range; a bound that is missing is null, and null for {@code unbounded} marks a bound given as null. */
public record FeelRange(boolean lowIncluded, Object low, Object high, boolean highIncluded) {}
