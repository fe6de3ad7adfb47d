package broken.wallclock.room;

import java.time.Instant;

/** Breaks the rule of the injected clock. */
public final class Now {

    private Now() {}

    /** What no code may do. */
    public static Instant now() {
        return Instant.now();
    }
}
