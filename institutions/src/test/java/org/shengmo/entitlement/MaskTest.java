package org.shengmo.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MaskTest {

    @Test
    void enoughStaysToTellTwoOfOneHouseholdApart() {
        assertThat(Mask.name("王光林")).isEqualTo("王**");
        assertThat(Mask.name("欧")).isEqualTo("欧*");
        assertThat(Mask.name("")).isEmpty();
        assertThat(Mask.idNumber("429987200011146477")).isEqualTo("429*************77");
        assertThat(Mask.idNumber("42998")).isEqualTo("*****");
        assertThat(Mask.account("6217000012345678")).isEqualTo("************5678");
        assertThat(Mask.account("12345")).isEqualTo("*****");
    }

    @Test
    void aCodeIsTheHouseholdsOwnAndReadsInAnyCase() {
        byte[] secret = Codes.fresh();
        UUID one = UUID.randomUUID();
        String code = Codes.of(secret, one);
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}").isEqualTo(Codes.of(secret, one));
        assertThat(code).isNotEqualTo(Codes.of(secret, UUID.randomUUID())).isNotEqualTo(Codes.of(Codes.fresh(), one));
        assertThat(Codes.same(code, code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isTrue();
        assertThat(Codes.same(code, code.substring(1))).isFalse();
    }
}
