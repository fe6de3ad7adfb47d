package org.shengmo.organization;

import java.util.Arrays;
import java.util.Locale;
import org.shengmo.wording.Words;
import org.shengmo.workbook.CellForm;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Layout.Column;
import org.shengmo.workbook.Layout.Sheet;
import org.shengmo.workbook.Name;

/** The sheets and columns of an organization workbook. */
final class OrganizationLayout {

    static final String BODIES = "bodies";
    static final String POSTS = "posts";
    static final String PEOPLE = "people";
    static final String TENURES = "tenures";
    static final String PORTFOLIOS = "portfolios";
    static final String MEMBERSHIPS = "memberships";

    private static final CellForm CODE = new CellForm.Code();
    private static final CellForm NAME = new CellForm.Text(100);
    private static final CellForm LIST = new CellForm.Text(4000);
    private static final CellForm DATE = new CellForm.Date();
    private static final CellForm BODY = new CellForm.Reference(BODIES, "code");
    private static final CellForm POST = new CellForm.Reference(POSTS, "code");
    private static final CellForm PERSON = new CellForm.Reference(PEOPLE, "code");

    private OrganizationLayout() {}

    /** The layout; choices bear the names that the pages give them. */
    static Layout of(Words words) {
        return Layout.of(
                Sheet.of(
                        BODIES,
                        "机构",
                        "Bodies",
                        Column.required("code", "编码", "Code", CODE),
                        Column.required("name", "名称", "Name", NAME),
                        Column.required(
                                "kind", "类别", "Kind", choice(words, "organization.body-kind.", BodyKind.values())),
                        Column.optional("parent", "上级机构编码", "Parent code", BODY),
                        Column.optional("position", "排序", "Position", new CellForm.WholeNumber(0, 99_999)),
                        Column.optional("established", "设立日期", "Established", DATE)),
                Sheet.of(
                        POSTS,
                        "职务",
                        "Posts",
                        Column.required("code", "编码", "Code", CODE),
                        Column.required("name", "名称", "Name", NAME),
                        Column.required("body", "机构编码", "Body code", BODY),
                        Column.optional("kind", "类型", "Kind", new CellForm.Text(80)),
                        Column.optional("head", "正职", "Head", CellForm.Choice.yesNo()),
                        Column.optional("rank", "排序", "Rank", new CellForm.WholeNumber(1, 999)),
                        Column.optional("seats", "席位", "Seats", new CellForm.WholeNumber(1, 999)),
                        Column.optional("permissions", "权限", "Permissions", LIST),
                        Column.optional("scope", "范围", "Scope", choice(words, "organization.reach.", Reach.values())),
                        Column.optional("scopeBodies", "范围机构编码", "Scope body codes", LIST)),
                Sheet.of(
                        PEOPLE,
                        "人员",
                        "People",
                        Column.required("code", "编码", "Code", CODE),
                        Column.required("name", "姓名", "Name", NAME)),
                Sheet.of(
                        TENURES,
                        "任职",
                        "Tenures",
                        Column.required("person", "人员编码", "Person code", PERSON),
                        Column.required("post", "职务编码", "Post code", POST),
                        Column.required("from", "任职日期", "From", DATE),
                        Column.optional("until", "免职日期", "Until", DATE)),
                Sheet.of(
                        PORTFOLIOS,
                        "分管",
                        "Portfolios",
                        Column.required("code", "编码", "Code", CODE),
                        Column.required("name", "分管事项", "Portfolio", NAME),
                        Column.optional("post", "分管职务编码", "Post code", POST),
                        Column.optional("bodies", "分管机构编码", "Body codes", LIST),
                        Column.required("from", "起始日期", "From", DATE)),
                Sheet.of(
                        MEMBERSHIPS,
                        "议事协调机构",
                        "Coordinating bodies",
                        Column.required("coordinating", "议事协调机构编码", "Coordinating body code", BODY),
                        Column.required("member", "成员机构编码", "Member code", BODY),
                        Column.required("from", "加入日期", "From", DATE),
                        Column.optional("until", "退出日期", "Until", DATE)));
    }

    private static CellForm choice(Words words, String prefix, Enum<?>[] values) {
        return new CellForm.Choice(Arrays.stream(values)
                .map(value -> new CellForm.Option(
                        value.name(),
                        new Name(
                                words.say(Locale.SIMPLIFIED_CHINESE, prefix + value.name()),
                                words.say(Locale.ENGLISH, prefix + value.name()))))
                .toList());
    }
}
