package org.shengmo.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;

/** What an entry about a duty says, with the names as they are on the day. */
final class DutyPayload {

    private DutyPayload() {}

    static Map<String, Object> of(DutyDetails duty, Directory directory, LocalDate on) {
        Post owner = directory.post(duty.ownerPost());
        Map<String, Object> payload = new TreeMap<>();
        payload.put("kind", duty.kind().code());
        payload.put("title", duty.title());
        payload.put("from", duty.from());
        payload.put("due", duty.due());
        payload.put("owner_post", directory.nameOn(owner.id(), on));
        payload.put("owner_body", directory.nameOn(owner.body(), on));
        payload.put("creditor_body", directory.nameOn(duty.creditorBody(), on));
        if (duty.holder() != null) {
            payload.put("holder", directory.nameOn(duty.holder(), on));
        }
        payload.put("clause", duty.clause().asPayload());
        return payload;
    }

    /** Whose timelines the entry shows on: the owning post, its holder, its body, and what the duty is about. */
    static Subject[] concerns(DutyDetails duty, Directory directory) {
        List<Subject> concerns = new ArrayList<>();
        concerns.add(duty.about());
        concerns.add(Subject.post(duty.ownerPost()));
        concerns.add(Subject.body(directory.post(duty.ownerPost()).body()));
        if (duty.holder() != null) {
            concerns.add(Subject.person(duty.holder()));
        }
        return concerns.toArray(Subject[]::new);
    }
}
