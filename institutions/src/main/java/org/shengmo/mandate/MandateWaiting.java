package org.shengmo.mandate;

import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Steps that wait for the reader's post, each leading to its case. */
@Component
class MandateWaiting implements Waiting {

    private final Exercises exercises;

    MandateWaiting(Exercises exercises) {
        this.exercises = exercises;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (actor.post() == null) {
            return List.of();
        }
        return exercises.waitingFor(actor.post()).stream()
                .flatMap(exercise -> exercise.open().stream()
                        .filter(step -> step.owner().equals(actor.post()))
                        .map(step -> new Item(
                                Text.of("mandate.waiting", step.name()),
                                exercise.item().power().name(),
                                "/exercises/" + exercise.id(),
                                step.due())))
                .sorted(java.util.Comparator.comparing(Item::until))
                .toList();
    }
}
