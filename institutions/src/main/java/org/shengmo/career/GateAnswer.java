package org.shengmo.career;

import java.util.List;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;

/**
 * What the gate answers to one of its questions.
 *
 * @param item the question, said under {@code career.gate.<item>}
 * @param step the step it was asked for
 * @param why why it does not open; null where it does
 * @param clauses under which it is asked
 */
public record GateAnswer(String item, Step step, Refusal why, List<Citation> clauses) {

    public GateAnswer {
        clauses = List.copyOf(clauses);
    }

    /** Whether it opens. */
    public boolean opens() {
        return why == null;
    }
}
