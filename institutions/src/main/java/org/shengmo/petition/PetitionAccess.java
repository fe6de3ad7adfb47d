package org.shengmo.petition;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.organization.Body;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Which petitions are for whose eyes and hands. */
@Component
class PetitionAccess {

    private final Posts posts;
    private final Organization organization;
    private final Offices offices;

    PetitionAccess(Posts posts, Organization organization, Offices offices) {
        this.posts = posts;
        this.organization = organization;
        this.offices = offices;
    }

    /** Whether a reader sees every petition. */
    boolean seesAll(Actor reader) {
        return reader.may(Petitions.DESK)
                || (reader.may(Petitions.READ) && reader.scope() instanceof org.shengmo.access.Scope.All);
    }

    /** The bodies whose petitions a reader sees. */
    Set<UUID> bodies(Actor reader) {
        if (reader.person() == null) {
            return Set.of();
        }
        boolean reads = reader.may(Petitions.READ) || reader.may(Petitions.HANDLE);
        return organization.bodies().stream()
                .map(Body::id)
                .filter(body -> (reads && posts.reaches(reader, body))
                        || offices.inCharge(body)
                                .filter(post -> post.equals(reader.post()))
                                .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The condition that leaves a reader what they may see, and its parameters. */
    Condition condition(Actor reader) {
        if (seesAll(reader)) {
            return new Condition("true", List.of());
        }
        if (reader.person() == null) {
            return new Condition("false", List.of());
        }
        UUID[] bodies = bodies(reader).toArray(UUID[]::new);
        return new Condition(
                "(p.body = ANY (?::uuid[]) OR p.joint && ?::uuid[]"
                        + " OR EXISTS (SELECT 1 FROM petition.review r WHERE r.petition = p.id AND r.post = ?))",
                java.util.Arrays.asList(bodies, bodies, reader.post()));
    }

    /** SQL of ours with question marks. */
    record Condition(String sql, List<?> parameters) {}

    /** Whether somebody handles a petition: a post of its body that handles petitions. */
    boolean handles(Actor by, Petition.Details petition) {
        return petition.body() != null
                && by.may(Petitions.HANDLE)
                && by.post() != null
                && (by.post().equals(petition.handler())
                        || organization.post(by.post()).body().equals(petition.body())
                        || petition.joint()
                                .contains(organization.post(by.post()).body()));
    }

    /** @throws org.shengmo.wording.Refused for anyone but who handles it */
    void requireHandler(Actor by, Petition.Details petition) {
        if (!handles(by, petition)) {
            by.require(Petitions.HANDLE);
            throw Refusal.of("petition.not-handler", petition.handle()).refused();
        }
    }

    /** @throws org.shengmo.wording.Refused for anyone but who handles it and the petition office */
    void requireHandlerOrDesk(Actor by, Petition.Details petition) {
        if (!by.may(Petitions.DESK)) {
            requireHandler(by, petition);
        }
    }
}
