package org.shengmo.disclosure;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What entries about publications say is for anyone who may read them; about requests, for their office. */
@Component
class DisclosureRecord implements RecordGate {

    private final Disclosure disclosure;
    private final Requests requests;

    DisclosureRecord(Disclosure disclosure, Requests requests) {
        this.disclosure = disclosure;
        this.requests = requests;
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return switch (about.type()) {
            case "disclosure.publication" ->
                Optional.of(disclosure.find(by, about.id()).isPresent());
            case "disclosure.request" ->
                Optional.of(requests.find(by, about.id()).isPresent());
            default -> Optional.empty();
        };
    }
}
