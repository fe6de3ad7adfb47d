package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** Cases, secret as their leads are. Each opening is logged. */
public interface Cases {

    /** Leave to decide on sanctions that are the discipline body's to decide. */
    Permission DECIDE = Permission.of("discipline.decide");

    /** Leave to decide on sanctions that the committee's principal approves. */
    Permission APPROVE = Permission.of("discipline.approve");

    /** The decision table that says who decides. */
    String COMPETENCE_TABLE = "discipline-competence";

    /** The decision table of the four forms. */
    String FORM_TABLE = "discipline-form";

    /**
     * Files a case on a lead whose handlers proposed it and signed; once filed, on further people of the same lead.
     * Entry {@code discipline.filed}.
     *
     * @throws org.shengmo.wording.Refused for anyone but the line; for somebody of a level that is not the district's
     */
    UUID file(Actor by, UUID lead, NewCase filed);

    /**
     * Lists a piece of evidence. Entry {@code discipline.evidence}.
     *
     * @param with the second handler who was there
     */
    UUID evidence(Actor by, UUID caseFile, NewEvidence evidence, UUID with);

    /**
     * The investigation is over; others examine it. Entry {@code discipline.to-trial}.
     *
     * @param triers two who did not investigate
     * @throws org.shengmo.wording.Refused for anyone but the line, without evidence, and for triers who may not
     */
    void toTrial(Actor by, UUID caseFile, List<UUID> triers);

    /** The triers send it back for more evidence. Entry {@code discipline.sent-back}. */
    void sendBack(Actor by, UUID caseFile, String reasons);

    /** A trier told the person what is held against them, and heard them. Entry {@code discipline.heard}. */
    void hear(Actor by, UUID caseFile, List<Violation> violations, String statement, String verified);

    /**
     * Decides. Entry {@code discipline.decided}.
     *
     * @throws org.shengmo.wording.Refused for who handled or tried it, without the permission that the table asks for,
     *     above what the person was told (art. 43), outside the joined period (art. 15), and of a sanction that the law does
     *     not know for the person's level (art. 22)
     */
    void decide(Actor by, UUID caseFile, Sentence sentence, String reasons);

    /**
     * Announces the decision; it takes effect from the day it was taken. Entry {@code discipline.announced}, on the open
     * record, which does not name the case.
     *
     * @return the order
     */
    UUID announce(Actor by, UUID caseFile);

    /** Nothing was proven, or it is no breach. Entry {@code discipline.dismissed}. */
    void dismiss(Actor by, UUID caseFile, String reasons);

    /** One of its handlers or triers withdraws, or the line takes them off. Entry {@code discipline.recused}. */
    void recuse(Actor by, UUID caseFile, UUID person, UUID replacement, String reasons);

    /** The cases that are there for the reader, newest first. */
    List<CaseFile> readableBy(Actor reader);

    /** One, where it is there for the reader; the opening is logged. */
    Optional<CaseFile> open(Actor reader, UUID id);

    /** Whether it is there for the reader, without opening it. */
    boolean exists(Actor reader, UUID id);

    /** A case's list of evidence, where the case is there for the reader. */
    List<Evidence> evidence(Actor reader, UUID caseFile);

    /** Cases heard that the actor may decide now. */
    List<CaseFile> awaitingDecisionOf(Actor actor);

    /**
     * A case to be filed.
     *
     * @param matter what it is about
     */
    record NewCase(UUID person, Level level, boolean eightRules, String matter) {}

    /** A piece of evidence to be listed. */
    record NewEvidence(String kind, String title, LocalDate obtainedOn, List<UUID> files) {
        public NewEvidence {
            files = List.copyOf(files);
        }
    }

    /**
     * What is decided.
     *
     * @param administrative null: none
     * @param months 0: the single period
     * @param party null: none
     * @param transferred whether the person is handed to the judiciary
     */
    record Sentence(AdministrativeSanction administrative, int months, PartySanction party, boolean transferred) {}
}
