package org.shengmo.access.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Words;

/** How days, moments, numbers, money and clauses are written in a language. */
final class Typography {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final String[] DIGITS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locale language;
    private final Words words;

    Typography(Locale language, Words words) {
        this.language = language;
        this.words = words;
    }

    private boolean english() {
        return language.getLanguage().equals("en");
    }

    String date(LocalDate day) {
        return day == null ? "" : day.format(english() ? ENGLISH_DAY : CHINESE_DAY);
    }

    String moment(Instant moment) {
        if (moment == null) {
            return "";
        }
        var local = moment.atZone(ZONE);
        return date(local.toLocalDate()) + (english() ? ", " : " ") + local.format(MINUTE);
    }

    String number(Number number) {
        return number == null ? "" : NumberFormat.getInstance(language).format(number);
    }

    String share(BigDecimal share) {
        if (share == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    String money(BigDecimal yuan) {
        if (yuan == null || english() || yuan.abs().compareTo(TEN_THOUSAND) < 0) {
            return yuan(yuan);
        }
        return words.say(language, "access.page.wan", decimal(yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP)));
    }

    String yuan(BigDecimal yuan) {
        return yuan == null ? "" : words.say(language, "access.page.yuan", decimal(yuan));
    }

    private String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** Articles as the Chinese text numbers them; {@code 22.1} is the first paragraph of article 22. */
    String cite(Citation citation) {
        String[] parts = citation.article().split("\\.", 3);
        String article = english() ? citation.article() : chinese(parts[0]);
        String base = words.say(language, "access.page.cite", citation.title(), article);
        if (english() || parts.length < 2) {
            return base;
        }
        return base
                + words.say(language, "access.page.cite.paragraph", chinese(parts[1]))
                + (parts.length < 3 ? "" : words.say(language, "access.page.cite.item", chinese(parts[2])));
    }

    private static String chinese(String digits) {
        return digits.matches("[1-9][0-9]{0,2}") ? chinese(Integer.parseInt(digits)) : digits;
    }

    /** A number below 1000 in Chinese numerals: 22 is 二十二, 104 is 一百〇四 written 一百零四. */
    static String chinese(int number) {
        if (number < 10) {
            return DIGITS[number];
        }
        if (number < 100) {
            return (number < 20 ? "" : DIGITS[number / 10]) + "十" + (number % 10 == 0 ? "" : DIGITS[number % 10]);
        }
        int rest = number % 100;
        String hundreds = DIGITS[number / 100] + "百";
        if (rest == 0) {
            return hundreds;
        }
        return hundreds + (rest < 10 ? "零" : rest < 20 ? "一" : "") + chinese(rest);
    }
}
