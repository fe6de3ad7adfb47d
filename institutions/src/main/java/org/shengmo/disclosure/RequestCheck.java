package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** What a request must say (art. 29); all faults at once. */
final class RequestCheck {

    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_TOKEN = 20;

    private RequestCheck() {}

    static void check(NewRequest request, Directory directory, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        text(faults, "name", request.applicant().name(), LONGEST_NAME);
        text(faults, "document", request.applicant().document(), LONGEST_NAME);
        text(faults, "contact", request.applicant().contact(), LONGEST_NAME);
        text(faults, "what", request.what(), NewRequest.LONGEST);
        boolean asked = request.body() != null
                && directory
                        .findBody(request.body())
                        .filter(body -> body.standsOn(today) && body.kind() != BodyKind.COORDINATING)
                        .isPresent();
        if (!asked) {
            faults.add(new Fault("body", Text.of("disclosure.fault.body")));
        }
        if (!request.token().isEmpty() && request.token().length() < SHORTEST_TOKEN) {
            faults.add(new Fault("token", Text.of("disclosure.fault.token", SHORTEST_TOKEN)));
        }
        if (request.receivedOn() != null && request.receivedOn().isAfter(today)) {
            faults.add(new Fault("receivedOn", Text.of("disclosure.fault.future")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static void text(List<Fault> faults, String place, String text, int longest) {
        if (text.isBlank()) {
            faults.add(new Fault(place, Text.of("disclosure.fault.blank")));
        } else if (text.length() > longest) {
            faults.add(new Fault(place, Text.of("disclosure.fault.long", longest)));
        }
    }
}
