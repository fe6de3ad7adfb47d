package org.shengmo.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in a text: those known to be hidden, and those that words such as 户主 or 申请人 introduce. Who holds an office is
 * named by it (局长张明) and stays.
 */
final class PersonNames {

    private static final String SURNAME = "(?:欧阳|司马|上官|诸葛|司徒|慕容|夏侯|东方|尉迟|皇甫|公孙|令狐|"
            + "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋甘景薄单包柏宁柯阮桂闵解强柴华车冉房边])";

    private static final Pattern CUED = Pattern.compile(
            "(?:户主|申请人|申请者|当事人|举报人|信访人|投诉人|反映人|来访人|受害人|患者|低保对象|特困人员|残疾人|产权人|被征收人|权利人|承租人|第三人|原告|被告|村民|居民|业主|家属|监护人|法定继承人|收款人|领取人|联系人|姓名|学生|职工)[:： ]{0,2}("
                    + SURNAME + "[\\u4e00-\\u9fff]{1,2})");

    /** What follows a name of one syllable: a verb, a mark, the end. */
    private static final String AFTER = "反说称提的等因在与和及户家对向被以已于从请要申报领到有住经系是为将诉投来去无未不所同之";

    /** Words that only look like a name where nothing parts them from what introduces it. */
    private static final Pattern NO_NAME =
            Pattern.compile("^(?:高[度兴于效]|于[是今明本当]|方[可便式面]|严[格重禁]|何[时种地]|任[何意]|安[全排置装]|许[多可]|成[立功为员交绩果]|"
                    + "常[年住用见]|单[位独]|关[于心注]|包[括含]|温[馨度]|强[烈制调]|解[决释除]|申[请报领]|管[理线道]|时[间刻]|"
                    + "曲折|路[边灯面]|车[辆位主库]|房[屋产子]|边[界上]|查[询看阅]|盛行|阳台|康复|钱款|田[地间]|白[天色]|马[上路]|"
                    + "程序|周[边围一二三四五六日]|武装|毕业|左右|景区|游客|卫生|林[地权业]|牛羊|向[有上本区市县镇村]|万[元余]|文[化件]|"
                    + "金[额融]|施[工行]|易[地于]|项目|江[边堤]|石[头料]|余[额下]|祝愿|陆续|顾虑|季[度节]|"
                    + "纪[委检]|曾[经多]|殷切|尤其|雷雨|党员|黄[线河])");

    private PersonNames() {}

    static List<Masking.Hit> known(String text, Collection<String> names) {
        List<Masking.Hit> hits = new ArrayList<>();
        for (String name : names) {
            if (name.strip().length() > 1) {
                Matcher found = Pattern.compile(Pattern.quote(name.strip())).matcher(text);
                while (found.find()) {
                    hits.add(new Masking.Hit(Masking.Field.NAME, found.start(), found.end()));
                }
            }
        }
        return hits;
    }

    static List<Masking.Hit> cued(String text) {
        List<Masking.Hit> hits = new ArrayList<>();
        Matcher found = CUED.matcher(text);
        while (found.find()) {
            String name = found.group(1);
            boolean parted = " :：".indexOf(text.charAt(found.start(1) - 1)) >= 0;
            if (parted || !NO_NAME.matcher(name).find()) {
                int end = name.length() == 3 && AFTER.indexOf(name.charAt(2)) >= 0 ? found.end(1) - 1 : found.end(1);
                hits.add(new Masking.Hit(Masking.Field.NAME, found.start(1), end));
            }
        }
        return hits;
    }
}
