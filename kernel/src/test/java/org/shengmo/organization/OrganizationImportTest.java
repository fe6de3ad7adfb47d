package org.shengmo.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.OrganizationImport.Imported;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Words;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Template;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class OrganizationImportTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final Actor OFFICE = new Actor(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "组织部",
            Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
            new Scope.All(),
            List.of());

    @Autowired
    OrganizationImport imports;

    @Autowired
    Organization organization;

    @Autowired
    Docket docket;

    @Autowired
    TestClock clock;

    @Autowired
    Words words;

    private final Map<String, List<Map<String, Object>>> sheets = new HashMap<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void district() {
        clock.moveTo(LocalDate.of(2025, 6, 15));
        row("bodies", "code", code("town"), "name", "青石镇", "kind", "TOWNSHIP", "parent", code("root"));
        row("bodies", "code", code("root"), "name", "区委", "kind", "COMMITTEE", "position", 1);
        row("bodies", "code", code("group"), "name", "防汛指挥部", "kind", "COORDINATING", "parent", code("root"));
        row(
                "posts",
                "code",
                code("secretary"),
                "name",
                "书记",
                "body",
                code("root"),
                "head",
                "是",
                "permissions",
                "duty.meet、finding.uphold",
                "scope",
                "ALL");
        row("posts", "code", code("mayor"), "name", "镇长", "body", code("town"), "head", "是", "kind", "town.mayor");
        row("posts", "code", code("member"), "name", "委员", "body", code("root"), "seats", 2);
        row("people", "code", code("p1"), "name", "陆一");
        row("people", "code", code("p2"), "name", "陆二");
        row("people", "code", code("p3"), "name", "陆三");
        row("tenures", "person", code("p1"), "post", code("secretary"), "from", MARCH);
        row("tenures", "person", code("p2"), "post", code("mayor"), "from", MARCH, "until", JULY);
        row("tenures", "person", code("p3"), "post", code("mayor"), "from", JULY);
        row("tenures", "person", code("p1"), "post", code("member"), "from", MARCH);
        row("tenures", "person", code("p2"), "post", code("member"), "from", MARCH);
        row(
                "portfolios",
                "code",
                code("towns"),
                "name",
                "乡镇工作",
                "post",
                code("secretary"),
                "bodies",
                code("town"),
                "from",
                MARCH);
        row("memberships", "coordinating", code("group"), "member", code("town"), "from", MARCH, "until", JULY);
    }

    private String code(String name) {
        return name + "-" + run;
    }

    private void row(String sheet, Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        sheets.computeIfAbsent(sheet, each -> new ArrayList<>()).add(row);
    }

    private Imported take(boolean dryRun) {
        return take(Template.filled(imports.layout(), Locale.SIMPLIFIED_CHINESE, sheets), dryRun);
    }

    private Imported take(byte[] workbook, boolean dryRun) {
        return imports.run(OFFICE, new ByteArrayInputStream(workbook), dryRun);
    }

    private Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        assertThatThrownBy(() -> take(false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> invalid.faults().forEach(fault -> faults.put(place(fault), said(fault))));
        assertThat(organization.bodyByCode(code("root")))
                .as("nothing is imported")
                .isEmpty();
        assertThat(organization.personByCode(code("p1"))).isEmpty();
        return faults;
    }

    private static String place(Fault fault) {
        return fault.place();
    }

    private String said(Fault fault) {
        words.say(Locale.ENGLISH, fault.text());
        return words.say(Locale.SIMPLIFIED_CHINESE, fault.text());
    }

    @Test
    void aWorkbookIsTakenInActByAct() {
        assertThat(take(false)).isEqualTo(new Imported(3, 3, 3, 5, 1, 1, false));

        Body town = organization.bodyByCode(code("town")).orElseThrow();
        Post secretary = organization.postByCode(code("secretary")).orElseThrow();
        Post mayor = organization.postByCode(code("mayor")).orElseThrow();
        assertThat(organization.ancestorsOf(town.id())).extracting(Body::name).containsExactly("区委");
        assertThat(secretary.permissions())
                .containsExactlyInAnyOrder(Permission.of("duty.meet"), Permission.of("finding.uphold"));
        assertThat(secretary.scope()).isEqualTo(new Scope.All());
        assertThat(mayor.kind().code()).isEqualTo("town.mayor");
        assertThat(organization
                        .person(organization
                                .holderOf(mayor.id(), JULY)
                                .orElseThrow()
                                .person())
                        .name())
                .isEqualTo("陆三");
        assertThat(organization.inCharge(town.id(), MARCH)).contains(secretary);
        assertThat(organization.membershipsOf(town.id()))
                .extracting(Membership::until)
                .containsExactly(JULY);
        assertThat(docket.timeline(Subject.post(mayor.id()), List.of(), 10)).hasSize(3);
        assertThat(docket.timeline(Subject.body(town.id()), List.of(), 20))
                .extracting(entry -> entry.kind().code())
                .contains("organization.coordinating-body-left");
    }

    @Test
    void aDryRunTellsWhatWouldBeTakenInAndTakesNothing() {
        assertThat(take(true)).isEqualTo(new Imported(3, 3, 3, 5, 1, 1, true));
        assertThat(organization.bodyByCode(code("root"))).isEmpty();
    }

    @Test
    void theSameWorkbookWithMoreRowsAddsOnlyTheseRows() {
        take(false);
        assertThat(take(false)).isEqualTo(new Imported(0, 0, 0, 0, 0, 0, false));
        row("people", "code", code("p4"), "name", "陆四");
        row("posts", "code", code("clerk"), "name", "干事", "body", code("town"));
        row("tenures", "person", code("p4"), "post", code("clerk"), "from", JULY);
        assertThat(take(false)).isEqualTo(new Imported(0, 1, 1, 1, 0, 0, false));
    }

    @Test
    void englishHeadersSheetsAndChoicesAreRead() {
        sheets.get("bodies")
                .forEach(row -> row.computeIfPresent(
                        "kind", (key, kind) -> words.say(Locale.ENGLISH, "organization.body-kind." + kind)));
        sheets.get("posts").forEach(row -> row.computeIfPresent("head", (key, yes) -> "yes"));
        assertThat(take(Template.filled(imports.layout(), Locale.ENGLISH, sheets), false)
                        .tenures())
                .isEqualTo(5);
    }

    @Test
    void everyFaultOfEverySheetIsPlaced() {
        row("bodies", "code", code("town"), "name", "重复镇", "kind", "TOWNSHIP");
        row("bodies", "code", code("odd"), "name", "怪机构", "kind", "什么局");
        row("posts", "code", code("second"), "name", "第二镇长", "body", code("town"), "head", "是");
        row("posts", "code", code("third"), "name", "办事员", "body", code("town"), "kind", "镇 长", "permissions", "随便");
        row("tenures", "person", code("nobody"), "post", code("mayor"), "from", MARCH);
        row("tenures", "person", code("p1"), "post", code("mayor"), "from", "2025-02-30");
        row("tenures", "person", code("p3"), "post", code("secretary"), "from", JULY, "until", MARCH);
        row("portfolios", "code", code("more"), "name", "别的", "bodies", code("nowhere"), "from", MARCH);

        assertThat(faults())
                .hasEntrySatisfying("机构!A5", said -> assertThat(said).contains(code("town")))
                .hasEntrySatisfying("机构!C6", said -> assertThat(said).contains("什么局"))
                .containsKey("职务!E5")
                .containsKey("职务!D6")
                .containsKey("职务!H6")
                .hasEntrySatisfying("任职!A7", said -> assertThat(said).contains(code("nobody")))
                .hasEntrySatisfying("任职!C8", said -> assertThat(said).contains("2025-02-30"))
                .containsKey("任职!D9")
                .hasEntrySatisfying("分管!D3", said -> assertThat(said).contains(code("nowhere")));
    }

    @Test
    void twoInOneSeatAreFoundInTheRowThatMakesThemTwo() {
        row("tenures", "person", code("p1"), "post", code("mayor"), "from", LocalDate.of(2025, 6, 1), "until", JULY);
        row("tenures", "person", code("p3"), "post", code("member"), "from", JULY);
        assertThat(faults())
                .hasSize(2)
                .hasEntrySatisfying("任职!C7", said -> assertThat(said).contains(code("p2"), "任职!C3"))
                .containsKey("任职!C8");
    }

    @Test
    void bodiesInACircleAreFound() {
        row("bodies", "code", code("a"), "name", "甲", "kind", "DEPARTMENT", "parent", code("b"));
        row("bodies", "code", code("b"), "name", "乙", "kind", "DEPARTMENT", "parent", code("a"));
        assertThat(faults()).containsOnlyKeys("机构!D5", "机构!D6");
    }

    @Test
    void aMemberJoinsACoordinatingBodyOnly() {
        row("memberships", "coordinating", code("town"), "member", code("root"), "from", MARCH);
        row("memberships", "coordinating", code("group"), "member", code("town"), "from", MARCH);
        assertThat(faults()).containsOnlyKeys("议事协调机构!A3", "议事协调机构!C4");
    }

    @Test
    void aCodeOnRecordUnderAnotherNameIsAFault() {
        take(false);
        sheets.get("people").getFirst().put("name", "改名");
        assertThatThrownBy(() -> take(false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::place)
                                .containsExactly("人员!B2"));
    }

    @Test
    void anOverlapWithTheRecordIsAFault() {
        take(false);
        row("tenures", "person", code("p1"), "post", code("mayor"), "from", LocalDate.of(2025, 8, 1));
        assertThatThrownBy(() -> take(false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::place)
                                .containsExactly("任职!C7"));
    }

    @Test
    void aFormulaAWrongHeaderAndAMissingSheetAreFaults() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            for (Layout.Sheet sheet : imports.layout().sheets()) {
                if (!sheet.key().equals("memberships")) {
                    Worksheet page = workbook.newWorksheet(sheet.name().zh());
                    for (int i = 0; i < sheet.columns().size(); i++) {
                        page.value(0, i, sheet.columns().get(i).name().zh());
                    }
                    if (sheet.key().equals("people")) {
                        page.value(0, 1, "名字");
                    }
                    if (sheet.key().equals("bodies")) {
                        page.formula(1, 0, "1+1");
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThatThrownBy(() -> take(bytes.toByteArray(), false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::place)
                                .contains("人员!B1", "机构!A2", "议事协调机构"));
    }

    @Test
    void whoMayNotManageTheWholeDistrictImportsNothing() {
        Actor townOffice = new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "镇组织委员",
                OFFICE.permissions(),
                new Scope.OwnBody(UUID.randomUUID()),
                List.of());
        byte[] workbook = Template.filled(imports.layout(), Locale.SIMPLIFIED_CHINESE, sheets);
        assertThatThrownBy(() -> imports.run(townOffice, new ByteArrayInputStream(workbook), false))
                .isInstanceOf(Refused.class);
    }
}
