package org.shengmo.disclosure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Citizens' numbers (GB 11643) in a text. A number of a province and with a day of birth counts even where its check digit is
 * wrong: a number typed with one mistake still tells who it is. Where the words say that it is one, any of the length counts.
 */
final class IdNumbers {

    private static final String NOT_AFTER = "(?<![0-9A-Za-z])(?<![0-9]\\.)";
    private static final String NOT_BEFORE = "(?![0-9A-Za-z])";
    private static final Pattern EIGHTEEN =
            Pattern.compile(NOT_AFTER + "[1-9][0-9]{5}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx]" + NOT_BEFORE);
    private static final Pattern FIFTEEN =
            Pattern.compile(NOT_AFTER + "[1-9][0-9]{5}[ -]?[0-9]{6}[ -]?[0-9]{3}" + NOT_BEFORE);
    private static final Pattern CUED =
            Pattern.compile("(?:身份证|身份号码|证件号)[^0-9A-Za-z，。；\\n]{0,8}([0-9][0-9 -]{12,20}[0-9Xx])" + NOT_BEFORE);
    private static final Pattern PASSPORT =
            Pattern.compile("(?:护照|通行证)[^0-9A-Za-z，。；\\n]{0,6}([A-Z]{1,2}[0-9]{7,9})" + NOT_BEFORE);
    private static final Set<Integer> PROVINCES = Set.of(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83);
    private static final int CENTURY = 1900;
    private static final int FIRST_BIRTH = 1890;
    private static final int LAST_BIRTH = 2100;

    private IdNumbers() {}

    static List<Masking.Hit> in(String text) {
        List<Masking.Hit> hits = new ArrayList<>();
        Matcher cued = CUED.matcher(text);
        while (cued.find()) {
            int digits = bare(cued.group(1)).length();
            if (digits == 15 || digits == 18) {
                hits.add(new Masking.Hit(Masking.Field.ID_NUMBER, cued.start(1), cued.end(1)));
            }
        }
        Matcher passport = PASSPORT.matcher(text);
        while (passport.find()) {
            hits.add(new Masking.Hit(Masking.Field.ID_NUMBER, passport.start(1), passport.end(1)));
        }
        find(EIGHTEEN, text, hits);
        find(FIFTEEN, text, hits);
        return hits;
    }

    private static void find(Pattern pattern, String text, List<Masking.Hit> hits) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (isOne(bare(found.group()))) {
                hits.add(new Masking.Hit(Masking.Field.ID_NUMBER, found.start(), found.end()));
            }
        }
    }

    private static String bare(String number) {
        return number.replaceAll("[ -]", "");
    }

    private static boolean isOne(String number) {
        boolean old = number.length() == 15;
        int year = old ? CENTURY + part(number, 6, 8) : part(number, 6, 10);
        int after = old ? 8 : 10;
        return PROVINCES.contains(part(number, 0, 2))
                && year >= FIRST_BIRTH
                && year < LAST_BIRTH
                && isDay(year, part(number, after, after + 2), part(number, after + 2, after + 4));
    }

    private static int part(String number, int from, int until) {
        return Integer.parseInt(number, from, until, 10);
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
