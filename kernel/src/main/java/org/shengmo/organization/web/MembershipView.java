package org.shengmo.organization.web;

import java.time.LocalDate;
import org.shengmo.organization.Body;

/**
 * A membership seen from one of its ends.
 *
 * @param body the other end
 * @param until the first day no more; null while it lasts
 */
public record MembershipView(Body body, LocalDate from, LocalDate until) {}
