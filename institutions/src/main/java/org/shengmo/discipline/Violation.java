package org.shengmo.discipline;

/**
 * One breach of a case, with the sanctions that it would bring by itself: several are judged one by one (政务处分法 art. 15).
 *
 * @param text what was done
 * @param administrative null where it brings none
 * @param party null where it brings none
 */
public record Violation(String text, AdministrativeSanction administrative, PartySanction party) {}
