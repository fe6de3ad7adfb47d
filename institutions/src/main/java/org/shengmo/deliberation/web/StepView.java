package org.shengmo.deliberation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shengmo.deliberation.Evidence;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Step;

/**
 * A step before a decision as its page shows it.
 *
 * @param evidence how it stands; empty before it is begun
 */
public record StepView(Step step, Optional<Evidence> evidence) {

    static List<StepView> of(Matter.Details matter) {
        List<StepView> views = new ArrayList<>();
        matter.competence().steps().forEach(step -> views.add(new StepView(step, matter.evidence(step))));
        return views;
    }

    /** Key of its name. */
    public String name() {
        return "deliberation.step.name." + step.code();
    }

    /** Whether it is done or spared. */
    public boolean done() {
        return evidence.filter(each -> !(each instanceof Evidence.Begun)).isPresent();
    }

    /** Whether it takes days, so that it has to begin first. */
    public boolean takesTime() {
        return step == Step.COMMENT || step == Step.LEGALITY;
    }
}
