package org.shengmo.finding;

import org.shengmo.access.Actor;

/**
 * A finding was upheld. Published to Spring's listeners within the transaction of the decision: what a listener does
 * stands or falls with it.
 *
 * @param finding the finding
 * @param by who upheld it
 */
public record FindingUpheld(UpheldFinding finding, Actor by) {}
