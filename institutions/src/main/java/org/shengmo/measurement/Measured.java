package org.shengmo.measurement;

import org.shengmo.ruler.check.Family;

/** What a room does with a finished run: called once, in the transaction that stores it, while the files are there. */
public interface Measured {

    /** The family it listens to. */
    Family family();

    /** The page of a run. */
    String href(java.util.UUID run);

    /** A run has finished. */
    void finished(Run run, MeasuredFiles files);
}
