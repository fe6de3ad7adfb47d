package org.shengmo.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;

/**
 * Where a finding belongs.
 *
 * @param post the post in which it was done or failed to be done, which replies for a post or body; null for a body
 *     without a head
 * @param body its body
 */
record FindingPlace(UUID post, UUID body) {

    /** @throws IllegalArgumentException for a person who never held a post */
    static FindingPlace of(NewFinding finding, Directory directory, LocalDate today) {
        UUID subject = finding.subject().id();
        return switch (finding.subject().type()) {
            case "person" ->
                inPost(directory.post(finding.inPost() != null ? finding.inPost() : held(subject, directory, today)));
            case "post" -> inPost(directory.post(subject));
            default ->
                new FindingPlace(
                        directory
                                .headOf(directory.body(subject).id())
                                .map(Post::id)
                                .orElse(null),
                        subject);
        };
    }

    private static FindingPlace inPost(Post post) {
        return new FindingPlace(post.id(), post.body());
    }

    private static UUID held(UUID person, Directory directory, LocalDate today) {
        List<Tenure> now = directory.tenuresOf(person, today);
        List<Tenure> ever = directory.tenuresOf(person);
        if (ever.isEmpty()) {
            throw new IllegalArgumentException("a finding concerns somebody who holds or held a post");
        }
        return (now.isEmpty() ? ever.getLast() : now.getFirst()).post();
    }
}
