package org.shengmo.organization;

import java.util.UUID;

/**
 * A person known to the organization.
 *
 * @param id their identifier, random
 * @param code their code, unique in the district
 * @param name their name today
 */
public record Person(UUID id, String code, String name) {}
