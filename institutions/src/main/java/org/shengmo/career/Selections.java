package org.shengmo.career;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.deliberation.Stance;

/**
 * Selections from the proposal to the end of the trial. Each step asks the clearance gate again; a step out of order, or one
 * the gate does not open, is refused ({@link org.shengmo.wording.Refused}) with its clause and changes nothing.
 */
public interface Selections {

    /** Leave to run the personnel side: propose, recommend, inspect, check, publish, stop. */
    Permission MANAGE = Permission.of("career.manage");

    /** Leave to appoint what was decided and published, and to end trials. */
    Permission APPOINT = Permission.of("career.appoint");

    /** Leave to sign the discipline body's opinion. */
    Permission OPINE = Permission.of("career.opine");

    /** Leave to read selections that are under way, and integrity files. */
    Permission READ = Permission.of("career.read");

    /** The decision table that says what the gate asks at which step. */
    String GATE_TABLE = "career-gate";

    /** The decision table of periods. */
    String TERMS_TABLE = "career-terms";

    /** Proposes that a post be filled. Entry {@code career.proposed}. */
    UUID propose(Actor by, UUID post, Ground ground, String reasons);

    /** Who was recommended by how many, and who of them is taken up. Entry {@code career.recommended}. */
    void recommend(Actor by, UUID selection, Recommendation recommendation);

    /** What the inspection came to. Entry {@code career.inspected}. */
    void inspect(Actor by, UUID selection, Inspection inspection);

    /** Records one of the checks of article 31. Entry {@code career.checked}. */
    void check(Actor by, UUID selection, Check check, boolean sound, String account);

    /**
     * The discipline body's opinion, first signature. Entry {@code career.opinion-signed}.
     *
     * @throws org.shengmo.wording.Refused for who is the candidate, and while the gate holds it
     */
    void opine(Actor by, UUID selection, String text);

    /** The second signature, by somebody else. Entry {@code career.opinion-countersigned}. */
    void countersign(Actor by, UUID selection);

    /**
     * The committee sits on it; relatives of the candidate keep out. Entry {@code career.sat}.
     *
     * @param present the posts in the room; two thirds of the members
     */
    void sit(Actor by, UUID selection, Set<UUID> present);

    /** A member speaks and thereby votes, in turn, the principal last. Entry {@code career.spoke}. */
    void speak(Actor by, UUID selection, Stance stance, String words);

    /**
     * Counts: adopted by more than half of all members. Entry {@code career.adopted}, {@code career.deferred} or
     * {@code career.rejected}.
     */
    void conclude(Actor by, UUID selection);

    /** Publishes it for the days the rule asks. Entry {@code career.published}. */
    void publish(Actor by, UUID selection);

    /** Anyone objects. Entry {@code career.objected}, which says neither what nor who. */
    UUID object(UUID selection, String text, String contact);

    /**
     * Answers an objection after it was looked into; one that holds ends the selection. Entry
     * {@code career.objection-answered}.
     */
    void answer(Actor by, UUID objection, boolean holds, String account);

    /**
     * Appoints, on trial. Entry {@code career.appointed}.
     *
     * @param leaves tenures of the candidate's that end with it
     * @throws org.shengmo.wording.Refused before the publication's end and while an objection is unanswered
     */
    void appoint(Actor by, UUID selection, Set<UUID> leaves);

    /** The trial is over. Entry {@code career.confirmed} or {@code career.trial-failed}. */
    void confirm(Actor by, UUID selection, boolean passed, String account);

    /** Stops it before an appointment. Entry {@code career.stopped}. */
    void stop(Actor by, UUID selection, String reasons);

    /** The selection of an identifier. */
    Optional<Selection> selection(UUID id);

    /** Whether somebody may read all of it. */
    boolean mayRead(Actor reader, Selection selection);

    /** All that somebody may read, newest first. */
    List<Selection> readableBy(Actor reader);

    /** What is or was before the public, newest first. */
    List<Selection> published();

    /** What was done at its steps. */
    SelectionFile file(UUID selection);

    /** What the gate answers today for the next step: what everyone who reads the selection may know. */
    List<GateAnswer> gate(UUID selection);

    /**
     * Who was recommended.
     *
     * @param participants how many took part
     * @param counts at least one
     * @param candidate one of those counted
     * @param reasons why this one; votes alone are none
     */
    record Recommendation(int participants, List<Count> counts, UUID candidate, String reasons) {
        public Recommendation {
            counts = List.copyOf(counts);
        }
    }

    /**
     * How often somebody was named.
     *
     * @param meeting in the meeting's ballots
     * @param talks in talks
     */
    record Count(UUID person, int meeting, int talks) {}

    /**
     * An inspection.
     *
     * @param team two or more who carried it out
     * @param merits merits on record of the candidate, at least one
     * @param account what was found: integrity, ability, diligence, results
     */
    record Inspection(List<UUID> team, List<UUID> merits, String account) {
        public Inspection {
            team = List.copyOf(team);
            merits = List.copyOf(merits);
        }
    }

    /** The checks that people make and answer for. */
    enum Check {
        /** The personnel file was reviewed. */
        FILE,
        /** Declared personal matters were checked. */
        DECLARATION,
        /** Credible leads in complaints were checked. */
        LEADS;

        /** The check in bundles and rule tables. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
