package org.shengmo.procurement.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.organization.Directory;
import org.shengmo.procurement.Centre;
import org.shengmo.procurement.Project;
import org.shengmo.procurement.Tender;
import org.shengmo.wording.Status;

/**
 * A project as its pages show it.
 *
 * @param owner the body it is for
 * @param stages the chain from budget to archive, with the day each was reached; null where it was not yet
 */
public record ProjectView(Project project, String owner, Status status, List<Stage> stages) {

    /** A stage of the chain. */
    public record Stage(String key, LocalDate on) {}

    public ProjectView {
        stages = List.copyOf(stages);
    }

    static ProjectView of(Project project, List<Tender> tenders, Directory directory) {
        return new ProjectView(
                project, directory.body(project.details().owner()).name(), status(project), stages(project, tenders));
    }

    private static Status status(Project project) {
        return switch (project) {
            case Project.Proposed each -> Status.plain("procurement.stage.proposed");
            case Project.Budgeted each -> Status.plain("procurement.stage.budgeted");
            case Project.Tenderable each -> Status.plain("procurement.stage.tenderable");
            case Project.Tendering each -> Status.plain("procurement.stage.tendering");
            case Project.Awarded each -> Status.plain("procurement.stage.awarded");
            case Project.Contracted each -> Status.plain("procurement.stage.contracted");
            case Project.Accepted each -> Status.done("procurement.stage.accepted");
            case Project.Archived each -> Status.done("procurement.stage.archived");
        };
    }

    private static List<Stage> stages(Project project, List<Tender> tenders) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("procurement.chain.proposed", project.details().proposedOn()));
        stages.add(new Stage(
                "procurement.chain.budget",
                project instanceof Project.Budgeted budgeted
                        ? budgeted.on()
                        : project instanceof Project.Priced priced
                                ? priced.price().budgetedOn()
                                : null));
        stages.add(new Stage(
                "procurement.chain.review",
                project instanceof Project.Priced priced ? priced.price().reviewedOn() : null));
        Tender latest = tenders.isEmpty() ? null : tenders.getFirst();
        stages.add(new Stage(
                "procurement.chain.tender",
                latest == null || latest instanceof Tender.Failed
                        ? null
                        : latest.details().publishedOn()));
        stages.add(
                new Stage("procurement.chain.award", latest instanceof Tender.Awarded awarded ? awarded.on() : null));
        Project.UnderContract under = project instanceof Project.UnderContract each ? each : null;
        stages.add(new Stage(
                "procurement.chain.contract",
                under == null ? null : under.contract().signedOn()));
        stages.add(new Stage(
                "procurement.chain.acceptance",
                under instanceof Project.Accepted accepted
                        ? accepted.on()
                        : under instanceof Project.Archived archived ? archived.acceptedOn() : null));
        stages.add(new Stage(
                "procurement.chain.payment",
                under == null || under.contract().payments().isEmpty()
                        ? null
                        : under.contract().payments().getLast().on()));
        stages.add(new Stage(
                "procurement.chain.archive", under instanceof Project.Archived archived ? archived.on() : null));
        return stages;
    }

    /** Whether somebody is assigned to a centre in it. */
    public boolean handles(Actor actor, Centre centre) {
        Project.Assignment assignment = project.details().assignments().get(centre);
        return assignment != null && assignment.person().equals(actor.person());
    }

    /** The reviewed budget; null before the review. */
    public BigDecimal reviewed() {
        return project instanceof Project.Priced priced ? priced.price().reviewed() : null;
    }

    /** The contract's amount; null before the contract. */
    public BigDecimal contracted() {
        return project instanceof Project.UnderContract under ? under.contract().amount() : null;
    }

    /** What is saved; null before the contract. */
    public BigDecimal saved() {
        return project instanceof Project.UnderContract under ? under.saved() : null;
    }
}
