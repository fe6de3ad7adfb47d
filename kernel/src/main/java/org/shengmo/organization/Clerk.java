package org.shengmo.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** What every act on the organization has in common: leave to do it, and its entry in the docket. */
@Component
class Clerk {

    static final Permission MANAGE = Permission.of("organization.manage");
    static final Permission APPOINT = Permission.of("organization.appoint");

    private final Docket docket;
    private final Memory memory;

    Clerk(Docket docket, Memory memory) {
        this.docket = docket;
        this.memory = memory;
    }

    /** Insists on a permission for a body; for the whole district when the body is null. */
    void require(Actor by, Permission permission, UUID body) {
        by.require(permission);
        boolean reached =
                body == null ? by.scope() instanceof Scope.All : Reaches.reaches(memory.now(), by.scope(), body);
        if (!reached) {
            throw Refusal.of("access.scope.exceeded", permission.code()).refused();
        }
    }

    /** Enters an act; what is null is left out of the payload. */
    long record(Actor by, String kind, Subject about, Map<String, Object> payload, Subject... concerns) {
        return docket.record(Act.of(by.author(), "organization." + kind, about, payload, concerns));
    }

    /** A payload without what is null. */
    static Map<String, Object> payload(Object... namesAndValues) {
        Map<String, Object> payload = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                payload.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return payload;
    }

    /** A day, or words for no end. */
    static Object day(LocalDate day) {
        return day == null ? org.shengmo.wording.Text.of("organization.no-end") : day;
    }
}
