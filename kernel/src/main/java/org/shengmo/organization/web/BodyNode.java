package org.shengmo.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;

/**
 * A body in the tree, with who heads it.
 *
 * @param head name of who heads it; empty when nobody does
 * @param children the bodies under it that stand on the day
 */
public record BodyNode(UUID id, String name, String kind, String head, List<BodyNode> children) {

    static List<BodyNode> tree(Directory directory, LocalDate on) {
        return directory.bodies().stream()
                .filter(body -> body.parent() == null && body.standsOn(on))
                .map(body -> of(directory, body, on))
                .toList();
    }

    private static BodyNode of(Directory directory, Body body, LocalDate on) {
        String head = directory
                .headOf(body.id())
                .flatMap(post -> directory.holderOf(post.id(), on))
                .map(tenure -> directory.person(tenure.person()).name())
                .orElse("");
        return new BodyNode(
                body.id(),
                body.name(),
                "organization.body-kind." + body.kind(),
                head,
                directory.childrenOf(body.id()).stream()
                        .filter(child -> child.standsOn(on))
                        .map(child -> of(directory, child, on))
                        .toList());
    }
}
