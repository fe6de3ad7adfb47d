package org.shengmo.petition;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shengmo.wording.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Holds back who sends too much or guesses codes. It remembers in memory only, under keyed hashes whose key is drawn anew
 * each day and kept nowhere: no address can be read out of it, not even by us.
 */
@Component
public class Throttle {

    private static final int MOST_KNOWN = 100_000;
    private static final int GUESSES = 10;
    private static final Duration KEY_LIFE = Duration.ofDays(1);

    private final int submissionsAnHour;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private byte[] key;
    private Instant keyUntil;

    Throttle(@Value("${shengmo.petition.submissions-per-hour:60}") int submissionsAnHour, Clock clock) {
        this.submissionsAnHour = submissionsAnHour;
        this.clock = clock;
        renew();
    }

    /**
     * Counts something sent from an address.
     *
     * @throws org.shengmo.wording.Refused when it is too much
     */
    public void sending(String address) {
        take("send", address, submissionsAnHour, Duration.ofHours(1));
    }

    /**
     * What a code opens; a wrong one counts against the address and the code.
     *
     * @param code as typed; null for none
     * @param opened what a code opens, if anything
     * @throws org.shengmo.wording.Refused after too many wrong ones
     */
    public <T> Optional<T> opening(String address, String code, Function<String, Optional<T>> opened) {
        String typed = code == null ? "" : code;
        guessing(address, typed);
        Optional<T> found = opened.apply(typed);
        if (found.isEmpty()) {
            wrong(address, typed);
        }
        return found;
    }

    void guessing(String address, String code) {
        look("guess", address);
        look("code", code);
    }

    void wrong(String address, String code) {
        Duration minutes = Duration.ofMinutes(GUESSES);
        take("guess", address, GUESSES, minutes);
        take("code", code, GUESSES, minutes);
    }

    private void take(String kind, String what, int size, Duration whole) {
        Instant now = clock.instant();
        String name = name(kind, what, now);
        boolean taken = buckets.computeIfAbsent(name, key -> new Bucket(size, whole, now))
                .take(now);
        if (!taken) {
            refuse(whole.dividedBy(size));
        }
        if (buckets.size() > MOST_KNOWN) {
            buckets.values().removeIf(bucket -> bucket.full(now));
        }
    }

    private void look(String kind, String what) {
        Instant now = clock.instant();
        Bucket bucket = buckets.get(name(kind, what, now));
        if (bucket != null && !bucket.any(now)) {
            refuse(bucket.pause());
        }
    }

    private static void refuse(Duration pause) {
        throw Refusal.of("petition.throttled", Math.max(1, pause.toMinutes())).refused();
    }

    private synchronized String name(String kind, String what, Instant now) {
        if (now.isAfter(keyUntil)) {
            renew();
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return kind + HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void renew() {
        key = new byte[32];
        random.nextBytes(key);
        keyUntil = clock.instant().plus(KEY_LIFE);
        buckets.clear();
    }

    /** So many at once, refilled evenly over a while. */
    private static final class Bucket {
        private final int size;
        private final Duration whole;
        private double left;
        private Instant at;

        Bucket(int size, Duration whole, Instant now) {
            this.size = size;
            this.whole = whole;
            this.left = size;
            this.at = now;
        }

        synchronized boolean take(Instant now) {
            refill(now);
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }

        synchronized boolean any(Instant now) {
            refill(now);
            return left >= 1;
        }

        synchronized boolean full(Instant now) {
            refill(now);
            return left >= size;
        }

        Duration pause() {
            return whole.dividedBy(size);
        }

        private void refill(Instant now) {
            double grown = Duration.between(at, now).toMillis() * (double) size / whole.toMillis();
            left = Math.min(size, left + Math.max(0, grown));
            at = now;
        }
    }
}
