package org.shengmo.rulebook;

import org.shengmo.wording.Verification;

/**
 * An article of a document in one version.
 *
 * @param article as it is numbered, such as {@code 22}
 * @param text the article's words; a summary where {@code verification} is not {@code VERIFIED}
 * @param source where the text was read
 * @param verification how far it was checked
 */
public record Clause(String article, String text, String source, Verification verification) {}
