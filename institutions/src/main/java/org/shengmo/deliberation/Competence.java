package org.shengmo.deliberation;

import java.util.List;
import java.util.UUID;
import org.shengmo.wording.Citation;

/**
 * What the rulebook said about who decides a matter.
 *
 * @param decider the deciding body
 * @param steps what must come before
 * @param hear who must be heard; empty for nobody in particular
 * @param quorum who must be in the room
 * @param clauses what it rests on
 */
public record Competence(UUID decider, List<Step> steps, String hear, Quorum quorum, List<Citation> clauses) {

    public Competence {
        steps = List.copyOf(steps);
        clauses = List.copyOf(clauses);
    }
}
