package org.shengmo.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/** Objections to the trading centre and complaints to the supervising authority, each with its date as a duty. */
public interface Remedies {

    /** What somebody brings forward. */
    enum Kind {
        /** Against the documents: up to ten days before the deadline. */
        DOCUMENTS,
        /** Against the result: while the candidates are published. */
        RESULT,
        /** To the supervising authority; about documents or result only after an objection. */
        COMPLAINT;

        /** As the bundles write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Brings an objection or a complaint; anyone concerned may. Entry {@code procurement.remedy-brought}.
     *
     * @param who the firm or person, as they give it
     * @param knownOn since when they know, for a complaint
     * @throws org.shengmo.wording.Refused out of time, and for a complaint without an objection before it
     */
    Remedy bring(UUID tender, Kind kind, String who, String text, LocalDate knownOn);

    /**
     * Answers; an objection is the trading centre's to answer, a complaint the supervising authority's. Entry
     * {@code procurement.remedy-answered}.
     */
    void answer(Actor by, UUID remedy, boolean upheld, String answer);

    /** What was brought about a project, newest first. */
    List<Remedy> of(UUID project);

    /** The remedy of an identifier. */
    Optional<Remedy> remedy(UUID id);

    /** An objection or complaint. */
    record Remedy(
            UUID id,
            long number,
            UUID project,
            UUID tender,
            Kind kind,
            String who,
            String text,
            LocalDate on,
            LocalDate due,
            UUID duty,
            Optional<LocalDate> answeredOn,
            String answer,
            boolean upheld) {}
}
