package org.shengmo.organization;

/**
 * A person to be registered.
 *
 * @param code their code, unique in the district
 * @param name their name
 */
public record NewPerson(String code, String name) {}
