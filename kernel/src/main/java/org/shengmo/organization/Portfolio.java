package org.shengmo.organization;

import java.util.UUID;

/**
 * A field of work that one leader's post is in charge of (分管), covering bodies.
 *
 * @param id its identifier
 * @param code its code, unique in the district
 * @param name its name
 */
public record Portfolio(UUID id, String code, String name) {}
