package org.shengmo.mandate;

import java.util.List;
import org.shengmo.workbook.CellForm;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Layout.Column;
import org.shengmo.workbook.Layout.Sheet;
import org.shengmo.workbook.Name;

/** The columns of a list: the six of a province's, and ours. */
final class ListLayout {

    static final String ITEMS = "items";
    private static final int LONG = 4000;

    private ListLayout() {}

    /** What a province publishes. */
    static Layout published() {
        return Layout.of(Sheet.of(ITEMS, "权力清单", "Items", first().toArray(Column[]::new)));
    }

    /** All that the catalogue says. */
    static Layout full() {
        List<Column> columns = new java.util.ArrayList<>(first());
        columns.add(Column.required(
                "catalogue",
                "清单",
                "Catalogue",
                new CellForm.Choice(List.of(
                        new CellForm.Option("committee", new Name("党委", "committee")),
                        new CellForm.Option("government", new Name("政府", "government"))))));
        columns.add(text("holder", "行使主体", "Holder"));
        columns.add(text("responsible", "责任主体", "Responsible"));
        columns.add(text("applicants", "申请对象", "Applicants"));
        columns.add(text("limit", "办理时限", "Limit"));
        columns.add(text("fee", "收费", "Fee"));
        columns.add(text("documents", "申请材料", "Documents"));
        columns.add(text("risks", "风险点", "Risks"));
        columns.add(text("event", "人生事", "Life event"));
        columns.add(text("flowchart", "流程图", "Flowchart"));
        return Layout.of(Sheet.of(ITEMS, "权力清单", "Items", columns.toArray(Column[]::new)));
    }

    private static List<Column> first() {
        return List.of(
                Column.required("code", "编码", "Code", new CellForm.Code()),
                Column.required("name", "名称", "Name", new CellForm.Text(1000)),
                Column.required("type", "类别", "Type", new CellForm.Text(10)),
                Column.required("department", "部门", "Department", new CellForm.Text(20)),
                Column.required("levels", "层级", "Levels", new CellForm.Text(20)),
                Column.required("basis", "依据", "Basis", new CellForm.Text(LONG)));
    }

    private static Column text(String key, String zh, String en) {
        return Column.optional(key, zh, en, new CellForm.Text(LONG));
    }
}
