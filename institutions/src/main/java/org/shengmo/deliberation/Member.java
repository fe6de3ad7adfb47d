package org.shengmo.deliberation;

import java.util.UUID;

/**
 * A member of the deciding body as its meeting was convened.
 *
 * @param post the post that gives the seat
 * @param person who held it that day
 * @param name the person's name
 * @param rank the post's place in the body's order, 1 the first
 * @param principal whether the post heads the body
 */
public record Member(UUID post, UUID person, String name, int rank, boolean principal) {}
