package org.shengmo.petition;

import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Complaints about officials that wait to be taken up; no duty stands for them, for duties go up a line of superiors. */
@Component
class PetitionWaiting implements Waiting {

    private final Accusations accusations;

    PetitionWaiting(Accusations accusations) {
        this.accusations = accusations;
    }

    @Override
    public List<Item> of(Actor actor) {
        return accusations.readableBy(actor).stream()
                .filter(accusation -> accusation.state().equals("RECEIVED"))
                .map(accusation -> new Item(
                        Text.of("petition.waiting.accusation"),
                        "No. " + accusation.number(),
                        "/petitions/accusations/" + accusation.id(),
                        accusation.due()))
                .toList();
    }
}
