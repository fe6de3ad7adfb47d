package org.shengmo.consequence;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.finding.FindingDetails;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;

/**
 * Who bears what follows from a finding.
 *
 * @param subject the person or body
 * @param post the post in which a person did it; for a body its head, null where it has none
 * @param body the body
 * @param rank as the rule tables know it: {@code leader}, {@code head}, {@code member}, {@code village} or {@code body}
 */
record Bearer(Subject subject, UUID post, UUID body, String rank) {

    private static final Set<BodyKind> LEADING = Set.of(
            BodyKind.COMMITTEE, BodyKind.GOVERNMENT, BodyKind.DISCIPLINE, BodyKind.PEOPLES_CONGRESS, BodyKind.CPPCC);

    /** For a post, who held it on the day the finding was stated; the body, where it was vacant. */
    static Bearer of(FindingDetails finding, Directory directory) {
        return switch (finding.subject().type()) {
            case "person" -> person(finding.subject(), finding.post(), directory);
            case "body" -> body(finding);
            default -> {
                Optional<Tenure> holder = directory.holderOf(finding.post(), finding.stated());
                yield holder.map(tenure -> person(Subject.person(tenure.person()), finding.post(), directory))
                        .orElseGet(() -> body(finding));
            }
        };
    }

    private static Bearer body(FindingDetails finding) {
        return new Bearer(Subject.body(finding.body()), finding.post(), finding.body(), "body");
    }

    private static Bearer person(Subject person, UUID postId, Directory directory) {
        Post post = directory.post(postId);
        Body body = directory.body(post.body());
        return new Bearer(person, postId, body.id(), rank(post, body));
    }

    private static String rank(Post post, Body body) {
        if (LEADING.contains(body.kind())) {
            return "leader";
        }
        if (body.kind() == BodyKind.VILLAGE) {
            return "village";
        }
        return post.head() ? "head" : "member";
    }
}
