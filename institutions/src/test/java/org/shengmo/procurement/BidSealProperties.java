package org.shengmo.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

/** Sealing and drawing, whatever the bids and lists. */
class BidSealProperties {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair TRADING = BidSeal.newKey();
    private static final KeyPair SUPERVISION = BidSeal.newKey();
    private static final Tender.Keys KEYS = new Tender.Keys(
            Optional.of(BidSeal.published(TRADING.getPublic())),
            Optional.of(BidSeal.published(SUPERVISION.getPublic())));

    @Property(tries = 60)
    void whatWasSealedOpensWithBothKeysAndNothingLess(
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String firm,
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long cents,
            @ForAll @IntRange(max = 3000) int days) {
        UUID tender = UUID.randomUUID();
        BidContent content = new BidContent(firm, "91", BigDecimal.valueOf(cents, 2), days, "00ff");
        String envelope = BidSeal.seal(tender, KEYS, content, RANDOM);
        assertThat(BidSeal.isEnvelope(tender, envelope)).isTrue();
        assertThat(BidSeal.isEnvelope(UUID.randomUUID(), envelope)).isFalse();
        byte[] one = BidSeal.share(tender, BidSeal.Holder.TRADING, TRADING.getPrivate(), envelope)
                .orElseThrow();
        byte[] other = BidSeal.share(tender, BidSeal.Holder.SUPERVISION, SUPERVISION.getPrivate(), envelope)
                .orElseThrow();
        assertThat(BidSeal.open(tender, envelope, one, other)).contains(content);
        assertThat(BidSeal.open(tender, envelope, one, one)).isEmpty();
        assertThat(BidSeal.open(tender, envelope, other, one)).isEmpty();
        assertThat(BidSeal.open(UUID.randomUUID(), envelope, one, other)).isEmpty();
        assertThat(BidSeal.share(tender, BidSeal.Holder.TRADING, SUPERVISION.getPrivate(), envelope))
                .isEmpty();
        assertThat(BidSeal.fits(BidSeal.Holder.TRADING, one, envelope)).isTrue();
        assertThat(BidSeal.fits(BidSeal.Holder.SUPERVISION, one, envelope)).isFalse();
    }

    @Property(tries = 200)
    void aDrawIsAnOrderOfThePoolThatOneNumberMoreChanges(
            @ForAll @Size(min = 2, max = 40) @UniqueElements
                    List<@AlphaChars @StringLength(min = 1, max = 6) String> pool,
            @ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(min = 1, max = 64) String> nonces) {
        String seed = Draw.seed("root", nonces);
        assertThat(Draw.order(seed, pool)).containsExactlyInAnyOrderElementsOf(pool);
        assertThat(Draw.order(seed, pool.reversed())).isEqualTo(Draw.order(seed, pool));
        assertThat(Draw.seed("root", nonces.reversed())).isEqualTo(seed);
        assertThat(Draw.seed("other", nonces)).isNotEqualTo(seed);
        assertThat(Draw.seed(
                        "root",
                        java.util.stream.Stream.concat(nonces.stream(), java.util.stream.Stream.of("x"))
                                .toList()))
                .isNotEqualTo(seed);
    }
}
