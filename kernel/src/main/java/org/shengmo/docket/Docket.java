package org.shengmo.docket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The record of acts. An act and its entry stand or fall together: {@link #record} joins the caller's transaction and
 * refuses to run without one.
 */
public interface Docket {

    /**
     * Enters an act.
     *
     * @return the entry's number
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    long record(Act act);

    /** The act that an erasure is. Its payload names the {@code entry} and the {@code reason}, and is itself never erased. */
    Kind ERASED = Kind.of("docket.erased");

    /**
     * Erases what an entry says, with its salt, so that nobody can prove or guess it any more. The entry stays, and the
     * log stays valid. The erasure is itself an act on the record, {@link #ERASED}, in the same transaction: a payload that
     * is gone without one is found by {@link DocketAudit}. Ask whether the author may, first.
     *
     * @return the number of that act's entry
     * @throws java.util.NoSuchElementException where the entry has no payload, has lost it already, or is an erasure
     */
    long erase(Author by, long entry, String reason);

    /** The entry of a number. An entry in a compartment is found only when the compartment is among those given. */
    Optional<Entry> entry(long id, List<String> compartments);

    /**
     * The entries about or concerning a subject, newest first, those in a compartment only when it is among those given.
     *
     * @param limit at most this many
     */
    List<Entry> timeline(Subject subject, List<String> compartments, int limit);

    /** What entries are about or concern, by the entry's number. */
    Map<Long, Set<Subject>> concerns(List<Long> entries);

    /** The entries of what a person did, newest first, those in no compartment. */
    List<Entry> doneBy(UUID person, int limit);
}
