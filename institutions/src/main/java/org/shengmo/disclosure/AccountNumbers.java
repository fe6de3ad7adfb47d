package org.shengmo.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bank accounts in a text: what the words call one, and numbers that are a card's by issuer and check digit (ISO/IEC 7812). */
final class AccountNumbers {

    private static final Pattern CUED = Pattern.compile(
            "(?:账号|帐号|账户|帐户|卡号|银行卡|储蓄卡|存折|一卡通|社保卡)[^0-9，。；\\n]{0,12}([0-9](?:[ -]?[0-9]){8,29})(?![0-9A-Za-z])(?!\\.[0-9])(?! ?(?:元|万|亿|户|个|人))");
    private static final Pattern PUBLIC = Pattern.compile("(?:财政专户|国库|缴款账户|捐赠账户|捐款账户|缴款帐户)[^。；\\n]{0,24}$");
    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9A-Za-z])(?<![0-9][.-])(?<!(?:编号|合同号|订单号|流水号|批次号|代码|文号)[：: ]{0,2})(?:62|60|4[0-9]|5[1-5]|3[567]|9[4-9])(?:[0-9]{14,17}|[0-9]{2}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?)(?![0-9A-Za-z])(?!\\.[0-9])(?!-[0-9])");
    private static final int LOOK_BACK = 32;

    private AccountNumbers() {}

    static List<Masking.Hit> cued(String text) {
        List<Masking.Hit> hits = new ArrayList<>();
        Matcher found = CUED.matcher(text);
        while (found.find()) {
            String before = text.substring(Math.max(0, found.start(1) - LOOK_BACK), found.start(1));
            if (!PUBLIC.matcher(before).find()) {
                hits.add(new Masking.Hit(Masking.Field.ACCOUNT, found.start(1), found.end(1)));
            }
        }
        return hits;
    }

    static List<Masking.Hit> cards(String text) {
        List<Masking.Hit> hits = new ArrayList<>();
        Matcher found = CARD.matcher(text);
        while (found.find()) {
            if (luhn(found.group().replaceAll("[ -]", ""))) {
                hits.add(new Masking.Hit(Masking.Field.ACCOUNT, found.start(), found.end()));
            }
        }
        return hits;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
