package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.petition.Receipt;

/** Requests for information: asked without an account, followed by a receipt code, answered within the regulation's periods. */
public interface Requests {

    /**
     * Takes a request. Entry {@code disclosure.requested}, which says nothing of who asks and what.
     *
     * @throws org.shengmo.wording.Invalid with every fault
     */
    Receipt submit(NewRequest request);

    /** Enters a request that came by letter or over the counter. */
    Receipt enter(Actor by, NewRequest request);

    /** What a code opens; empty for one that opens nothing. */
    Optional<InformationRequest> follow(String code);

    /** The applicant says what was missing; the period begins. Entry {@code disclosure.completed}. */
    void supply(String code, String text);

    /**
     * Asks the applicant, once, to say more. Entry {@code disclosure.completion-asked}.
     *
     * @param until the last day to say it, a reasonable one (art. 30)
     * @throws org.shengmo.wording.Refused a second time and after seven working days (art. 30)
     */
    void askCompletion(Actor by, UUID request, String missing, LocalDate until);

    /** Asks somebody whom it concerns (art. 32). Entry {@code disclosure.third-party-asked}. */
    void consult(Actor by, UUID request, String whom);

    /** What they said; the period runs on. Entry {@code disclosure.third-party-answered}. */
    void consulted(Actor by, UUID request, boolean agrees, String reasons);

    /**
     * Extends the period, once. Entry {@code disclosure.extended}.
     *
     * @throws org.shengmo.wording.Refused for more than the regulation's working days, without {@link Disclosure#LEAD}, and
     *     after the period's end
     */
    void extend(Actor by, UUID request, int workingDays, String reasons);

    /**
     * Answers. Entry {@code disclosure.answered}.
     *
     * @throws org.shengmo.wording.Invalid without the text, which says how it is had, or the reasons that the answer owes
     */
    void answer(Actor by, UUID request, RequestAnswer answer, String text);

    /** Ends what was not completed in time, and goes on with those whose third party kept silent. */
    void lapse(LocalDate day);

    /** The request of an identifier, for its office and who leads it. */
    Optional<InformationRequest> find(Actor reader, UUID id);

    /** What is for an office: what is open, soonest due first, then what is over. */
    List<InformationRequest> readableBy(Actor reader);

    /** Who asks, for the office. */
    Optional<NewRequest.Applicant> applicant(Actor reader, UUID id);

    /** The year's requests by body, for anyone. */
    List<Figures> figures(int year);

    /**
     * A body's requests in a year.
     *
     * @param refused of the answered
     * @param late answered after the date, or open and past it
     */
    record Figures(UUID body, int received, int answered, int disclosed, int refused, int open, int late) {}

    /** What a code opens after an answer: the clauses it rests on. */
    List<org.shengmo.wording.Citation> clauses(InformationRequest.Answered answered);
}
