package org.shengmo.assessment;

import java.util.UUID;

/**
 * A scheme as it was put in force.
 *
 * @param version 1 for the first of its code
 * @param sha256 of its canonical JSON: a result names it
 */
public record PutScheme(UUID id, int version, String sha256, Scheme scheme) {}
