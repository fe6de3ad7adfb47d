package org.shengmo.consequence;

import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * One thing that binds a person or body.
 *
 * @param what what it bars, such as {@code promotion} or {@code award}; said under {@code consequence.bars.<what>}
 * @param period the days on which it does
 * @param clause the clause under which it does
 * @param source where it comes from: a {@code consequence}, or what a higher room names
 */
public record Binding(String what, EffectPeriod period, Citation clause, Subject source) {}
