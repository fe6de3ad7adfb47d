package org.shengmo.demo.web;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.demo.DemoDistrict;
import org.shengmo.demo.ReplayProgress;

/**
 * The demonstration as its page shows it.
 *
 * @param state how far the replay is
 * @param signIns whom one can be
 * @param today the day it is there
 */
public record DemoView(ReplayProgress.State state, List<DemoDistrict.DemoSignIn> signIns, LocalDate today) {

    public DemoView {
        signIns = List.copyOf(signIns);
    }

    /** Whether the year is through. */
    public boolean ready() {
        return state.phase() == ReplayProgress.Phase.FINISHED;
    }
}
