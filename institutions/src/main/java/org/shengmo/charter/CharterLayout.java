package org.shengmo.charter;

import java.util.Arrays;
import java.util.List;
import org.shengmo.organization.Directory;
import org.shengmo.workbook.CellForm;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Layout.Column;
import org.shengmo.workbook.Layout.Sheet;
import org.shengmo.workbook.Name;

/** The sheets of the charter workbook. */
final class CharterLayout {

    static final String BASICS = "basics";
    static final String RESPONSIBILITIES = "responsibilities";
    static final String BODIES = "leadingBodies";
    static final String ITEMS = "items";
    static final String SUB_ITEMS = "subItems";
    static final String PRINCIPAL = "principal";

    private static final int TITLE = 200;
    private static final int TEXT = 2000;

    private CharterLayout() {}

    static Layout of(Directory directory) {
        CellForm post =
                new CellForm.Known(code -> directory.postByCode(code).isPresent(), "charter.sheet.unknown-post");
        CellForm body =
                new CellForm.Known(code -> directory.bodyByCode(code).isPresent(), "charter.sheet.unknown-body");
        return Layout.of(
                Sheet.of(
                        BASICS,
                        "基本信息",
                        "Basics",
                        Column.required("year", "年度", "Year", new CellForm.WholeNumber(1900, 2199)),
                        Column.required("issuer", "发文机构编码", "Issuer code", body),
                        Column.required("listTitle", "清单标题", "List title", new CellForm.Text(TITLE)),
                        Column.required("planTitle", "计划标题", "Plan title", new CellForm.Text(TITLE))),
                Sheet.of(
                        RESPONSIBILITIES,
                        "责任清单",
                        "Responsibilities",
                        Column.required("code", "编码", "Code", new CellForm.Code()),
                        Column.required("tier", "层级", "Tier", tiers()),
                        Column.required("title", "责任事项", "Responsibility", new CellForm.Text(TITLE)),
                        Column.required("text", "具体内容", "Content", new CellForm.Text(TEXT)),
                        Column.required("holder", "责任主体编码", "Holder code", new CellForm.Text(64))),
                Sheet.of(
                        BODIES,
                        "领导班子",
                        "Leading bodies",
                        Column.required("body", "机构编码", "Body code", body),
                        Column.required("post", "职务编码", "Post code", post),
                        Column.required("role", "角色", "Role", roles())),
                Sheet.of(
                        ITEMS,
                        "任务",
                        "Items",
                        Column.required("code", "编码", "Code", new CellForm.Code()),
                        Column.required("title", "任务", "Item", new CellForm.Text(TITLE)),
                        Column.required("owner", "牵头领导职务编码", "Owner post code", post),
                        Column.required("leadUnit", "牵头单位编码", "Lead unit code", body)),
                Sheet.of(
                        SUB_ITEMS,
                        "子任务",
                        "Sub-items",
                        Column.required("code", "编码", "Code", new CellForm.Code()),
                        Column.required("item", "任务编码", "Item code", new CellForm.Reference(ITEMS, "code")),
                        Column.required("title", "子任务", "Sub-item", new CellForm.Text(TITLE)),
                        Column.required("measure", "措施", "Measure", new CellForm.Text(TEXT)),
                        Column.required("owner", "责任领导职务编码", "Owner post code", post),
                        Column.required("leadUnit", "牵头单位编码", "Lead unit code", body),
                        Column.optional("support", "配合单位编码", "Supporting unit codes", new CellForm.Text(TEXT)),
                        Column.required("deadline", "完成时限", "Deadline", new CellForm.Date())));
    }

    private static CellForm tiers() {
        return new CellForm.Choice(List.of(
                new CellForm.Option(Tier.LEADING_BODY.code(), new Name("班子集体", "Leading body")),
                new CellForm.Option(Tier.PRINCIPAL.code(), new Name("主要负责人", "Principal")),
                new CellForm.Option(Tier.MEMBER.code(), new Name("班子成员", "Member"))));
    }

    private static CellForm roles() {
        return new CellForm.Choice(List.of(
                new CellForm.Option(PRINCIPAL, new Name("主要负责人", "Principal")),
                new CellForm.Option("member", new Name("班子成员", "Member"))));
    }

    /** The tier of a cell's value. */
    static Tier tier(String value) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.code().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
