package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.Searchable;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyFilter;
import org.shengmo.notice.Notice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A complaint about an official reaches discipline intake and nobody else (信访工作条例 art. 30). */
@KernelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final String TEXT = "举报水利局局长王泽收受施工队好处费，有转账记录。";

    @Autowired
    Petitions petitions;

    @Autowired
    Accusations accusations;

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
    Docket docket;

    @Autowired
    Notices notices;

    @Autowired
    Attachments attachments;

    @Autowired
    List<Searchable> searches;

    @Autowired
    List<Metric> metrics;

    @Autowired
    JdbcClient database;

    @Autowired
    javax.sql.DataSource source;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PetitionGround ground;

    @BeforeAll
    void aDistrict() {
        clock.moveTo(PetitionGround.FIRST_DAY);
        ground = new PetitionGround(organization, posts);
        clock.moveTo(START);
    }

    private NewPetition about(String name, String body) {
        return NewPetition.of(
                        Channel.WEB,
                        Naming.ANONYMOUS,
                        Topic.OTHER,
                        TEXT,
                        ground.body("village"),
                        NewPetition.Who.NOBODY)
                .about(new NewPetition.Accused(name, body == null ? null : ground.body(body)));
    }

    private UUID sealed(Receipt receipt) {
        assertThat(receipt.sealed()).isTrue();
        byte[] code = codes.hash(receipt.code());
        return JdbcClient.create(TestDatabase.asOwner(source))
                .sql("SELECT id FROM petition.accusation WHERE code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    @Autowired
    ReceiptCodes codes;

    @Test
    void intakeReadsItAndAnswersByTheCode() {
        Receipt receipt = petitions.submit(about("王泽", "water"));
        UUID id = sealed(receipt);
        Actor intake = ground.in("intake");
        assertThat(accusations.find(intake, id))
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo(TEXT));
        assertThatThrownBy(() -> accusations.write(intake, id, "已收到", false)).isInstanceOf(Refused.class);
        accusations.take(intake, id);
        accusations.write(intake, id, "已按程序办理，谢谢。", true);
        sender.write(receipt.code(), "补充：时间是去年十月。", List.of());
        assertThat(sender.follow(receipt.code()))
                .hasValueSatisfying(followed -> assertThat(followed)
                        .isInstanceOfSatisfying(Sender.FollowedAccusation.class, own -> {
                            assertThat(own.taken()).isTrue();
                            assertThat(own.messages())
                                    .extracting(Accusations.Message::text)
                                    .contains("已按程序办理，谢谢。", "补充：时间是去年十月。");
                        }));
    }

    @Test
    void nobodyElseReadsFindsOrCountsIt() {
        UUID id = sealed(petitions.submit(about("王泽", "water")));
        int counted = metrics.stream()
                .filter(metric -> metric.id().startsWith("petition."))
                .mapToInt(metric ->
                        metric.figure(2025, LocalDate.of(2025, 12, 31)).value().intValueExact())
                .sum();
        for (String post : List.of(
                "water-head",
                "water-clerk",
                "desk",
                "office-head",
                "deputy",
                "governor",
                "secretary",
                "town-head",
                "roads-head")) {
            Actor reader = ground.in(post);
            assertThat(accusations.readableBy(reader)).as(post).isEmpty();
            assertThat(accusations.find(reader, id)).as(post).isEmpty();
            assertThat(accusations.messages(reader, id)).as(post).isEmpty();
            assertThatThrownBy(() -> accusations.take(reader, id)).as(post).isInstanceOf(Refused.class);
            assertThat(petitions.readableBy(reader, false, 1000))
                    .as(post)
                    .noneMatch(petition -> petition.details().text().equals(TEXT));
            assertThat(petitions.search(reader, "好处费", 50)).as(post).isEmpty();
            assertThat(searches.stream().flatMap(search -> search.search(reader, "好处费 转账记录", 50).stream()))
                    .as(post)
                    .isEmpty();
            assertThat(notices.of(reader, 100))
                    .as(post)
                    .extracting(notice -> notice.about().type())
                    .doesNotContain("petition.accusation");
        }
        assertThat(petitions.publicList(Petitions.PublicFilter.latest(1000)))
                .noneMatch(shown -> shown.text().contains("好处费"));
        assertThat(duties.find(DutyFilter.ALL))
                .noneMatch(duty -> duty.details().about().id().equals(id));
        assertThat(counted).as("no figure of petitions counts it").isZero();
    }

    @Test
    void intakeIsToldAndWhoItIsAboutIsNot() {
        UUID id = sealed(petitions.submit(about("案管室主任李清", null)));
        assertThat(notices.about(new Subject("petition.accusation", id), 20))
                .extracting(Notice::to)
                .as("about one of the discipline body's own: those above are told")
                .containsExactly(Subject.post(ground.post("secretary")));
        assertThat(accusations.find(ground.in("intake"), id)).isEmpty();
        assertThat(accusations.find(ground.in("intake-two"), id))
                .as("not looked at by their own body")
                .isEmpty();
        assertThat(accusations.find(ground.in("secretary"), id)).isPresent();

        UUID other = sealed(petitions.submit(about("王泽", "water")));
        assertThat(notices.about(new Subject("petition.accusation", other), 20))
                .extracting(Notice::to)
                .containsExactlyInAnyOrder(
                        Subject.post(ground.post("intake")), Subject.post(ground.post("intake-two")));
        assertThat(accusations.find(ground.in("secretary"), other))
                .as("those above read only what is about intake's own")
                .isEmpty();
    }

    @Test
    void theRecordShowsOutsideTheCompartmentOnlyThatSomethingWasEntered() {
        UUID id = sealed(petitions.submit(about("王泽", "water")));
        Subject subject = new Subject("petition.accusation", id);
        assertThat(docket.timeline(subject, List.of(), 20)).isEmpty();
        assertThat(docket.timeline(subject, List.of(Accusations.COMPARTMENT), 20))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.payload().toString()).doesNotContain("王泽").doesNotContain("好处费");
                    assertThat(docket.entry(entry.id(), List.of())).isEmpty();
                });
        for (String about : List.of("water", "village", "town")) {
            assertThat(docket.timeline(Subject.body(ground.body(about)), List.of(Accusations.COMPARTMENT), 500))
                    .noneMatch(entry -> entry.about().id().equals(id));
        }
        assertThat(docket.timeline(Subject.person(ground.person("water-head")), List.of(Accusations.COMPARTMENT), 500))
                .noneMatch(entry -> entry.about().id().equals(id));
    }

    @Test
    void theDatabaseItselfKeepsItShut() {
        sealed(petitions.submit(about("王泽", "water")));
        assertThat(rows()).as("without a door").isZero();
        transaction.executeWithoutResult(status -> {
            open("intake", ground.person("water-head"), "");
            assertThat(rowsNaming("王泽")).as("for the person it is about").isZero();
        });
        transaction.executeWithoutResult(status -> {
            open("intake", ground.person("water-clerk"), ground.body("water").toString());
            assertThat(rowsNaming("王泽")).as("for the body it is about").isZero();
        });
        transaction.executeWithoutResult(status -> {
            open("above", ground.person("secretary"), "");
            assertThat(rowsNaming("王泽")).as("through the wrong door").isZero();
        });
        transaction.executeWithoutResult(status -> {
            open("intake", ground.person("intake"), "");
            assertThat(rowsNaming("王泽")).as("through its own").isPositive();
        });
        assertThat(rows()).as("the door closed with the transaction").isZero();
        assertThat(database.sql("SELECT count(*) FROM petition.accusation_message")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void open(String door, UUID reader, String bodies) {
        for (List<String> setting : List.of(
                List.of("shengmo.accusation_door", door),
                List.of("shengmo.reader", reader.toString()),
                List.of("shengmo.reader_bodies", bodies))) {
            database.sql("SELECT set_config(?, ?, true)")
                    .params(setting)
                    .query(String.class)
                    .single();
        }
    }

    private int rows() {
        return database.sql("SELECT count(*) FROM petition.accusation")
                .query(Integer.class)
                .single();
    }

    private int rowsNaming(String name) {
        return database.sql("SELECT count(*) FROM petition.accusation WHERE accused = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** Whatever a room other than discipline's intake may ask the database for, its tables one by one. */
    @Test
    void noTableSaysAWordOfItToWhoeverHasNoDoor() {
        String secret = "账外资金藏在旧仓库";
        NewPetition complaint = new NewPetition(
                Channel.WEB,
                Naming.CONFIDENTIAL,
                Topic.OTHER,
                "王泽的" + secret,
                ground.body("village"),
                "",
                null,
                null,
                new NewPetition.Accused("王泽", ground.body("water")),
                new NewPetition.Who("告发者丁", "13700009999"),
                false,
                List.of(new NewPetition.Upload("note.txt", ("附件：" + secret).getBytes(StandardCharsets.UTF_8))),
                "",
                null);
        Receipt receipt = petitions.submit(complaint);
        sender.write(
                receipt.code(),
                "补充" + secret,
                List.of(new NewPetition.Upload("more.txt", ("再附：" + secret).getBytes(StandardCharsets.UTF_8))));
        List<String> said = List.of(
                secret,
                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)),
                "告发者丁",
                "13700009999",
                receipt.code());
        nowhere(said);
        UUID id = sealed(receipt);
        Accusations.Message last = accusations.messages(ground.in("intake"), id).getLast();
        assertThat(accusations.file(ground.in("intake"), id, last.attachments().getFirst()))
                .as("the intake reads it through its door")
                .asString(StandardCharsets.UTF_8)
                .contains(secret);
        assertThat(sender.file(receipt.code(), last.attachments().getFirst()))
                .as("and the sender by the code")
                .isPresent();
        assertThatThrownBy(() -> accusations.file(
                        ground.in("water-head"), id, last.attachments().getFirst()))
                .isInstanceOf(Refused.class);
    }

    /** Fails where any table that the program may read says one of these words without a door. */
    private void nowhere(List<String> said) {
        List<String> tables = database.sql("""
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                WHERE table_type IN ('BASE TABLE', 'VIEW') AND table_schema NOT IN ('pg_catalog', 'information_schema')
                  AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT') ORDER BY 1
                """).query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(60).contains("petition.accusation", "petition.accusation_file");
        for (String table : tables) {
            for (String words : said) {
                assertThat(database.sql("SELECT count(*) FROM " + table + " t WHERE position(? IN t::text) > 0")
                                .param(words)
                                .query(Integer.class)
                                .single())
                        .as("%s in %s", words, table)
                        .isZero();
            }
        }
    }

    @Test
    void whatIsSealedLaterTakesItsFilesAlong() {
        String secret = "修桥款的去向单";
        NewPetition came = ground.water("桥头修了一半，" + secret + "在附件里。");
        byte[] file = ("账页：" + secret).getBytes(StandardCharsets.UTF_8);
        Receipt receipt = petitions.submit(new NewPetition(
                came.channel(),
                came.naming(),
                came.topic(),
                came.text(),
                came.place(),
                came.spot(),
                null,
                null,
                null,
                came.who(),
                false,
                List.of(new NewPetition.Upload("page.txt", file)),
                "",
                null));
        sender.write(receipt.code(), "再补充一页。", List.of(new NewPetition.Upload("more.txt", file)));
        UUID id = ((Sender.FollowedPetition) sender.follow(receipt.code()).orElseThrow())
                .petition()
                .id();
        handling.passOn(ground.in("desk"), id, Topic.WATER, ground.body("water"), "");
        UUID official = attachments
                .keep(
                        ground.in("water-clerk").author(),
                        "reply.txt",
                        ("答复附页：" + secret).getBytes(StandardCharsets.UTF_8))
                .id();
        handling.write(ground.in("water-clerk"), id, "请看附页。", List.of(official));
        Set<UUID> files = petitions.messages(id).stream()
                .flatMap(message -> message.attachments().stream())
                .collect(java.util.stream.Collectors.toSet());
        assertThat(files).hasSize(3).contains(official);

        handling.seal(ground.in("desk"), id, new NewPetition.Accused("王泽", ground.body("water")));

        nowhere(List.of(
                secret, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)), receipt.code(), "page.txt"));
        assertThat(files).allSatisfy(each -> {
            assertThat(attachments.find(each)).isEmpty();
            assertThat(docket.timeline(new Subject("attachment", each), List.of(), 10))
                    .extracting(entry -> entry.kind().code())
                    .doesNotContain("attachment.withdrawn");
            assertThat(sender.file(receipt.code(), each))
                    .as("the sender goes on reading them by the code")
                    .hasValueSatisfying(content ->
                            assertThat(content).asString(StandardCharsets.UTF_8).contains(secret));
        });
    }

    @Test
    void aPetitionThatTurnsOutToBeAboutAnOfficialIsHandedOverAndForgotten() {
        Receipt receipt = petitions.submit(ground.water("水费账目不清，村书记韩石把水费装进自己口袋。"));
        UUID id = ((Sender.FollowedPetition) sender.follow(receipt.code()).orElseThrow())
                .petition()
                .id();
        handling.passOn(ground.in("desk"), id, Topic.WATER, ground.body("water"), "");
        handling.seal(ground.in("desk"), id, new NewPetition.Accused("村书记韩石", ground.body("village")));

        assertThat(petitions.find(ground.in("desk"), id)).isEmpty();
        assertThat(petitions.search(ground.in("desk"), "自己口袋", 20)).isEmpty();
        assertThat(petitions.messages(id)).isEmpty();
        assertThat(sender.follow(receipt.code()))
                .as("the same code goes on")
                .hasValueSatisfying(followed -> assertThat(followed).isInstanceOf(Sender.FollowedAccusation.class));
        assertThat(accusations.readableBy(ground.in("intake")))
                .anyMatch(accusation ->
                        accusation.text().contains("自己口袋") && accusation.name().equals("何田"));
        assertThat(docket.timeline(Steps.subject(id), List.of(), 50))
                .extracting(entry -> entry.kind().code())
                .doesNotContain("petition.sealed");
    }

    @Test
    void theSameTokenGivesTheSameReceiptAndOneComplaint() {
        NewPetition petition = about("陈途", "roads").from("another-token-0123456789");
        assertThat(petitions.submit(petition)).isEqualTo(petitions.submit(petition));
        assertThat(accusations.readableBy(ground.in("intake")))
                .filteredOn(accusation -> accusation.accused().equals("陈途"))
                .hasSize(1);
    }
}
