package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule document: a law, a regulation, a party regulation, a district's own measures.
 *
 * @param id its identifier
 * @param code lower-case words with hyphens, such as {@code civil-servants-law}
 * @param title its name as published, in Chinese
 * @param english its name in English
 * @param issuer who issued it
 * @param rank how high it stands
 * @param pack the rule pack it came with, such as {@code national} or {@code district}
 * @param versions newest first; of one effective date the latest revision first
 */
public record Document(
        UUID id,
        String code,
        String title,
        String english,
        String issuer,
        Rank rank,
        String pack,
        List<Version> versions) {

    /** How high a document stands; higher first. */
    public enum Rank {
        LAW,
        PARTY_REGULATION,
        ADMINISTRATIVE_REGULATION,
        RULE,
        NORMATIVE_DOCUMENT,
        STANDARD,
        DISTRICT_DOCUMENT
    }

    public Document {
        versions = List.copyOf(versions);
    }

    /** The version in force on a day. */
    public Optional<Version> on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.current() && version.isInForce(day))
                .findFirst();
    }
}
