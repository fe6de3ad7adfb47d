package org.shengmo.assessment;

import java.time.LocalDate;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * Who may not be given an award on account of a round.
 *
 * @param ground why, as the rule table says it
 * @param until the last day
 */
public record Ineligible(Subject subject, String ground, LocalDate from, LocalDate until, Citation clause) {}
