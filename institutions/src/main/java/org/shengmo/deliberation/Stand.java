package org.shengmo.deliberation;

import java.time.Instant;
import java.util.UUID;

/**
 * The stand a member took.
 *
 * @param post whose
 * @param place how many took theirs before on this item, plus one
 * @param stance for, against, or for putting it off
 * @param words what was said; may be empty except where the order of speaking asks for reasons
 * @param last whether it was the last word, of who presided
 * @param at the moment
 */
public record Stand(UUID post, int place, Stance stance, String words, boolean last, Instant at) {}
