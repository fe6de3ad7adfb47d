package org.shengmo.charter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Insists that who acts for a post is in it today: a tenure that ended yesterday signs nothing. */
@Component
class Presence {

    private final Organization organization;
    private final Rulebook rulebook;
    private final Clock clock;

    Presence(Organization organization, Rulebook rulebook, Clock clock) {
        this.organization = organization;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The actor acts for the post and holds it today.
     *
     * @param refusal key of the refusal for another post; its argument is the name of the post whose act it is
     */
    void require(Actor by, UUID post, String refusal) {
        String name = organization.post(post).name();
        if (!post.equals(by.post())) {
            throw Refusal.of(refusal, name)
                    .under(List.of(rulebook.cite(Terms.PROVISIONS, Terms.OWN_RESPONSIBILITY, today())))
                    .refused();
        }
        boolean there = organization.holdersOf(post, today()).stream()
                .anyMatch(tenure -> tenure.person().equals(by.person()));
        if (!there) {
            throw Refusal.of("charter.not-in-post", name, today().toString())
                    .under(List.of(rulebook.cite(Terms.PROVISIONS, Terms.OWN_RESPONSIBILITY, today())))
                    .on(Map.of("post", name, "day", today()))
                    .refused();
        }
    }
}
