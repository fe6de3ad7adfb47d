package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A request for information.
 *
 * @param channel how it came
 * @param applicant who asks
 * @param body whom they ask
 * @param what the information's name, number or what it can be found by
 * @param form how they want it
 * @param token what the form drew at random, at least 20 characters; empty where there is none
 * @param receivedOn the day it was received, for what came in otherwise; null for today
 */
public record NewRequest(
        Channel channel, Applicant applicant, UUID body, String what, Form form, String token, LocalDate receivedOn) {

    /** The longest text taken. */
    public static final int LONGEST = 3000;

    public NewRequest {
        what = what.strip();
    }

    /** How it came. */
    public enum Channel {
        WEB,
        VISIT,
        LETTER
    }

    /** How the information is wanted. */
    public enum Form {
        ELECTRONIC,
        PAPER,
        INSPECTION
    }

    /** Who asks. */
    public enum ApplicantKind {
        PERSON,
        ORGANIZATION
    }

    /**
     * Who asks (art. 29).
     *
     * @param name a person's or an organization's
     * @param document the number of what proves it
     * @param contact how they are reached
     */
    public record Applicant(ApplicantKind kind, String name, String document, String contact) {
        public Applicant {
            name = name.strip();
            document = document.strip();
            contact = contact.strip();
        }
    }
}
