package org.shengmo.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/** What the ruler's procurement checks flag in the open data. A flag is no finding: a person judges it. */
public interface RedFlags {

    /**
     * Runs every procurement check over the compiled releases; flags that are known already stay as they were judged. Entry
     * {@code procurement.measured}.
     *
     * @return how many flags are new
     */
    int measure(Actor by);

    /** All flags, those not judged yet first. */
    List<Flag> flags();

    /** States a flag as a finding against the owner's body of the project. Entry {@code procurement.flag-stated}. */
    UUID state(Actor by, UUID flag);

    /** Sets a flag aside. Entry {@code procurement.flag-set-aside}. */
    void setAside(Actor by, UUID flag, String reasons);

    /**
     * Something flagged.
     *
     * @param check the check's id
     * @param subject what it is about, as the open data names it
     * @param facts what it was judged on, as JSON
     * @param source the clause in words
     * @param project the project; empty where it is about a bidder or buyer
     * @param stated the finding, once stated
     * @param setAside the reasons, once set aside
     */
    record Flag(
            UUID id,
            String check,
            String subject,
            String finding,
            String facts,
            String source,
            LocalDate on,
            Optional<UUID> project,
            Optional<UUID> stated,
            String setAside) {

        /** Whether nobody has judged it yet. */
        public boolean open() {
            return stated.isEmpty() && setAside.isEmpty();
        }
    }
}
