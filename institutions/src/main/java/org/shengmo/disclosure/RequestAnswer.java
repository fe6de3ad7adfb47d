package org.shengmo.disclosure;

/** What a request for information is answered (arts. 36, 37 and 39); what each rests on is in the table {@code disclosure-answers}. */
public enum RequestAnswer {
    /** Given. */
    DISCLOSED,
    /** It is public already, at the place named. */
    ALREADY_PUBLIC,
    /** Given but for parts, with the reasons for those. */
    PARTLY,
    /** Refused: a state secret, or security at risk. */
    SECRET,
    /** Refused: a business secret or somebody's privacy. */
    PRIVATE,
    /** Refused: internal affairs. */
    INTERNAL,
    /** Refused: in the making, or an enforcement file. */
    PROCESS,
    /** Looked for and not there. */
    NOT_HELD,
    /** Another body's to disclose. */
    NOT_OURS,
    /** Answered before. */
    REPEATED,
    /** Another law says how it is had. */
    SPECIAL,
    /** A petition or complaint in the form of a request. */
    NO_REQUEST;

    /** Whether something was refused for what it is. */
    public boolean refused() {
        return this == SECRET || this == PRIVATE || this == INTERNAL || this == PROCESS;
    }

    /** Key of its name. */
    public String key() {
        return "disclosure.answer." + name();
    }
}
