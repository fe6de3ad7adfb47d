package org.shengmo.demo;

import java.util.List;
import org.shengmo.wording.Text;

/** The fictional district of the demonstration and its year, replayed through the commands that the pages call. */
public interface DemoDistrict {

    /**
     * Founds the district and replays its year from an empty database. Stands the clock at each moment, runs each day's
     * rounds through {@link org.shengmo.portal.Days}, and tells how far it is. A replay that was interrupted starts anew on
     * an empty database. Runs on a thread of its own while pages are open; when it returns the clock goes on from where it stands.
     *
     */
    void replay(DemoClock clock, ReplayProgress progress);

    /** Whom a visitor can sign in as, the most telling first. */
    List<DemoSignIn> signIns();

    /**
     * An account to try.
     *
     * @param login the account
     * @param password its password
     * @param name the person
     * @param shows what one sees as this person
     */
    record DemoSignIn(String login, String password, String name, Text shows) {}
}
