package org.shengmo.ruler.evaluation;

/** A years and months duration, in months. */
public record MonthsDuration(long months) {}
