package org.shengmo.compensation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** The deviations that runs over parcels and structures found, until each is explained and accepted, or corrected. */
public interface Compensation {

    /** Leave to read deviations. */
    Permission READ = Permission.of("compensation.read");

    /** Leave to explain and to correct. */
    Permission EXPLAIN = Permission.of("compensation.explain");

    /** Leave to accept explanations. */
    Permission ACCEPT = Permission.of("compensation.accept");

    /** The decision table of times. */
    String TERMS_TABLE = "compensation-terms";

    /**
     * Says why a line was paid otherwise. Entry {@code compensation.explained}.
     *
     * @throws org.shengmo.wording.Refused without the permission, and once closed
     */
    void explain(Actor by, UUID deviation, String text);

    /**
     * Accepts an explanation, or sends it back. Entry {@code compensation.accepted} or {@code .sent-back}.
     *
     * @throws org.shengmo.wording.Refused without the permission, for one's own explanation, and without one
     */
    void judge(Actor by, UUID deviation, boolean holds, String reasons);

    /**
     * Puts right what was paid. Entry {@code compensation.corrected}.
     *
     * @param amountNow what has now been paid in all: what the standard computes, to the cent
     * @param how what was paid in addition or paid back, and by which voucher
     * @throws org.shengmo.wording.Refused without the permission, once closed, and for an amount that still deviates
     */
    void correct(Actor by, UUID deviation, BigDecimal amountNow, String how);

    /** The deviations of a run, by number. */
    List<Deviation> of(UUID run);

    /** The deviation of an identifier. */
    Optional<Deviation> byId(UUID id);

    /** What a run comes to, village by village. */
    List<Village> villages(UUID run);

    /** The runs whose results are public, newest first: all that have finished. */
    List<UUID> measured();

    /** A village's part: lines measured, yuan paid for them, deviations found, and how many of them are still open. */
    record Village(String township, String village, int lines, BigDecimal paid, int deviations, int open) {}
}
