package org.shengmo.ledger;

import java.io.IOException;
import java.util.List;

/** What a program has beyond the log itself to compare with it, such as the rows of a database whose acts it seals. */
public interface FurtherAudit {

    /** The log to check where the command names none. */
    TileSource log();

    /**
     * Compares with a log that has been read.
     *
     * @param head as far as the comparison goes
     * @throws IOException where the log can't be read
     */
    Comparison compare(TileSource log, TreeHead head) throws IOException;

    /**
     * What was found, in the language of whoever reads it.
     *
     * @param summary what was compared
     * @param faults a sentence for each fault, as many as are kept
     * @param faultCount how many faults there are altogether
     */
    record Comparison(String summary, List<String> faults, long faultCount) {
        public Comparison {
            faults = List.copyOf(faults);
        }
    }
}
