package org.shengmo.procurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * Public projects from budget to archive. Whoever handles a project for one centre has no tie to who handles it for
 * another: judged when they are assigned and again at each act.
 */
public interface Procurement {

    /** Leave to say which body is which centre. */
    Permission MANAGE = Permission.of("procurement.manage");

    /** Leave to take up projects for one's own body, and to sign, change, accept and pay. */
    Permission OWN = Permission.of("procurement.own");

    /** Leave to assign people of one's own centre. */
    Permission ASSIGN = Permission.of("procurement.assign");

    /** Leave to do what one is assigned to. */
    Permission HANDLE = Permission.of("procurement.handle");

    /** Leave to run the checks and to judge what they flag. */
    Permission JUDGE = Permission.of("procurement.judge");

    /** The decision tables. */
    String THRESHOLD = "procurement-threshold";

    String LIMITS = "procurement-limits";
    String COMMITTEE = "procurement-committee";
    String CHANGE = "procurement-change";
    String SEPARATION = "procurement-separation";
    String TERMS = "procurement-terms";

    /**
     * Says which body is a centre. Entry {@code procurement.designated}.
     *
     * @throws org.shengmo.wording.Refused for a body that is another centre, or two centres under one leader
     */
    void designate(Actor by, Centre centre, UUID body);

    /** Takes up a project. Entry {@code procurement.proposed}. */
    Project propose(Actor by, NewProject project);

    /**
     * Assigns a post of a centre, with who holds it today. Entry {@code procurement.assigned}.
     *
     * @throws org.shengmo.wording.Refused where they have a tie to another centre's people in this project
     */
    void assign(Actor by, UUID project, Centre centre, UUID post);

    /**
     * Rests a project on the collective decision that it needs. Entry {@code procurement.rested}.
     *
     * @param matter the adopted matter on public investment
     * @throws org.shengmo.wording.Refused where it was not adopted, is about something else, or the projects that rest on it
     *     come to more than was decided
     */
    void rest(Actor by, UUID project, UUID matter);

    /** Whether a project may not go on before the committee's collective decision. */
    boolean needsDecision(Project project);

    /**
     * Draws up the budget, in yuan. Entry {@code procurement.budgeted}.
     *
     * @throws org.shengmo.wording.Refused above what the committee decides collectively, while no decision carries it
     */
    void budget(Actor by, UUID project, BigDecimal amount);

    /**
     * Reviews the budget. Entry {@code procurement.reviewed}.
     *
     * @param amount what is left of it, the ceiling of the tender; not above the budget
     * @param note what was cut and why
     */
    void review(Actor by, UUID project, BigDecimal amount, String note);

    /**
     * Concludes the contract with the winner at its price. Entry {@code procurement.contracted}.
     *
     * @throws org.shengmo.wording.Refused for another price (art. 46), and a deposit above the limit
     */
    void contract(Actor by, UUID project, BigDecimal amount, BigDecimal deposit);

    /**
     * Changes the contract. Entry {@code procurement.changed}.
     *
     * @param amount yuan more, or fewer below zero
     * @param decision the adopted matter; needed where all changes together are above the limit
     */
    void change(Actor by, UUID project, BigDecimal amount, String reasons, Optional<UUID> decision);

    /** Accepts the work. Entry {@code procurement.accepted}. */
    void accept(Actor by, UUID project, String account);

    /** Pays the contractor. Entry {@code procurement.paid}. Never more than is due. */
    void pay(Actor by, UUID project, BigDecimal amount, String purpose);

    /** Closes the file once all is paid. Entry {@code procurement.archived}. */
    void archive(Actor by, UUID project);

    /** The project of an identifier. */
    Optional<Project> project(UUID id);

    /** All projects, newest first. */
    List<Project> projects();

    /** Which body is which centre. */
    Map<Centre, UUID> centres();

    /** Contracts of a year: how many, the reviewed budgets and the savings in yuan. */
    Savings savings(int year);

    /** What a year's contracts come to. */
    record Savings(int trades, BigDecimal reviewed, BigDecimal saved) {}
}
