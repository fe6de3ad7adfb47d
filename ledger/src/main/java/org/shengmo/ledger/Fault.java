package org.shengmo.ledger;

import java.util.List;

/**
 * One thing that is wrong in a log, and where.
 *
 * @param kind what is wrong
 * @param place the resource, relative to the log's prefix
 * @param details numbers and hashes that the kind's sentence speaks of
 */
public record Fault(Kind kind, String place, List<String> details) {

    /** What can be wrong. The sentence of each stands in the bundles under {@code ledger.fault.<name>}. */
    public enum Kind {
        /** The source couldn't be read, so that nothing can be said about it. */
        UNREADABLE,
        /** A checkpoint, tile or bundle that must be there isn't. */
        MISSING,
        /** A resource isn't in its format. */
        MALFORMED,
        /** A checkpoint is another log's, or isn't signed by the keys that must sign it. */
        UNTRUSTED,
        /** An entry isn't the one that its leaf hash stands for: changed, backdated. */
        ENTRY_CHANGED,
        /** An entry stands where another was sealed; it was sealed elsewhere in its bundle. */
        ENTRY_MOVED,
        /** An entry that was sealed here is gone, and those behind it moved up. */
        ENTRY_DELETED,
        /** An entry was put in between those that were sealed. */
        ENTRY_ADDED,
        /** A hash in a tile isn't the root of the tile below it. */
        NODE_CHANGED,
        /** The tiles don't have the root that the checkpoint signs. */
        ROOT_DIFFERS,
        /** The log is shorter than an earlier checkpoint says. */
        ROLLED_BACK,
        /** The log, as long as an earlier checkpoint says, has another root there: its past was rewritten. */
        FORKED,
        /** A partial tile or bundle that was once published isn't the beginning of the one that stands there now. */
        PARTIAL_DIFFERS
    }

    public Fault {
        details = List.copyOf(details);
    }

    static Fault of(Kind kind, String place, Object... details) {
        return new Fault(
                kind, place, List.of(details).stream().map(String::valueOf).toList());
    }
}
