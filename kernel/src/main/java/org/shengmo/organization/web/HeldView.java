package org.shengmo.organization.web;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;

/**
 * Somebody's time in a post, with the names of then.
 *
 * @param tenure the tenure's identifier
 * @param until the first day no more; null while it lasts
 * @param current whether it lasts on the day that is looked at
 */
public record HeldView(
        UUID tenure,
        UUID person,
        String name,
        UUID post,
        String postName,
        UUID body,
        String bodyName,
        LocalDate from,
        LocalDate until,
        boolean current) {

    static HeldView of(Directory directory, Tenure tenure, LocalDate on) {
        Post post = directory.post(tenure.post());
        return new HeldView(
                tenure.id(),
                tenure.person(),
                directory.person(tenure.person()).name(),
                post.id(),
                directory.nameOn(post.id(), tenure.from()),
                post.body(),
                directory.nameOn(post.body(), tenure.from()),
                tenure.from(),
                tenure.until(),
                tenure.holdsOn(on));
    }
}
