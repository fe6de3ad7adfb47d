package org.shengmo.assessment;

/**
 * A subject's result in a round.
 *
 * @param rank null until the round is published, and without a total
 * @param grade null likewise
 */
public record Result(org.shengmo.docket.Subject subject, Score score, Inputs inputs, Integer rank, Grade grade) {}
