package org.shengmo.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Verification;
import org.shengmo.wording.Words;

class TypographyTest {

    private static final Words WORDS = Words.of(Ladder.read());
    private static final Typography CHINESE = new Typography(Locale.SIMPLIFIED_CHINESE, WORDS);
    private static final Typography ENGLISH = new Typography(Locale.ENGLISH, WORDS);

    @Test
    void daysAreWrittenAsPeopleWriteThem() {
        assertThat(CHINESE.date(LocalDate.of(2026, 3, 1))).isEqualTo("2026年3月1日");
        assertThat(ENGLISH.date(LocalDate.of(2026, 3, 1))).isEqualTo("1 March 2026");
        assertThat(CHINESE.date(null)).isEmpty();
    }

    @Test
    void momentsAreTheDistrictsToTheMinute() {
        Instant lateInLondon = Instant.parse("2025-12-31T16:05:59Z");
        assertThat(CHINESE.moment(lateInLondon)).isEqualTo("2026年1月1日 00:05");
        assertThat(ENGLISH.moment(lateInLondon)).isEqualTo("1 January 2026, 00:05");
    }

    @ParameterizedTest
    @CsvSource({
        "1258000,      125.80 万元,    '1,258,000.00 元'",
        "9999.99,      '9,999.99 元',  '9,999.99 元'",
        "10000,        1.00 万元,      '10,000.00 元'",
        "-1258000,     -125.80 万元,   '-1,258,000.00 元'",
        "125800000.05, '12,580.00 万元', '125,800,000.05 元'",
        "0,            0.00 元,        0.00 元"
    })
    void moneyIsSaidInTenThousandsWithTheExactYuanBesideIt(BigDecimal yuan, String said, String exact) {
        assertThat(CHINESE.money(yuan)).isEqualTo(said);
        assertThat(CHINESE.yuan(yuan)).isEqualTo(exact);
    }

    @Test
    void englishReadersGetYuan() {
        assertThat(ENGLISH.money(new BigDecimal("1258000"))).isEqualTo(ENGLISH.yuan(new BigDecimal("1258000")));
        assertThat(ENGLISH.money(null)).isEmpty();
    }

    @Test
    void clausesAreCitedAsTheTextNumbersThem() {
        LocalDate version = LocalDate.of(2022, 5, 1);
        Citation paragraph = new Citation("letters", "信访工作条例", "22.1.3", version, Verification.VERIFIED);
        assertThat(CHINESE.cite(paragraph)).isEqualTo("《信访工作条例》第二十二条第一款第（三）项");
        assertThat(ENGLISH.cite(paragraph)).contains("信访工作条例", "22.1.3");
    }

    @ParameterizedTest
    @CsvSource({
        "1,一",
        "10,十",
        "11,十一",
        "20,二十",
        "22,二十二",
        "99,九十九",
        "100,一百",
        "104,一百零四",
        "110,一百一十",
        "115,一百一十五",
        "120,一百二十",
        "999,九百九十九"
    })
    void numbersBelowAThousandInChinese(int number, String words) {
        assertThat(Typography.chinese(number)).isEqualTo(words);
    }

    @Test
    void sharesHaveOneDigitAtMost() {
        assertThat(CHINESE.share(new BigDecimal("0.98765"))).isEqualTo("98.8%");
        assertThat(CHINESE.share(BigDecimal.ONE)).isEqualTo("100%");
        assertThat(CHINESE.number(1234567)).isEqualTo("1,234,567");
    }
}
