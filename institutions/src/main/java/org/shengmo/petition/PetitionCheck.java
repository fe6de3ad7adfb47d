package org.shengmo.petition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** What is wrong with what somebody brings forward, all at once. */
final class PetitionCheck {

    private static final EnumSet<BodyKind> PLACES =
            EnumSet.of(BodyKind.GOVERNMENT, BodyKind.TOWNSHIP, BodyKind.VILLAGE);
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_SPOT = 200;
    private static final int SHORTEST_TOKEN = 20;

    private final List<Fault> faults = new ArrayList<>();

    private PetitionCheck() {}

    /** Whether something can be the place of a petition. */
    static boolean isPlace(Body body) {
        return PLACES.contains(body.kind());
    }

    /** @throws Invalid with every fault */
    static void check(NewPetition petition, Directory directory) {
        PetitionCheck check = new PetitionCheck();
        check.words(petition);
        check.place(petition, directory);
        check.who(petition);
        if (!check.faults.isEmpty()) {
            throw new Invalid(check.faults);
        }
    }

    private void words(NewPetition petition) {
        if (petition.text().isEmpty()) {
            fault("text", "petition.fault.text");
        } else if (petition.text().length() > NewPetition.LONGEST) {
            fault("text", "petition.fault.long", NewPetition.LONGEST);
        }
        if (petition.spot().length() > LONGEST_SPOT) {
            fault("spot", "petition.fault.long", LONGEST_SPOT);
        }
        if (!petition.token().isEmpty() && petition.token().length() < SHORTEST_TOKEN) {
            fault("token", "petition.fault.token");
        }
        if (petition.accused() != null
                && (petition.accused().name().isEmpty()
                        || petition.accused().name().length() > LONGEST_NAME)) {
            fault("accused", "petition.fault.accused", LONGEST_NAME);
        }
    }

    private void place(NewPetition petition, Directory directory) {
        Optional<Body> place = Optional.ofNullable(petition.place()).flatMap(directory::findBody);
        if (place.isEmpty() || !isPlace(place.get())) {
            fault("place", "petition.fault.place");
        }
        if (petition.complained() != null
                && directory.findBody(petition.complained()).isEmpty()) {
            fault("complained", "petition.fault.body");
        }
        if (petition.accused() != null
                && petition.accused().body() != null
                && directory.findBody(petition.accused().body()).isEmpty()) {
            fault("accusedBody", "petition.fault.body");
        }
    }

    private void who(NewPetition petition) {
        NewPetition.Who who = petition.who();
        if (petition.naming() == Naming.ANONYMOUS) {
            if (!who.equals(NewPetition.Who.NOBODY)) {
                fault("name", "petition.fault.anonymous");
            }
            return;
        }
        if (who.name().isEmpty() || who.name().length() > LONGEST_NAME) {
            fault("name", "petition.fault.name", LONGEST_NAME);
        }
        if (!who.phone().matches("[0-9+\\- ]{0,30}")) {
            fault("phone", "petition.fault.phone");
        }
    }

    private void fault(String place, String key, Object... arguments) {
        faults.add(new Fault(place, Text.of(key, arguments)));
    }
}
