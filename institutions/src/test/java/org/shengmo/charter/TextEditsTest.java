package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shengmo.wording.Invalid;

/** One part changes, and nothing else. */
class TextEditsTest {

    private static final Named POST = new Named("SJ", "书记");
    private static final Named BODY = new Named("QW", "区委");

    private static SubItem subItem(String code, String measure) {
        return new SubItem(code, "子任务" + code, measure, POST, BODY, List.of(), LocalDate.of(2025, 6, 30));
    }

    private static PlanItem item(String code, SubItem... subItems) {
        return new PlanItem(code, "任务" + code, POST, BODY, List.of(subItems));
    }

    private static final AnnualPlan PLAN = new AnnualPlan(
            2025,
            "计划",
            BODY,
            List.of(item("1", subItem("1.1", "甲"), subItem("1.2", "乙")), item("2", subItem("2.1", "丙"))));

    @Test
    void aPartIsReplacedInItsPlace() {
        AnnualPlan changed = TextEdits.put(PLAN, "1.1", "1", subItem("1.1", "改"));

        assertThat(changed.subItems()).extracting(SubItem::measure).containsExactly("改", "乙", "丙");
        assertThat(TextEdits.put(changed, "1.1", "1", subItem("1.1", "甲"))).isEqualTo(PLAN);
    }

    @Test
    void aSubItemMovesToTheItemItNowBelongsTo() {
        AnnualPlan changed = TextEdits.put(PLAN, "1.1", "2", subItem("2.2", "甲"));

        assertThat(TextEdits.codes(changed)).containsExactly("1", "2", "1.2", "2.1", "2.2");
        assertThatThrownBy(() -> TextEdits.put(PLAN, "1.1", "3", subItem("1.1", "甲")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void anItemThatChangesKeepsItsSubItems() {
        AnnualPlan changed = TextEdits.put(PLAN, "1", item("9"));

        assertThat(changed.items()).extracting(PlanItem::code).containsExactly("9", "2");
        assertThat(changed.subItems()).isEqualTo(PLAN.subItems());
    }

    @Test
    void aCodeThatAnotherPartHasIsRefused() {
        assertThatThrownBy(() -> TextEdits.put(PLAN, "1.1", "1", subItem("2", "甲")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.faults().getFirst().place()).isEqualTo("code"));
        assertThatThrownBy(() -> TextEdits.put(PLAN, "", item("2"))).isInstanceOf(Invalid.class);
    }

    @Test
    void aPartIsTakenOutAndAListEditedLikewise() {
        assertThat(TextEdits.codes(TextEdits.without(PLAN, "1"))).containsExactly("2", "2.1");
        assertThat(TextEdits.codes(TextEdits.without(PLAN, "1.2"))).containsExactly("1", "2", "1.1", "2.1");

        ResponsibilityList list = new ResponsibilityList(2025, "清单", BODY, List.of(), List.of());
        Responsibility duty = new Responsibility("Z1", Tier.PRINCIPAL, "部署", "亲自部署", POST);
        ResponsibilityList more =
                TextEdits.put(TextEdits.put(list, "", duty), "", new LeadingBody(BODY, POST, List.of()));
        assertThat(TextEdits.codes(more)).containsExactly("Z1", "QW");
        assertThat(TextEdits.without(TextEdits.without(more, "QW"), "Z1")).isEqualTo(list);
        assertThat(TextEdits.titled(list, "新题", BODY).title()).isEqualTo("新题");
    }
}
