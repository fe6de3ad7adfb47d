package org.shengmo.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;

/**
 * A post with who holds it on a day.
 *
 * @param vacant how many of its seats nobody holds
 */
public record PostRow(Post post, List<HeldView> holders, int vacant) {

    static PostRow of(Directory directory, Post post, LocalDate on) {
        List<HeldView> holders = directory.holdersOf(post.id(), on).stream()
                .map(tenure -> HeldView.of(directory, tenure, on))
                .toList();
        return new PostRow(post, holders, post.seats() - holders.size());
    }
}
