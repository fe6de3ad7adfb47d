package org.shengmo.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The demo district's two lists of powers as csv: the committee's 58 in 7 classes, the government's 3,471 in 8. What the
 * powers rest on is the fictional district's own, so that no real statute is cited for what it doesn't say.
 */
final class PowerLists {

    /** How many powers the government's list holds. */
    static final int GOVERNMENT = 3_471;

    private static final String HEAD =
            "code,name,type,department,levels,basis,catalogue,holder,responsible,applicants,limit,fee,documents,risks,event,flowchart";
    private static final Set<String> PAYING =
            Set.of("D12", "D13", "D17", "D20", "D23", "D26", "D29", "D30", "D35", "D45");

    private PowerLists() {}

    /** A kind of power over a matter. */
    private record Kind(
            String type, String name, String flowchart, int days, String applicants, String documents, String risk) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("01", "%s许可", "licence", 20, "公民、法人和其他组织", "申请书；身份证明；条件证明材料", "违规放宽准入条件|高|双人审查、集体审定"),
            new Kind("01", "%s变更许可", "licence", 15, "已取得许可的单位和个人", "变更申请书；原许可证件", "该变更的不变更|中|限时办结、超时预警"),
            new Kind("02", "对未经批准擅自从事%s行为的处罚", "penalty", 90, "依职权", "立案审批表；调查取证材料", "选择性执法|高|裁量基准、法制审核"),
            new Kind("02", "对%s中弄虚作假行为的处罚", "penalty", 90, "依职权", "立案审批表；调查取证材料", "以罚代管|高|案卷评查、结果公开"),
            new Kind("02", "对违反%s管理规定逾期不改正行为的处罚", "penalty", 90, "依职权", "责令改正通知书；复查记录", "裁量随意|中|裁量基准、集体讨论"),
            new Kind("03", "对涉嫌违法从事%s的场所、物品的查封扣押", "penalty", 30, "依职权", "审批表；清单；现场笔录", "超期查封扣押|高|到期提醒、全程录音录像"),
            new Kind("06", "%s日常监督检查", "inspection", 30, "依职权", "检查计划；检查记录", "走过场|中|双随机、结果公开"),
            new Kind("06", "%s专项检查", "inspection", 30, "依职权", "检查方案；检查记录", "通风报信|中|随机抽取、交叉检查"),
            new Kind("07", "%s资格确认", "licence", 20, "符合条件的单位和个人", "申请表；证明材料", "降低标准|中|双人核验、公示"),
            new Kind("08", "对在%s工作中成绩突出的单位和个人的奖励", "reward", 30, "有关单位和个人", "申报表；事迹材料", "优亲厚友|中|会同评审、公示"));
    private static final Kind LEVY = new Kind("04", "%s收费征收", "general", 15, "缴费义务人", "申报表；计费依据", "少征漏征|高|系统核定、对账");
    private static final Kind PAYMENT =
            new Kind("05", "%s补助给付", "payment", 30, "符合条件的困难群众", "申请书；身份证明；收入证明", "优亲厚友、冒领|高|入户核查、公示");

    /** The government's list. */
    static byte[] government() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (List<String> row : Table.rows("powers.tsv")) {
            String[] matters = row.get(3).split("、", -1);
            int number = 0;
            for (int i = 0; i < matters.length; i++) {
                List<Kind> kinds = new ArrayList<>(KINDS);
                // Where a department pays or levies, it does so for a third of its matters, in place of an award.
                if (i % 3 == 0) {
                    kinds.set(kinds.size() - 1, PAYING.contains(row.get(0)) ? PAYMENT : LEVY);
                }
                for (Kind kind : kinds) {
                    number++;
                    if (lines.size() <= GOVERNMENT) {
                        lines.add(line(row, kind, matters[i], number));
                    }
                }
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> row, Kind kind, String matter, int number) {
        String department = row.get(0);
        return String.join(
                ",",
                "ZF-%s-%s-%03d".formatted(department, kind.type(), number),
                kind.name().formatted(matter),
                kind.type(),
                department,
                "4",
                "《临墨区%s》第%d条".formatted(row.get(1), 3 + number % 57),
                "government",
                "QZ",
                department,
                kind.applicants(),
                kind.days() + (kind.days() > 30 ? "日" : "个工作日"),
                kind.type().equals("04") ? "按规定标准" : "不收费",
                kind.documents(),
                kind.risk(),
                row.get(2),
                kind.flowchart());
    }

    /** The committee's list. */
    static byte[] committee() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (List<String> row : Table.rows("committee-powers.tsv")) {
            String[] names = row.get(2).split("、", -1);
            for (int i = 0; i < names.length; i++) {
                lines.add(String.join(
                        ",",
                        "DW-%s-%02d".formatted(row.get(0), i + 1),
                        names[i] + "的决定",
                        row.get(0),
                        row.get(1),
                        "4",
                        "《临墨区委工作规则》第%d条".formatted(5 + i),
                        "committee",
                        "QW",
                        row.get(1),
                        "区属各单位",
                        "30个工作日",
                        "不收费",
                        "议题申请；征求意见情况；合法性审查意见",
                        "个人说了算|高|集体决定、末位表态；应上会不上会|高|清单管理、督查",
                        "",
                        "committee"));
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
