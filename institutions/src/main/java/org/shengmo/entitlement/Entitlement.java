package org.shengmo.entitlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Kind;

/** The review of welfare rosters: from what a run found to what is decided, household by household. */
public interface Entitlement {

    /** Leave to read households, masked, within the post's scope. */
    Permission READ = Permission.of("entitlement.read");

    /** Leave to read who they are, with a purpose. */
    Permission REVEAL = Permission.of("entitlement.reveal");

    /** Leave to tell households. */
    Permission TELL = Permission.of("entitlement.tell");

    /** Leave to take down what a household says. */
    Permission HEAR = Permission.of("entitlement.hear");

    /** Leave to decide. */
    Permission DECIDE = Permission.of("entitlement.decide");

    /** Leave to hand approvals over as findings. */
    Permission TRACE = Permission.of("entitlement.trace");

    /** The decision table of hearings. */
    String HEARING_TABLE = "entitlement-hearing";

    /** The decision table of times. */
    String TERMS_TABLE = "entitlement-terms";

    /** The decision table of approvals. */
    String APPROVAL_TABLE = "entitlement-approval";

    /** What is paid back here. */
    Kind OVERPAID = Kind.of("entitlement.overpaid");

    /**
     * Tells households in writing, together. Entry {@code entitlement.told}. Deciding by its time becomes the decider's duty.
     *
     * @param decider the post that decides
     * @throws org.shengmo.wording.Refused without the permission, out of scope, and for a household told before
     */
    Household.Batch tell(Actor by, List<UUID> households, UUID decider);

    /**
     * Takes down what a household says. Entry {@code entitlement.heard}.
     *
     * @throws org.shengmo.wording.Refused without the permission, out of scope, before it was told and once decided
     */
    void hear(Actor by, UUID household, String reply);

    /**
     * Takes the household's own answer.
     *
     * @param code from its notice; after five wrong ones the case takes none until the next day
     * @throws org.shengmo.wording.Refused for a wrong number or code, and when its time has passed
     */
    void answer(long number, String code, String reply);

    /** What the household may see of its case with its code; refused likewise. */
    Household opened(long number, String code);

    /** The code that a notice carries. Needs leave to tell. */
    String code(Actor by, UUID household);

    /**
     * Decides, one household or a meeting's list. Entry {@code entitlement.decided}, one for all.
     *
     * @param resolution the meeting's or the decision's number
     * @throws org.shengmo.wording.Refused without the permission, for whoever approved it, unheard (with the clause), and
     *     when decided already
     * @throws org.shengmo.wording.Invalid without reasons where the rule asks for them
     */
    void decide(Actor by, List<Ruled> households, String resolution);

    /** What follows from the findings unless the hearing shows otherwise. */
    Ruled proposal(Household household, List<Member> members);

    /** The same for many households at once. */
    java.util.Map<UUID, Ruled> proposals(Actor by, List<UUID> households);

    /** Claims what decided households were paid wrongly. */
    List<UUID> recover(Actor by, List<Overpaid> claims);

    /** Who approved households of relatives that were not declared, most first. */
    List<Approver> approvers(UUID run);

    /**
     * States a finding against an approver for the relatives that were not declared. Entry {@code finding.stated}.
     *
     * @return the finding
     */
    UUID trace(Actor by, UUID run, UUID approver);

    /** The members, masked. */
    List<Member> members(Actor by, UUID household);

    /**
     * The members as they are. Entry {@code entitlement.viewed} with the purpose.
     *
     * @param note what exactly it is for
     */
    List<Member> reveal(Actor by, UUID household, Purpose purpose, String note);

    /** The members of several households, on one entry, to print their notices. */
    List<List<Member>> revealAll(Actor by, List<UUID> households, Purpose purpose, String note);

    /** The household of an identifier. */
    Optional<Household> household(UUID id);

    /** The households of a run that the reader's scope reaches, by number. */
    List<Household> of(Actor by, UUID run);

    /** The batches of a run, newest first. */
    List<Household.Batch> batches(UUID run);

    /** What the roster and the review come to, village by village. */
    List<Village> villages(UUID run);

    /** Makes the results of a run public, by village, without identities. Entry {@code entitlement.published}. */
    void publish(Actor by, UUID run);

    /** Runs whose results are public, newest first. */
    List<UUID> published();

    /**
     * What is decided about a household.
     *
     * @param amountAfter yuan a month from now on; the amount before where it is kept, 0 where it is stopped
     * @param removed members who leave the roster; all of them where it is stopped
     */
    record Ruled(UUID household, Household.Outcome outcome, BigDecimal amountAfter, Set<UUID> removed, String reasons) {
        public Ruled {
            removed = Set.copyOf(removed);
        }
    }

    /** What a household was paid wrongly and how it pays it back. */
    record Overpaid(
            UUID household, BigDecimal amount, String ground, UUID collector, List<Recoveries.Instalment> plan) {
        public Overpaid {
            plan = List.copyOf(plan);
        }
    }

    /**
     * Somebody who approved households.
     *
     * @param households approved by them and found
     * @param undeclared of them, relatives that were not declared
     * @param finding the finding stated against them, if any
     */
    record Approver(UUID person, int households, int undeclared, Optional<UUID> finding) {}

    /**
     * A village's part.
     *
     * @param listed households on the roster
     * @param listedPersons persons on it
     * @param found households with a finding
     * @param decided of them, decided
     * @param stopped of them, stopped
     * @param reduced of them, reduced
     * @param personsRemoved persons who left
     * @param saved yuan a month no longer paid
     */
    record Village(
            String township,
            String village,
            int listed,
            int listedPersons,
            int found,
            BigDecimal atStake,
            int decided,
            int stopped,
            int reduced,
            int personsRemoved,
            BigDecimal saved) {}
}
