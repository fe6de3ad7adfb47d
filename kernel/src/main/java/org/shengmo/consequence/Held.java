package org.shengmo.consequence;

import org.shengmo.wording.Citation;

/**
 * Something that has to wait, without a word on why: the ground is secret. It has no period and no source, so that nothing
 * can be concluded from it.
 *
 * @param what what waits, such as {@code promotion}; said under {@code consequence.bars.<what>}
 * @param clause the clause under which everyone's case is asked about, held or not
 */
public record Held(String what, Citation clause) {}
