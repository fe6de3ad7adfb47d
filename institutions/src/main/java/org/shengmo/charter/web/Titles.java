package org.shengmo.charter.web;

import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;

/** How a post is called where its body is not said beside it: many bodies have a post of the same name. */
final class Titles {

    private Titles() {}

    static String of(Directory directory, UUID id) {
        Post post = directory.post(id);
        String body = directory.body(post.body()).name();
        return post.name().startsWith(body) ? post.name() : body + " " + post.name();
    }
}
