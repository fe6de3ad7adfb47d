package org.shengmo.charter;

/**
 * A responsibility.
 *
 * @param code unique in the list
 * @param tier who answers for it
 * @param title what it is about, in a few words
 * @param text what is to be done
 * @param holder the body whose leading body or members hold it; for {@link Tier#PRINCIPAL} the post
 */
public record Responsibility(String code, Tier tier, String title, String text, Named holder) {}
