package org.shengmo.assessment;

import java.util.List;
import java.util.UUID;

/**
 * Those who rate some subjects in one tier, on one sort of paper: a cell for each subject and indicator, subject by subject.
 *
 * @param indicators codes of what is rated
 * @param key checks the tokens that open the ballot box
 * @param roll how many may rate
 * @param issued how many have a token
 * @param cast how many ballots are in
 */
public record Electorate(
        UUID id,
        UUID round,
        String tier,
        String subjectClass,
        List<UUID> subjects,
        List<String> indicators,
        BlindSigning.PublicKey key,
        int roll,
        int issued,
        int cast) {

    public Electorate {
        subjects = List.copyOf(subjects);
        indicators = List.copyOf(indicators);
    }

    /** How many cells a paper has. */
    public int cells() {
        return subjects.size() * indicators.size();
    }
}
