package org.shengmo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.shengmo.docket.Subject;

/** What may veto an assessment; a room contributes what happened in it, the rule table says whether that vetoes. */
public interface VetoSource {

    /** What happened to these subjects between two days, both included. */
    List<Ground> grounds(Collection<Subject> subjects, LocalDate first, LocalDate last);

    /**
     * Something that happened.
     *
     * @param cause what sort, such as {@code veto} or {@code adjustment}: an input of the rule table
     * @param source the thing itself, on whose ground nobody is vetoed twice
     * @param account what happened, in a sentence that the subject and the public may read
     */
    record Ground(Subject subject, String cause, Subject source, String account) {}
}
