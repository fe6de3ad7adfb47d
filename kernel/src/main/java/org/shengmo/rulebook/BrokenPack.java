package org.shengmo.rulebook;

import java.util.List;

/** Thrown at start where rule packs cannot be read or contradict each other: every fault, with its file. */
public final class BrokenPack extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenPack(List<String> faults) {
        super("rule packs are broken:\n  " + String.join("\n  ", faults));
    }
}
