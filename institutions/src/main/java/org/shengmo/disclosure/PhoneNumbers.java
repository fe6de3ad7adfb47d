package org.shengmo.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phones in a text: every mobile, and fixed ones unless the words before say that an office is reached there. */
final class PhoneNumbers {

    private static final String AMOUNT = "(?!\\.[0-9])(?! ?(?:元|万|亿|吨|公斤|千克|人次|户次|平方|立方|千瓦|度))";
    private static final Pattern MOBILE = Pattern.compile(
            "(?<![0-9A-Za-z.¥￥])(?:(?:\\+|00)?86[ -]?)?(1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4})(?![0-9A-Za-z])"
                    + AMOUNT);
    private static final Pattern FIXED = Pattern.compile(
            "(?<![0-9A-Za-z.-])[（(]?(?:010|02[0-9]|0[3-9][0-9]{2})[）)]?[ -]?[2-9][0-9]{6,7}(?:(?:-|转)[0-9]{1,6})?(?![0-9A-Za-z])"
                    + AMOUNT);
    private static final Pattern LOCAL =
            Pattern.compile("(?:电话|座机)[^0-9，。；\\n]{0,4}([2-9][0-9]{6,7})(?![0-9A-Za-z-])" + AMOUNT);
    private static final Pattern OFFICE =
            Pattern.compile("(?:办公|值班|监督|举报|咨询|服务|热线|投诉|传真|受理|办事|窗口|预约|报名|救助)[^，。；\\n]{0,8}$");
    private static final int LOOK_BACK = 14;

    private PhoneNumbers() {}

    static List<Masking.Hit> in(String text) {
        List<Masking.Hit> hits = new ArrayList<>();
        Matcher mobile = MOBILE.matcher(text);
        while (mobile.find()) {
            hits.add(new Masking.Hit(Masking.Field.PHONE, mobile.start(1), mobile.end(1)));
        }
        fixed(FIXED, 0, text, hits);
        fixed(LOCAL, 1, text, hits);
        return hits;
    }

    private static void fixed(Pattern pattern, int group, String text, List<Masking.Hit> hits) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String before = text.substring(Math.max(0, found.start(group) - LOOK_BACK), found.start(group));
            if (!OFFICE.matcher(before).find()) {
                hits.add(new Masking.Hit(Masking.Field.PHONE, found.start(group), found.end(group)));
            }
        }
    }
}
