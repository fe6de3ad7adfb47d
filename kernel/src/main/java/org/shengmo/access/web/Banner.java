package org.shengmo.access.web;

import java.util.Optional;
import org.shengmo.wording.Text;

/** Something that every page must say at its top, such as that the time is a demonstration's. Contributed as a bean. */
public interface Banner {

    /** What to say now; empty when nothing. */
    Optional<Text> banner();

    /** Address of a fragment that replaces the banner every few seconds while something goes on; null when it stands still. */
    default String refreshedFrom() {
        return null;
    }

    /** Where the banner leads; null when nowhere. */
    default String href() {
        return null;
    }
}
