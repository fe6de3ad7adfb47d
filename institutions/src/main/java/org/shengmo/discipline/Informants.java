package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/** Who brought a lead forward. It is kept apart, and opened once, by who asked with reasons, after another consented with reasons. */
public interface Informants {

    /** A handler asks. Entry {@code discipline.identity-asked}. */
    UUID ask(Actor by, UUID lead, String reasons);

    /**
     * A second person answers: the leader in charge or the line. Entry {@code discipline.identity-answered}.
     *
     * @throws org.shengmo.wording.Refused for who asked
     */
    void answer(Actor by, UUID request, boolean consent, String reasons);

    /**
     * Opens it, once. Entry {@code discipline.identity-opened}.
     *
     * @throws org.shengmo.wording.Refused for anyone but who asked, without consent, after the days it holds, and twice
     */
    Identity open(Actor by, UUID request);

    /** What was asked about a lead that is there for the reader, newest first. */
    List<Request> of(Actor reader, UUID lead);

    /** Whether anything is kept about who brought it forward. */
    boolean known(Actor reader, UUID lead);

    /** Who it was. */
    record Identity(String name, String contact) {}

    /** A request; empty fields are not there yet. */
    record Request(
            UUID id,
            UUID askedBy,
            LocalDate askedOn,
            String reasons,
            Optional<Boolean> consented,
            Optional<UUID> answeredBy,
            String answer,
            Optional<LocalDate> openUntil,
            boolean opened) {}
}
