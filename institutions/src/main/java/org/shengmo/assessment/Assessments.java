package org.shengmo.assessment;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Subject;

/** Assessments: schemes in force, rounds, ballots, scores, vetoes, ranking. */
public interface Assessments {

    /** Leave to put schemes in force, to open, close, score and publish rounds. */
    Permission MANAGE = Permission.of("assessment.manage");

    /** Leave to look ballots through for what stands out and to set some aside, and to read unpublished results. */
    Permission REVIEW = Permission.of("assessment.review");

    /** Leave to decide vetoes. */
    Permission DECIDE = Permission.of("assessment.decide");

    /** How many of a class may be excellent. */
    String CAP_TABLE = "assessment-cap";

    /** What vetoes. */
    String VETO_TABLE = "assessment-veto";

    /** Who loses the eligibility for awards. */
    String ELIGIBILITY_TABLE = "assessment-eligibility";

    /** When interviews and self-criticism are due. */
    String TERMS_TABLE = "assessment-terms";

    /**
     * Puts a scheme in force from its day. Entry {@code assessment.scheme-put}.
     *
     * @throws org.shengmo.wording.Invalid when a version of the code begins that day already, and for a computed indicator
     *     whose measure no room contributes
     */
    PutScheme put(Actor by, Scheme scheme);

    /** Every version of every scheme, by code, the newest first. */
    List<PutScheme> schemes();

    /** The scheme of an identifier. */
    Optional<PutScheme> scheme(UUID id);

    /**
     * Opens a round under a scheme in force: raters are told. Entry {@code assessment.opened}.
     *
     * @throws org.shengmo.wording.Invalid for classes and tiers that the scheme doesn't have, subjects or raters named twice
     */
    UUID open(Actor by, Round.New round);

    /** The rounds, newest first. */
    List<Round> rounds();

    /** The round of an identifier. */
    Optional<Round> round(UUID id);

    /** The subjects of a round, in its order. */
    List<Round.Assessed> subjects(UUID round);

    /** The electorates of a round. */
    List<Electorate> electorates(UUID round);

    /** The electorate of an identifier. */
    Optional<Electorate> electorate(UUID id);

    /** Open electorates on whose roll somebody is, with whether they have their token. */
    List<Ticket> ticketsOf(UUID person);

    /**
     * Signs a blinded token for somebody on the roll: once, though the same request is answered again. The signer can't
     * tell later which ballot it was for. No docket entry: that somebody has a token is on the roll, when is nowhere.
     *
     * @throws org.shengmo.wording.Refused for who is not on the roll, for another token than the first, when closed
     */
    BigInteger issue(Actor by, UUID electorate, BigInteger blinded);

    /**
     * Puts a ballot into the box. Nobody is asked who they are; the token's signature is the right to.
     *
     * @param choices a level's place in the scheme for each cell, -1 for no opinion
     * @throws org.shengmo.wording.Refused without a valid token, when the token was used with other choices, when closed
     */
    void cast(UUID electorate, byte[] token, byte[] signature, List<Integer> choices);

    /** The board of a round: every ballot in the box, by name. */
    List<BoardLine> board(UUID round);

    /**
     * Puts in what public evaluation came to, from a workbook (sheet 公众评议). A subject's earlier line is replaced while the
     * round is not scored. Entry {@code assessment.evaluated}.
     *
     * @throws org.shengmo.wording.Invalid with every fault, by cell
     */
    int evaluate(Actor by, UUID round, String file, byte[] workbook);

    /** Closes the box. Entry {@code assessment.closed} with the board's hash. */
    void close(Actor by, UUID round);

    /** What stands out among a round's ballots. */
    List<Pattern> patterns(Actor by, UUID round);

    /** Leaves a pattern's ballots out, with reasons that the board shows. Entry {@code assessment.set-aside}. */
    void setAside(Actor by, UUID round, String pattern, String reasons);

    /** Computes every score and proposes vetoes. Entry {@code assessment.scored}. */
    void score(Actor by, UUID round);

    /** The vetoes of a round. */
    List<Veto> vetoes(UUID round);

    /** The veto of an identifier. */
    Optional<Veto> veto(UUID id);

    /** Vetoes that somebody may still reply to. */
    List<Veto.Proposed> awaitingReplyOf(Actor actor);

    /** Replies for the subject. Entry {@code assessment.veto-replied}. */
    void reply(Actor by, UUID veto, String text);

    /** Decides. Entry {@code assessment.vetoed} or {@code assessment.veto-lifted}. */
    void decide(Actor by, UUID veto, boolean stands, String reasons);

    /**
     * Grades, ranks and publishes; who is ineligible for awards follows, and who is interviewed. Entry
     * {@code assessment.published}, {@code assessment.ineligible}.
     *
     * @param special why a class may have more excellent grades than usual; blank when it may not
     * @throws org.shengmo.wording.Refused while a veto is not decided
     */
    void publish(Actor by, UUID round, String special);

    /** The results of a round, by class, best first; none until it is scored. */
    List<Result> results(UUID round);

    /** One subject's result. */
    Optional<Result> result(UUID round, UUID subject);

    /** A subject's published results, newest first. */
    List<Past> pastOf(UUID subject);

    /** Who lost the eligibility for awards by a round. */
    List<Ineligible> ineligible(UUID round);

    /** Computes a scored round again from what was kept. */
    Replay replay(UUID round);

    /** A place on a roll. */
    record Ticket(Electorate electorate, Round round, boolean issued) {}

    /** A ballot on the board; {@code setAside} is null while it counts. */
    record BoardLine(UUID electorate, String id, String leaf, String setAside) {}

    /** A published result of a year. */
    record Past(Round.Published round, Result result) {}

    /**
     * Ballots that stand out.
     *
     * @param key names the pattern among the round's
     * @param kind {@code outlier}, {@code identical} or {@code bullet}
     * @param ballots names on the board
     * @param deviation how far they are from the others: in robust standard deviations for an outlier, mean marks for the others
     */
    record Pattern(
            String key,
            String kind,
            UUID electorate,
            List<String> ballots,
            java.math.BigDecimal deviation,
            boolean setAside) {
        public Pattern {
            ballots = List.copyOf(ballots);
        }
    }

    /** The subject that a round is in docket entries. */
    static Subject subject(UUID round) {
        return new Subject("assessment.round", round);
    }
}
