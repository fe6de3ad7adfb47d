package org.shengmo.supervision.web;

import org.shengmo.supervision.Supervision;
import org.shengmo.wording.Status;

/**
 * A campaign as its list shows it.
 *
 * @param found how many of its clues became findings
 * @param clues how many there are
 */
public record CampaignLine(Supervision.Campaign campaign, String lead, Status status, int found, int clues) {}
