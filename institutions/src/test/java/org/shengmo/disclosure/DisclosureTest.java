package org.shengmo.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Publishable;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.duty.WithdrawnDuty;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Receipt;
import org.shengmo.pledge.NewProgramme;
import org.shengmo.pledge.Pledges;
import org.shengmo.rulebook.Document;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.KernelTest;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KernelTest
class DisclosureTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    @Autowired
    Disclosure disclosure;

    @Autowired
    Requests requests;

    @Autowired
    Pledges pledges;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Duties duties;

    @Autowired
    Findings findings;

    @Autowired
    Docket docket;

    @Autowired
    Calendar calendar;

    @Autowired
    Rulebook rulebook;

    @Autowired
    List<Publishable> publishables;

    @Autowired
    List<Metric> metrics;

    @Autowired
    List<DailyRound> rounds;

    @Autowired
    Ladder ladder;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private DisclosureGround ground;

    @BeforeEach
    void aGovernmentWithBureaus() {
        clock.moveTo(START);
        ground = new DisclosureGround(organization, posts);
    }

    private void to(LocalDate day) {
        clock.moveTo(day);
        rounds.stream()
                .sorted(java.util.Comparator.comparingInt(round -> ladder.position(
                        Ladder.rungOf(AopUtils.getTargetClass(round).getName()))))
                .forEach(round -> round.onDay(day));
    }

    private String promise(String text) {
        String code = UUID.randomUUID().toString().substring(0, 8);
        pledges.announce(
                ground.in("governor"),
                ground.body("government"),
                new NewProgramme(
                        2025,
                        "E" + code,
                        "饮水安全工程",
                        List.of(new NewProgramme.NewPromise(
                                "S" + code,
                                "接通自来水" + code,
                                text,
                                ground.post("governor"),
                                ground.body("education"),
                                new BigDecimal("1200000.00"),
                                List.of(new NewProgramme.NewMilestone("开工", LocalDate.of(2025, 9, 30)))))));
        return "接通自来水" + code;
    }

    private Publication.Published published(String title) {
        return disclosure.published().stream()
                .filter(each -> each.details().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private UUID owedBy(String office) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO disclosure.publication
                  (id, item, category, article, title, text, body, officer, arose, due, duty, state)
                SELECT ?, 'charter.problem', 'rectification', '19', ?, '已修好。', ?, ?, ?, ?, ?, 'OWED'
                """)
                .params(
                        id,
                        "校门口积水" + id,
                        ground.body("education"),
                        ground.post(office),
                        START,
                        calendar.plusWorkingDays(START, 20),
                        duties.owe(
                                Actor.CALENDAR,
                                new org.shengmo.duty.NewDuty(
                                                org.shengmo.docket.Kind.of("disclosure.publish"),
                                                "公开",
                                                ground.post(office),
                                                ground.body("education"),
                                                rulebook.cite(Disclosure.REGULATION, "26", START),
                                                Publication.subject(id),
                                                START,
                                                calendar.plusWorkingDays(START, 20),
                                                new org.shengmo.duty.DutyTerms(
                                                        List.of(5, 1),
                                                        List.of(1, 5),
                                                        10,
                                                        org.shengmo.docket.Kind.of("disclosure.unpublished"),
                                                        "disclosure-terms"))
                                        .metAt("/disclosure/desk/publications/" + id)))
                .update();
        return id;
    }

    @Test
    void everyItemThatARoomTellsStandsInTheCatalogue() {
        assertThat(disclosure.catalogue().stream().map(CatalogueItem::item))
                .contains("other")
                .containsAll(publishables.stream().map(Publishable::item).toList());
        assertThat(disclosure.catalogue()).allSatisfy(item -> {
            assertThat(item.workingDays()).isEqualTo(20);
            assertThat(item.clause().document()).isEqualTo(Disclosure.REGULATION);
        });
    }

    @Test
    void whatAnActBringsAboutIsPublicWithoutBeingTypedAgainAndMasked() {
        String title = promise("联系人王小明，电话13800138000，身份证110105194912310021。");
        int taken = disclosure.gather(START);
        assertThat(taken).isPositive();
        Publication.Published published = published(title);
        assertThat(published.details().text()).isEqualTo("联系人王**，电话138****8000，身份证110*************21。");
        assertThat(published.details().hidden()).isEqualTo(3);
        assertThat(published.details().href()).startsWith("/pledges/");
        assertThat(published.details().body()).isEqualTo(ground.body("education"));
        assertThat(disclosure.gather(START)).as("nothing twice").isZero();
        assertThat(docket.timeline(Publication.subject(published.id()), List.of(), 5))
                .extracting(entry -> entry.kind().code())
                .containsExactly("disclosure.published");
    }

    @Test
    void theDistrictsOwnRulesAreOwedWithinTwentyWorkingDaysAndNationalOnesAreNot() {
        Document own = rulebook.document("information-disclosure-measures").orElseThrow();
        Document national = rulebook.document(Disclosure.REGULATION).orElseThrow();
        Entry loaded = loaded(own);
        disclosure.gather(
                loaded.at().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(1));
        assertThat(arising(loaded.id())).hasSize(1).allSatisfy(row -> {
            assertThat(row.get("state")).isEqualTo("OWED");
            LocalDate arose = ((java.sql.Date) row.get("arose")).toLocalDate();
            assertThat(((java.sql.Date) row.get("due")).toLocalDate()).isEqualTo(calendar.plusWorkingDays(arose, 20));
            assertThat(duties.duty((UUID) row.get("duty"))).isInstanceOf(OpenDuty.class);
        });
        assertThat(arising(loaded(national).id())).isEmpty();
    }

    private Entry loaded(Document document) {
        return docket.timeline(new Subject("rulebook.document", document.id()), List.of(), 9)
                .getFirst();
    }

    private List<Map<String, Object>> arising(long entry) {
        return database.sql("SELECT state, arose, due, duty FROM disclosure.publication WHERE entry = ?")
                .param(entry)
                .query()
                .listOfRows();
    }

    @Test
    void theOfficePublishesWhatItOwesAndItsDutyIsMet() {
        UUID id = owedBy("education-clerk");
        assertThatThrownBy(() -> disclosure.publish(ground.in("water-head"), id, "题", "文"))
                .isInstanceOf(Refused.class);
        assertThat(disclosure.find(Actor.PUBLIC, id)).as("not public yet").isEmpty();
        UUID duty = disclosure
                .find(ground.in("education-head"), id)
                .orElseThrow()
                .details()
                .duty();
        disclosure.publish(ground.in("education-head"), id, "校门口积水已解决", "村民张三反映的问题已解决。");
        assertThat(duties.duty(duty)).isInstanceOf(MetDuty.class);
        assertThat(disclosure.find(Actor.PUBLIC, id).orElseThrow().details().text())
                .isEqualTo("村民张*反映的问题已解决。");
        assertThatThrownBy(() -> disclosure.publish(ground.in("education-head"), id, "题", "文"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void blankWordsAreRefusedAllAtOnce() {
        UUID id = owedBy("education-clerk");
        assertThatThrownBy(() -> disclosure.publish(ground.in("education-clerk"), id, " ", ""))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(org.shengmo.wording.Fault::place)
                                .containsExactly("title", "text"));
    }

    @Test
    void onlyWhoLeadsTheOfficeDecidesThatSomethingIsNotPublic() {
        UUID id = owedBy("education-clerk");
        assertThatThrownBy(() -> disclosure.decline(ground.in("education-clerk"), id, "15", "涉及隐私"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> disclosure.decline(ground.in("education-head"), id, "3", "涉及隐私"))
                .isInstanceOf(Invalid.class);
        Publication declined = disclosure.decline(ground.in("education-head"), id, "15", "涉及学生隐私");
        assertThat(declined).isInstanceOf(Publication.Declined.class);
        assertThat(duties.duty(declined.details().duty())).isInstanceOf(WithdrawnDuty.class);
        assertThat(disclosure.find(Actor.PUBLIC, id)).isEmpty();
    }

    @Test
    void whatIsNotPublishedInTimeBecomesAFinding() {
        UUID id = owedBy("education-clerk");
        LocalDate due = calendar.plusWorkingDays(START, 20);
        to(due.plusDays(9));
        Subject duty = new Subject(
                "duty",
                disclosure
                        .find(ground.in("education-head"), id)
                        .orElseThrow()
                        .details()
                        .duty());
        to(due.plusDays(11));
        assertThat(findings.restingOn(duty))
                .extracting(finding -> finding.details().kind().code())
                .containsExactly("disclosure.unpublished");
    }

    @Test
    void whatIsPutRightKeepsWhatStoodThere() {
        Publication made = disclosure.add(ground.in("education-clerk"), "招生范围", "一小：东街。");
        disclosure.correct(ground.in("education-head"), made.id(), "招生范围", "一小：东街、南街。", "漏列南街");
        assertThat(disclosure
                        .find(Actor.PUBLIC, made.id())
                        .orElseThrow()
                        .details()
                        .text())
                .isEqualTo("一小：东街、南街。");
        assertThat(disclosure.revisions(made.id()))
                .extracting(Disclosure.Revision::text)
                .containsExactly("一小：东街。");
    }

    // Requests

    private InformationRequest asked(String what) {
        Receipt receipt = requests.submit(ground.request(what));
        return requests.follow(receipt.code()).orElseThrow();
    }

    private InformationRequest now(InformationRequest request) {
        return requests.find(ground.in("education-head"), request.id()).orElseThrow();
    }

    @Test
    void aRequestIsFollowedByItsCodeAloneAndItsWordsStandInNoEntry() {
        Receipt receipt = requests.submit(ground.request("2024年学前教育经费使用情况"));
        assertThat(receipt.due()).isEqualTo(calendar.plusWorkingDays(START, 20));
        InformationRequest request = requests.follow(receipt.grouped()).orElseThrow();
        assertThat(request.details().officer())
                .as("the clerk before the head")
                .isEqualTo(ground.post("education-clerk"));
        assertThat(requests.follow("0000 0000 0000 0000")).isEmpty();
        assertThat(requests.find(ground.in("water-head"), request.id())).isEmpty();
        assertThat(requests.applicant(ground.in("water-head"), request.id())).isEmpty();
        assertThat(requests.applicant(ground.in("education-clerk"), request.id()))
                .hasValueSatisfying(who -> assertThat(who.name()).isEqualTo("何田"));
        assertThat(docket.timeline(InformationRequest.subject(request.id()), List.of(), 9))
                .allSatisfy(entry -> assertThat(entry.payload().toString()).doesNotContain("何田", "学前"));
        assertThat(database.sql("SELECT count(*) FROM disclosure.applicant")
                        .query(Integer.class)
                        .single())
                .as("no row without naming its request")
                .isZero();
    }

    @Test
    void sentAgainWithTheSameTokenItStaysOne() {
        NewRequest once = ground.request("规划");
        NewRequest form = new NewRequest(
                once.channel(),
                once.applicant(),
                once.body(),
                once.what(),
                once.form(),
                UUID.randomUUID().toString(),
                null);
        assertThat(requests.submit(form).code()).isEqualTo(requests.submit(form).code());
        assertThat(requests.readableBy(ground.in("education-head"))).hasSize(1);
    }

    @Test
    void aRequestSaysWhoAsksWhomForWhat() {
        NewRequest nothing = new NewRequest(
                NewRequest.Channel.WEB,
                new NewRequest.Applicant(NewRequest.ApplicantKind.PERSON, " ", "", ""),
                null,
                "",
                NewRequest.Form.PAPER,
                "short",
                START.plusDays(1));
        assertThatThrownBy(() -> requests.submit(nothing))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(org.shengmo.wording.Fault::place)
                                .containsExactly("name", "document", "contact", "what", "body", "token", "receivedOn"));
    }

    @Test
    void anAnswerRestsOnItsClauseAndMeetsTheDuty() {
        InformationRequest request = asked("学校伙食费账目");
        UUID duty = request.details().duty();
        assertThatThrownBy(() -> requests.answer(ground.in("water-head"), request.id(), RequestAnswer.NOT_HELD, "无"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> requests.answer(ground.in("education-clerk"), request.id(), RequestAnswer.PRIVATE, " "))
                .isInstanceOf(Invalid.class);
        requests.answer(ground.in("education-clerk"), request.id(), RequestAnswer.PRIVATE, "含学生家庭信息，第三方不同意公开。");
        InformationRequest.Answered answered = (InformationRequest.Answered) now(request);
        assertThat(requests.clauses(answered))
                .extracting(each -> each.article())
                .containsExactly("36.3", "15");
        assertThat(duties.duty(duty)).isInstanceOf(MetDuty.class);
        assertThatThrownBy(() ->
                        requests.answer(ground.in("education-clerk"), request.id(), RequestAnswer.DISCLOSED, "见附件"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void completionIsAskedOnceWithinSevenWorkingDaysAndThePeriodBeginsAnew() {
        Receipt receipt = requests.submit(ground.request("有关材料"));
        InformationRequest request = requests.follow(receipt.code()).orElseThrow();
        Actor clerk = ground.in("education-clerk");
        LocalDate until = START.plusDays(15);
        requests.askCompletion(clerk, request.id(), "请说明年份", until);
        assertThat(duties.duty(request.details().duty())).isInstanceOf(WithdrawnDuty.class);
        LocalDate supplied = START.plusDays(8);
        clock.moveTo(supplied);
        requests.supply(receipt.code(), "2023年度");
        assertThat(now(request).details().due()).isEqualTo(calendar.plusWorkingDays(supplied, 20));
        assertThatThrownBy(() -> requests.askCompletion(clerk, request.id(), "还不清楚", supplied.plusDays(9)))
                .isInstanceOf(Refused.class);
        InformationRequest slow = asked("另一份材料");
        clock.moveTo(calendar.plusWorkingDays(supplied, 8));
        assertThatThrownBy(() -> requests.askCompletion(clerk, slow.id(), "请说明", supplied.plusDays(40)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.refusal().citations().getFirst().article())
                                .isEqualTo("30"));
    }

    @Test
    void whatIsNotCompletedInTimeLapses() {
        InformationRequest request = asked("有关材料");
        requests.askCompletion(ground.in("education-clerk"), request.id(), "请说明年份", START.plusDays(15));
        to(START.plusDays(15));
        assertThat(now(request)).isInstanceOf(InformationRequest.Incomplete.class);
        to(START.plusDays(16));
        assertThat(now(request)).isInstanceOf(InformationRequest.Lapsed.class);
    }

    @Test
    void askingAThirdPartyStopsThePeriodAtMostFifteenWorkingDays() {
        InformationRequest request = asked("食堂承包合同");
        Actor clerk = ground.in("education-clerk");
        LocalDate since = LocalDate.of(2025, 3, 10);
        clock.moveTo(since);
        requests.consult(clerk, request.id(), "承包企业");
        InformationRequest.Consulting consulting = (InformationRequest.Consulting) now(request);
        assertThat(consulting.until()).isEqualTo(calendar.plusWorkingDays(since, 15));
        LocalDate answered = LocalDate.of(2025, 3, 17);
        clock.moveTo(answered);
        requests.consulted(clerk, request.id(), false, "涉及商业秘密");
        assertThat(now(request).details().due())
                .as("five working days are not counted")
                .isEqualTo(calendar.plusWorkingDays(START, 25));
        assertThat(now(request).details().third().agrees()).isFalse();
        assertThatThrownBy(() -> requests.consult(clerk, request.id(), "另一家")).isInstanceOf(Refused.class);
    }

    @Test
    void aThirdPartyThatKeepsSilentDoesNotStopItLonger() {
        InformationRequest request = asked("食堂承包合同");
        requests.consult(ground.in("education-clerk"), request.id(), "承包企业");
        LocalDate until = calendar.plusWorkingDays(START, 15);
        to(until);
        assertThat(now(request)).isInstanceOf(InformationRequest.Consulting.class);
        to(until.plusDays(1));
        assertThat(now(request)).isInstanceOf(InformationRequest.Received.class);
        assertThat(now(request).details().third().agrees()).isNull();
        assertThat(now(request).details().due()).isAfter(calendar.plusWorkingDays(START, 34));
    }

    @Test
    void theHeadExtendsOnceByAtMostTwentyWorkingDays() {
        InformationRequest request = asked("十年经费明细");
        Actor head = ground.in("education-head");
        assertThatThrownBy(() -> requests.extend(ground.in("education-clerk"), request.id(), 10, "量大"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> requests.extend(head, request.id(), 21, "量大")).isInstanceOf(Refused.class);
        requests.extend(head, request.id(), 20, "需要查阅纸质档案");
        assertThat(now(request).details().due()).isEqualTo(calendar.plusWorkingDays(START, 40));
        assertThatThrownBy(() -> requests.extend(head, request.id(), 1, "还不够")).isInstanceOf(Refused.class);
    }

    @Test
    void silenceBecomesAFinding() {
        InformationRequest request = asked("校车线路");
        LocalDate due = request.details().due();
        to(due.plusDays(6));
        assertThat(findings.restingOn(new Subject("duty", request.details().duty())))
                .extracting(finding -> finding.details().kind().code())
                .containsExactly("disclosure.unanswered");
        assertThat(requests.figures(2025).stream().filter(each -> each.body().equals(ground.body("education"))))
                .extracting(Requests.Figures::late)
                .containsExactly(1);
        requests.answer(ground.in("education-clerk"), request.id(), RequestAnswer.DISCLOSED, "见附件");
        Metric late = metrics.stream()
                .filter(metric -> metric.id().equals("disclosure.answered.late"))
                .findFirst()
                .orElseThrow();
        assertThat(late.figure(2025, due.plusDays(6)).value()).isPositive();
    }
}
