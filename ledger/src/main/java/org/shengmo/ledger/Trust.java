package org.shengmo.ledger;

import java.util.List;
import java.util.Set;

/**
 * Whom to believe about a log: its keys and, where wanted, so many of these witnesses.
 *
 * @param origin that checkpoints must carry
 * @param logKeys of which one at least must have signed
 * @param witnesses that may have cosigned
 * @param quorum how many of the witnesses must have
 */
public record Trust(String origin, List<NoteVerifier> logKeys, List<NoteVerifier> witnesses, int quorum) {

    public Trust {
        logKeys = List.copyOf(logKeys);
        witnesses = List.copyOf(witnesses);
        if (logKeys.isEmpty() || quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException("a log needs a key, and a quorum not above its witnesses");
        }
    }

    /** Trusts a log's key, whose name is the log's origin, and asks for no witness. */
    public static Trust log(NoteVerifier key) {
        return new Trust(key.key().name(), List.of(key), List.of(), 0);
    }

    public static Trust log(String verifierKey) {
        return log(Signatures.standard().verifier(verifierKey));
    }

    /** The same log with a quorum of witnesses. */
    public Trust with(List<NoteVerifier> cosigners, int needed) {
        return new Trust(origin, logKeys, cosigners, needed);
    }

    void check(Note note) {
        if (note.verified(logKeys).isEmpty()) {
            throw new UntrustedException("no key of the log " + Quoted.of(origin) + " has signed the checkpoint");
        }
        Set<NoteVerifier> cosigned = note.verified(witnesses);
        if (cosigned.size() < quorum) {
            throw new UntrustedException(
                    "only " + cosigned.size() + " of the " + quorum + " witnesses that are needed have cosigned");
        }
    }
}
