package org.shengmo.charter;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A signature under a version.
 *
 * @param post in which post
 * @param person who
 * @param on the day
 * @param sha256 the hash of the text they saw: the version's
 * @param entry the docket entry
 */
public record Endorsement(UUID post, UUID person, LocalDate on, String sha256, long entry) {}
