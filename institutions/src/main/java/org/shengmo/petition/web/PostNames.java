package org.shengmo.petition.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.petition.Petitions;

/** Who speaks in a conversation: the body, for the sender; never a person's name. */
final class PostNames {

    private PostNames() {}

    static Map<UUID, String> of(Directory directory, List<Petitions.Message> messages) {
        return messages.stream()
                .map(Petitions.Message::fromPost)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(post -> post, post -> name(directory, directory.post(post))));
    }

    private static String name(Directory directory, Post post) {
        return directory.body(post.body()).name();
    }
}
