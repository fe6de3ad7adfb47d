package org.shengmo.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where somebody lives, in a text. Village, estate road and above stay; the house and what is in it is hidden. An office's
 * rooms are not somebody's home.
 */
final class HomeAddresses {

    private static final String HAN = "\\u4e00-\\u9fff";
    private static final String NUMBER = "(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,4})";

    /** What the words call somebody's address, up to the sentence's next part. */
    private static final Pattern CUED = Pattern.compile(
            "(?<!办公|单位|项目|注册|企业|机构|公司|网络|网站|办理|受理|建设|会议|施工|IP|邮箱|邮件)(?:家庭住址|家庭地址|住址|户籍地址|户籍所在地|通讯地址|送达地址|收件地址|居住地|住所|现住|家住|住在|居住在|居住于|地址)[:： 为是在]{0,3}(["
                    + HAN + "0-9A-Za-z\\-#]{2,60})");

    /** The last part that stays: an administrative name, a village or a road. */
    private static final Pattern ABOVE = Pattern.compile("^[" + HAN + "]*(?:省|市|区|县|镇|乡|街道|村|社区|路|街|大道|巷|弄|胡同)");

    private static final Pattern HOUSE = Pattern.compile("[0-9一二三四五六七八九十]");

    /** A flat in a house, a house in a group of a village: nobody but a home has these. */
    private static final Pattern FLAT = Pattern.compile("(?:" + NUMBER + "号院?)?(?:[" + HAN
            + "]{2,8}(?:小区|花园|家园|苑|公寓|新村|里))?(?:" + NUMBER + "|[A-Za-z])(?:幢|栋|号楼|座)(?:(?:" + NUMBER
            + "单元)(?:[0-9]{2,5}(?:室|房|号|户)?)?|[0-9]{3,5}(?:室|房|号|户))");

    private static final Pattern ROOM = Pattern.compile("[0-9]{1,5}号[0-9]{3,4}(?:室|房)");
    private static final Pattern GROUP =
            Pattern.compile("(?<=村|社区)" + NUMBER + "(?:组|队|社)" + NUMBER + "号(?!(?:文|公告|令|线|楼|地块))");
    private static final Pattern OFFICE =
            Pattern.compile("(?:中心|大楼|大厦|办公|会议|大厅|窗口|政府|委员会|[局厅院校所部站])[" + HAN + "]{0,4}$");
    private static final int LOOK_BACK = 12;

    private HomeAddresses() {}

    static List<Masking.Hit> in(String text) {
        List<Masking.Hit> hits = new ArrayList<>();
        Matcher cued = CUED.matcher(text);
        while (cued.find()) {
            String address = cued.group(1);
            Matcher above = ABOVE.matcher(address);
            int kept = above.find() ? above.end() : 0;
            if (HOUSE.matcher(address.substring(kept)).find()) {
                hits.add(new Masking.Hit(
                        Masking.Field.ADDRESS, cued.start(1) + kept, cued.start(1) + end(address, kept)));
            }
        }
        find(FLAT, text, hits);
        find(ROOM, text, hits);
        find(GROUP, text, hits);
        return hits;
    }

    /** An address ends with its last house, flat or room; what the sentence goes on with is not hidden. */
    private static int end(String address, int kept) {
        Matcher parts = Pattern.compile("(?:室|房|单元|幢|栋|座|号楼|号院?|户|组|队|[0-9A-Za-z])(?=[" + HAN + "]*$|)")
                .matcher(address);
        int end = kept;
        while (parts.find()) {
            end = Math.max(end, parts.end());
        }
        return end == kept ? address.length() : end;
    }

    private static void find(Pattern pattern, String text, List<Masking.Hit> hits) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String before = text.substring(Math.max(0, found.start() - LOOK_BACK), found.start());
            if (!OFFICE.matcher(before).find()) {
                hits.add(new Masking.Hit(Masking.Field.ADDRESS, found.start(), found.end()));
            }
        }
    }
}
