package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shengmo.access.Posts;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.MetDuty;
import org.shengmo.duty.WithdrawnDuty;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petition.Closing;
import org.shengmo.petition.Petition.Outcome;
import org.shengmo.petition.Petition.State;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A petition's way through the district, day by day, on a real database. */
@KernelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PetitionTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    @Autowired
    Petitions petitions;

    @Autowired
    Handling handling;

    @Autowired
    Sender sender;

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
    List<DailyRound> rounds;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private PetitionGround ground;
    private int count;

    @BeforeAll
    void aDistrict() {
        clock.moveTo(PetitionGround.FIRST_DAY);
        ground = new PetitionGround(organization, posts);
    }

    @BeforeEach
    void onAMonday() {
        clock.moveTo(START);
    }

    private record Sent(String code, UUID id) {}

    private Sent sent() {
        return sent(ground.water("自来水发黄已经半个月，第" + ++count + "次反映，请派人检测水质。"));
    }

    private Sent sent(NewPetition petition) {
        Receipt receipt = petitions.submit(petition);
        return new Sent(receipt.code(), followed(receipt.code()).petition().id());
    }

    private Sender.FollowedPetition followed(String code) {
        return (Sender.FollowedPetition) sender.follow(code).orElseThrow();
    }

    private Petition petition(UUID id) {
        return petitions.find(ground.in("desk"), id).orElseThrow();
    }

    private Sent inHand() {
        Sent sent = sent();
        handling.passOn(ground.in("desk"), sent.id(), Topic.WATER, ground.body("water"), "");
        handling.accept(ground.in("water-clerk"), sent.id(), "已收到，将在六十日内答复您。");
        return sent;
    }

    private Sent answered() {
        Sent sent = inHand();
        handling.reply(ground.in("water-clerk"), sent.id(), Outcome.SOLVED, "已更换滤料，水质检测合格。", List.of());
        return sent;
    }

    private static List<String> articles(Refused refused) {
        return refused.refusal().citations().stream().map(Citation::article).toList();
    }

    @Test
    void aPetitionGoesFromTheReceiptToTheSendersWord() {
        Sent sent = sent();
        assertThat(sent.code()).matches("[0-9]{16}");
        assertThat(petition(sent.id()).state()).isEqualTo(State.RECEIVED);
        assertThat(petition(sent.id()).details().due()).isEqualTo(LocalDate.of(2025, 3, 18));

        handling.passOn(ground.in("desk"), sent.id(), Topic.WATER, ground.body("water"), "请尽快检测");
        Petition.Details passed = petition(sent.id()).details();
        assertThat(passed.handler()).isEqualTo(ground.post("water-clerk"));
        assertThat(passed.due()).isEqualTo(LocalDate.of(2025, 3, 18));

        handling.accept(ground.in("water-clerk"), sent.id(), "已受理。");
        assertThat(petition(sent.id()).details().due())
                .as("60 days, and 2 May is a holiday")
                .isEqualTo(calendar.workingDayFrom(START.plusDays(60)));

        sender.write(sent.code(), "今天还是黄的。", List.of());
        handling.write(ground.in("water-clerk"), sent.id(), "明天上午上门取样。", List.of());
        handling.reply(ground.in("water-clerk"), sent.id(), Outcome.SOLVED, "已更换滤料。", List.of());
        assertThat(petition(sent.id()).state()).isEqualTo(State.ANSWERED);

        sender.rate(sent.code(), 5, true, "谢谢");
        assertThat(petition(sent.id()))
                .isInstanceOfSatisfying(
                        Petition.Closed.class,
                        closed -> assertThat(closed.closing()).isEqualTo(Closing.SOLVED));
        assertThat(followed(sent.code()).messages())
                .extracting(Petitions.Message::text)
                .contains("今天还是黄的。", "明天上午上门取样。", "已更换滤料。");
        assertThat(kinds(sent.id()))
                .contains(
                        "petition.received",
                        "petition.passed-on",
                        "petition.accepted",
                        "petition.answered",
                        "petition.rated",
                        "petition.solved");
    }

    private List<String> kinds(UUID id) {
        return docket.timeline(Steps.subject(id), List.of(), 100).stream()
                .map(entry -> entry.kind().code())
                .toList();
    }

    @Test
    void theRecordHoldsNoWordOfTheTextNorOfWhoSentIt() {
        Sent sent = answered();
        List<Entry> entries = docket.timeline(Steps.subject(sent.id()), List.of(), 100);
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.payload().toString())
                        .doesNotContain("发黄")
                        .doesNotContain("何田")
                        .doesNotContain("13800001234"));
    }

    @Test
    void eachStepIsADutyOfTheKernelAndIsMet() {
        Sent sent = sent();
        Duty register = duties.duty(petition(sent.id()).details().duty());
        assertThat(register.details().ownerPost()).isEqualTo(ground.post("desk"));
        assertThat(register.details().clause().article()).startsWith("22");
        handling.passOn(ground.in("office-head"), sent.id(), Topic.WATER, ground.body("water"), "");
        assertThat(duties.duty(register.id())).isInstanceOf(MetDuty.class);
        Duty inform = duties.duty(petition(sent.id()).details().duty());
        assertThat(inform.details().ownerPost()).isEqualTo(ground.post("water-clerk"));
        handling.accept(ground.in("water-head"), sent.id(), "已受理。");
        assertThat(duties.duty(inform.id())).isInstanceOf(MetDuty.class);
        assertThat(duties.duty(petition(sent.id()).details().duty())
                        .details()
                        .terms()
                        .remindDaysBefore())
                .containsExactly(15, 7, 1);
    }

    @Test
    void aWrongMoveIsRefusedWithItsClause() {
        Sent sent = sent();
        assertThatThrownBy(() -> handling.reply(ground.in("water-clerk"), sent.id(), Outcome.SOLVED, "好了", List.of()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().reason().key()).isEqualTo("petition.move.refused");
                    assertThat(articles(refused)).containsExactly("31");
                });
        assertThatThrownBy(() -> sender.rate(sent.code(), 5, true, ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(articles(refused)).containsExactly("28"));
        Sent hand = inHand();
        assertThatThrownBy(() -> handling.passOn(ground.in("desk"), hand.id(), Topic.WATER, ground.body("roads"), ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(articles(refused)).containsExactly("22"));
        assertThatThrownBy(() -> handling.reply(ground.in("roads-head"), hand.id(), Outcome.SOLVED, "好", List.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("petition.not-handler");
        assertThatThrownBy(() ->
                        handling.passOn(ground.in("water-clerk"), sent().id(), Topic.WATER, ground.body("water"), ""))
                .isInstanceOf(Refused.class)
                .hasMessage("access.permission.missing");
    }

    @Test
    void aBodyObjectsWithinFiveWorkingDaysAndTheOfficeDecides() {
        Sent sent = sent();
        handling.passOn(ground.in("desk"), sent.id(), Topic.TRAVEL, ground.body("roads"), "");
        clock.moveTo(LocalDate.of(2025, 3, 10));
        handling.object(ground.in("roads-head"), sent.id(), "属于水利部门职责。");
        handling.decideObjection(ground.in("desk"), sent.id(), true, "同意退回");
        assertThat(petition(sent.id()).state()).isEqualTo(State.RECEIVED);
        handling.passOn(ground.in("desk"), sent.id(), Topic.WATER, ground.body("water"), "");
        clock.moveTo(LocalDate.of(2025, 3, 18));
        assertThatThrownBy(() -> handling.object(ground.in("water-clerk"), sent.id(), "不归我们"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().reason().key()).isEqualTo("petition.object.late");
                    assertThat(articles(refused)).containsExactly("23.3");
                });
    }

    @Test
    void onlyTheHeadExtendsOnceByThirtyDaysAtMostAndTheSenderIsToldWhy() {
        Sent sent = inHand();
        assertThatThrownBy(() -> handling.extend(ground.in("water-clerk"), sent.id(), 10, "复杂"))
                .isInstanceOf(Refused.class)
                .hasMessage("petition.extend.not-head");
        assertThatThrownBy(() -> handling.extend(ground.in("water-head"), sent.id(), 31, "复杂"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(articles(refused)).containsExactly("34"));
        assertThatThrownBy(() -> handling.extend(ground.in("water-head"), sent.id(), 30, " "))
                .isInstanceOf(Invalid.class);
        handling.extend(ground.in("water-head"), sent.id(), 30, "需要改造管网");
        assertThat(petition(sent.id()).details().due()).isEqualTo(calendar.workingDayFrom(START.plusDays(90)));
        assertThat(followed(sent.code()).messages().getLast().text()).contains("需要改造管网");
        assertThatThrownBy(() -> handling.extend(ground.in("water-head"), sent.id(), 5, "再延"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theTimeOfAHearingIsNotCounted() {
        Sent sent = inHand();
        UUID duty = petition(sent.id()).details().duty();
        clock.moveTo(LocalDate.of(2025, 3, 13));
        handling.suspend(ground.in("water-clerk"), sent.id(), true, "举行听证");
        assertThat(petition(sent.id())).isInstanceOf(Petition.Suspended.class);
        assertThat(petition(sent.id()).details().due()).isNull();
        assertThat(duties.duty(duty)).isInstanceOf(WithdrawnDuty.class);
        clock.moveTo(LocalDate.of(2025, 4, 2));
        handling.resume(ground.in("water-clerk"), sent.id());
        assertThat(petition(sent.id()).details().due())
                .as("60 days and the 20 of the hearing")
                .isEqualTo(calendar.workingDayFrom(START.plusDays(80)));
    }

    @Test
    void whatSolvedNothingIsHandledAgainAndASecondFailureIsAFindingByItself() {
        Sent sent = answered();
        sender.rate(sent.code(), 2, false, "水还是黄的");
        assertThat(petition(sent.id()).state()).isEqualTo(State.ANSWERED);
        assertThat(findings.restingOn(Steps.subject(sent.id()))).isEmpty();
        clock.moveTo(START.plusDays(10));
        sender.reopen(sent.code(), "请再来看一次");
        assertThat(petition(sent.id()).state()).isEqualTo(State.IN_HAND);
        assertThat(petition(sent.id()).details().due()).isEqualTo(calendar.workingDayFrom(START.plusDays(40)));
        handling.reply(ground.in("water-clerk"), sent.id(), Outcome.EXPLAINED, "管网老化，列入明年计划。", List.of());
        sender.rate(sent.code(), 1, false, "没有解决");
        sender.rate(sent.code(), 1, false, "还是没有解决");
        assertThat(findings.restingOn(Steps.subject(sent.id())))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.details().kind().code()).isEqualTo("petition.failed-twice"));
    }

    @Test
    void reopeningIsOpenFifteenDaysAndReviewThirty() {
        Sent sent = answered();
        assertThat(followed(sent.code()).reopenUntil()).isEqualTo(START.plusDays(15));
        assertThat(followed(sent.code()).reviewUntil()).isEqualTo(calendar.workingDayFrom(START.plusDays(30)));
        clock.moveTo(START.plusDays(16));
        assertThatThrownBy(() -> sender.reopen(sent.code(), "再办一次"))
                .isInstanceOf(Refused.class)
                .hasMessage("petition.reopen.late");
        clock.moveTo(START.plusDays(40));
        assertThatThrownBy(() -> sender.askReview(sent.code(), "不服"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(articles(refused)).containsExactly("35"));
        assertThat(petition(sent.id()).state()).as("silence ends nothing").isEqualTo(State.ANSWERED);
    }

    @Test
    void reviewAndReReviewGoUpAndTheSecondIsFinal() {
        Sent sent = answered();
        sender.askReview(sent.code(), "处理不公");
        Petition.Details review = petition(sent.id()).details();
        assertThat(review.due()).isEqualTo(calendar.workingDayFrom(START.plusDays(30)));
        assertThat(duties.duty(review.duty()).details().ownerPost()).isEqualTo(ground.post("governor"));
        assertThat(petitions.find(ground.in("governor"), sent.id())).isPresent();
        handling.decideReview(ground.in("governor"), sent.id(), false, "维持原答复。");
        sender.askReview(sent.code(), "仍不服");
        assertThatThrownBy(() -> handling.decideReview(ground.in("governor"), sent.id(), false, "维持"))
                .isInstanceOf(Refused.class);
        handling.decideReview(ground.in("law-secretary"), sent.id(), false, "维持复查意见。");
        assertThat(petition(sent.id()))
                .isInstanceOfSatisfying(
                        Petition.Closed.class,
                        closed -> assertThat(closed.closing()).isEqualTo(Closing.REVIEWED));

        Sent changed = answered();
        sender.askReview(changed.code(), "处理不公");
        handling.decideReview(ground.in("governor"), changed.id(), true, "责令重新处理。");
        assertThat(petition(changed.id()).state()).isEqualTo(State.IN_HAND);
    }

    @Test
    void whatIsNotAnsweredInTimeBecomesAFindingByItself() {
        Sent sent = inHand();
        UUID duty = petition(sent.id()).details().duty();
        for (LocalDate day = START.plusDays(1); !day.isAfter(START.plusDays(80)); day = day.plusDays(1)) {
            clock.moveTo(day);
            for (DailyRound round : rounds) {
                round.onDay(day);
            }
        }
        assertThat(petition(sent.id()).late(LocalDate.now(clock))).isTrue();
        assertThat(findings.restingOn(new org.shengmo.docket.Subject("duty", duty)))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.details().kind().code()).isEqualTo("petition.unanswered"));
        assertThat(petitions.figures(LocalDate.now(clock)))
                .filteredOn(figures -> figures.body().equals(ground.body("water")))
                .singleElement()
                .satisfies(figures -> assertThat(figures.late()).isPositive());
    }

    @Test
    void aVillagePetitionIsHandledByItsTownship() {
        Sent sent = sent();
        handling.passOn(ground.in("desk"), sent.id(), Topic.VILLAGE, ground.body("village"), "");
        assertThat(petition(sent.id()).details().handler()).isEqualTo(ground.post("town-clerk"));
        assertThat(petition(sent.id()).details().area()).isEqualTo(ground.body("town"));
    }

    @Test
    void whoSeesAPetitionFollowsItsBodyAndThePortfolio() {
        Sent sent = inHand();
        for (String post : List.of("desk", "office-head", "water-head", "water-clerk", "deputy")) {
            assertThat(petitions.find(ground.in(post), sent.id())).as(post).isPresent();
        }
        for (String post : List.of("roads-head", "town-head", "governor", "intake", "secretary")) {
            assertThat(petitions.find(ground.in(post), sent.id())).as(post).isEmpty();
            assertThat(petitions.search(ground.in(post), "发黄", 20)).as(post).isEmpty();
        }
    }

    @Test
    void whoSentItIsForTheFewAndAskingIsOnRecord() {
        Sent named = inHand();
        assertThat(petitions.identity(ground.in("water-clerk"), named.id(), "上门取样联系"))
                .hasValueSatisfying(who -> assertThat(who.name()).isEqualTo("何田"));
        assertThat(kinds(named.id())).contains("petition.identity-read");
        assertThatThrownBy(() -> petitions.identity(ground.in("roads-head"), named.id(), "好奇"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> petitions.identity(ground.in("desk"), named.id(), " "))
                .isInstanceOf(Invalid.class);

        Sent confidential = sent(NewPetition.of(
                Channel.WEB,
                Naming.CONFIDENTIAL,
                Topic.WATER,
                "请保密：水厂夜里停机。",
                ground.body("village"),
                new NewPetition.Who("何某", "")));
        handling.passOn(ground.in("desk"), confidential.id(), Topic.WATER, ground.body("water"), "");
        assertThatThrownBy(() -> petitions.identity(ground.in("water-head"), confidential.id(), "核实"))
                .isInstanceOf(Refused.class);
        assertThat(petitions.identity(ground.in("desk"), confidential.id(), "回访"))
                .isPresent();

        Sent anonymous = sent(NewPetition.of(
                Channel.WEB,
                Naming.ANONYMOUS,
                Topic.WATER,
                "匿名反映：泵房无人值守。",
                ground.body("village"),
                NewPetition.Who.NOBODY));
        assertThat(petitions.identity(ground.in("desk"), anonymous.id(), "回访")).isEmpty();
        assertThatThrownBy(() -> petitions.submit(NewPetition.of(
                        Channel.WEB,
                        Naming.ANONYMOUS,
                        Topic.WATER,
                        "匿名却留了名",
                        ground.body("village"),
                        new NewPetition.Who("某人", ""))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void identitiesDoNotShowToATransactionThatNamesNoPetition() {
        sent();
        assertThat(database.sql("SELECT count(*) FROM petition.identity")
                        .query(Integer.class)
                        .single())
                .as("row-level security")
                .isZero();
    }

    @Test
    void theSameTokenGivesTheSameReceiptAndOnePetition() {
        NewPetition petition = ground.water("停水三天，请告知原因。").from("token-drawn-at-random-0123456789");
        Receipt first = petitions.submit(petition);
        Receipt second = petitions.submit(petition);
        assertThat(second).isEqualTo(first);
        assertThat(petitions.search(ground.in("desk"), "停水三天", 20)).hasSize(1);
    }

    @Test
    void theSameWordsSentAgainEchoTheFirstWithoutOpeningItsConversation() {
        NewPetition petition = ground.water("灌溉渠堵塞，请清淤。");
        Sent first = sent(petition);
        Receipt again = petitions.submit(petition);
        assertThat(again.code()).isNotEqualTo(first.code());
        Sender.FollowedPetition echo = followed(again.code());
        assertThat(echo.echo()).isTrue();
        assertThat(echo.petition().id()).isEqualTo(first.id());
        assertThat(echo.messages()).isEmpty();
        assertThatThrownBy(() -> sender.withdraw(again.code())).isInstanceOf(Refused.class);
        assertThat(petitions.search(ground.in("desk"), "灌溉渠堵塞", 20)).hasSize(1);
    }

    @Test
    void aCodeMistypedOrMadeUpOpensNothing() {
        Sent sent = sent();
        String off = sent.code().substring(0, 15) + (sent.code().charAt(15) == '0' ? '1' : '0');
        assertThat(sender.follow(off)).isEmpty();
        assertThat(sender.follow("0000000000000000")).isEmpty();
        assertThat(sender.follow("no code")).isEmpty();
        String grouped = sent.code().replaceAll("(.{4})", "$1 ");
        assertThat(sender.follow(grouped)).as("as the receipt prints it").isPresent();
        assertThat(database.sql("SELECT count(*) FROM petition.petition WHERE encode(code, 'escape') LIKE ?")
                        .param("%" + sent.code() + "%")
                        .query(Integer.class)
                        .single())
                .as("kept as a keyed hash only")
                .isZero();
    }

    @Test
    void duplicatesAreJoinedAndTheSenderIsTold() {
        Sent one = sent();
        Sent two = sent();
        handling.join(ground.in("desk"), two.id(), one.id());
        assertThat(petition(two.id()))
                .isInstanceOfSatisfying(
                        Petition.Closed.class,
                        closed -> assertThat(closed.closing()).isEqualTo(Closing.JOINED));
        assertThat(petitions.joinedInto(one.id())).extracting(Petition::id).containsExactly(two.id());
        assertThat(followed(two.code()).messages().getLast().text()).contains("合并办理");
        assertThatThrownBy(() -> handling.join(ground.in("desk"), one.id(), one.id()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void jointHandlingAssignmentSupervisionAndCallingBack() {
        Sent sent = inHand();
        handling.handleJointly(ground.in("desk"), sent.id(), List.of(ground.body("roads")));
        assertThat(petitions.find(ground.in("roads-head"), sent.id())).isPresent();
        handling.assign(ground.in("water-head"), sent.id(), ground.post("water-head"));
        assertThat(duties.duty(petition(sent.id()).details().duty()).details().ownerPost())
                .isEqualTo(ground.post("water-head"));
        handling.supervise(ground.in("deputy"), sent.id(), "请本周内到现场");
        assertThat(petition(sent.id()).details().supervised()).isEqualTo(1);
        handling.reply(ground.in("water-head"), sent.id(), Outcome.SOLVED, "已修好。", List.of());
        handling.callBack(ground.in("desk"), sent.id(), 4, true, "电话回访");
        assertThat(petition(sent.id()).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatAnyoneSeesSaysNothingOfWhoAndTheTextOnlyByConsent() {
        Sent hidden = sent();
        assertThat(petitions.publicList(Petitions.PublicFilter.latest(500)))
                .filteredOn(shown ->
                        shown.handle().equals(petition(hidden.id()).details().handle()))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.text()).isEmpty();
                    assertThat(shown.area()).isEqualTo(ground.body("town"));
                });
    }

    @Test
    void everyFaultIsToldAtOnce() {
        NewPetition faulty = new NewPetition(
                Channel.WEB,
                Naming.NAMED,
                Topic.WATER,
                " ",
                null,
                "",
                null,
                null,
                null,
                new NewPetition.Who("", "call me"),
                false,
                List.of(),
                "short",
                null);
        assertThatThrownBy(() -> petitions.submit(faulty))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(org.shengmo.wording.Fault::place)
                                .containsExactlyInAnyOrder("text", "token", "place", "name", "phone"));
    }
}
