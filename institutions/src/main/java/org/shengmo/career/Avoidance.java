package org.shengmo.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Kinship;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Avoidance among relatives (Civil Servants Law art. 74): whether somebody in a post would stand in line with one. */
@Component
class Avoidance {

    private final Kinships kinships;
    private final Organization organization;
    private final Rulebook rulebook;

    Avoidance(Kinships kinships, Organization organization, Rulebook rulebook) {
        this.kinships = kinships;
        this.organization = organization;
        this.rulebook = rulebook;
    }

    /** Why somebody may not be in a post on account of a relative's; empty: they may. */
    Optional<Refusal> breach(UUID person, UUID postId, LocalDate on) {
        Directory directory = organization.directory();
        Post post = directory.post(postId);
        for (Kinship kinship : kinships.of(person, on)) {
            for (Tenure tenure : directory.tenuresOf(kinship.relative(), on)) {
                Post held = directory.post(tenure.post());
                if (inLine(directory, post, held, on)) {
                    return Optional.of(Refusal.of(
                                    "career.gate.avoidance.breach",
                                    directory.person(kinship.relative()).name(),
                                    directory.body(held.body()).name(),
                                    held.name())
                            .under(List.of(clause(on))));
                }
            }
        }
        return Optional.empty();
    }

    /** One right above the other, or both in one body right under the same. */
    private static boolean inLine(Directory directory, Post one, Post other, LocalDate on) {
        Optional<UUID> aboveOne = directory.superiorOf(one.id(), on).map(Post::id);
        Optional<UUID> aboveOther = directory.superiorOf(other.id(), on).map(Post::id);
        return aboveOne.filter(other.id()::equals).isPresent()
                || aboveOther.filter(one.id()::equals).isPresent()
                || (one.body().equals(other.body()) && aboveOne.isPresent() && aboveOne.equals(aboveOther));
    }

    /** Whether two people are related, so that one keeps out of what is decided on the other. */
    boolean related(UUID one, UUID other, LocalDate on) {
        return kinships.between(one, other, on).isPresent();
    }

    private Citation clause(LocalDate on) {
        return rulebook.cite("civil-servants-law", "74", on);
    }
}
