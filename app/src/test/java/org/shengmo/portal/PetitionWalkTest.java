package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Reminders;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen with a phone and no account, with scripts and without: from the first page to the rating, and to discipline intake. */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PetitionWalkTest {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory program;

    @Autowired
    Petitions petitions;

    @Autowired
    Reminders reminders;

    private Chromium chromium;
    private PetitionDistrict district;

    @BeforeAll
    void arrive() {
        chromium = Chromium.at("http://127.0.0.1:" + port);
        district = new PetitionDistrict(program);
    }

    @AfterAll
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page phone(boolean scripts) {
        return chromium.visitor(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setHasTouch(true)
                .setJavaScriptEnabled(scripts));
    }

    /** Fills in the six pages of the form and sends it. @return the receipt code */
    private String send(Page phone, boolean scripts, String text, boolean official) {
        PageWalk walk = new PageWalk(phone);
        phone.navigate("/petition");
        look(walk, scripts);
        phone.click("main a[href='/petition/new']");
        phone.fill("#field-text", text);
        look(walk, scripts);
        next(phone);
        phone.check("input[name=topic][value=water]");
        look(walk, scripts);
        next(phone);
        phone.selectOption("#field-place", district.body("village").toString());
        look(walk, scripts);
        next(phone);
        phone.check("input[name=whom][value=" + (official ? "official" : "matter") + "]");
        if (official) {
            phone.fill("#field-accused", "王泽");
            phone.selectOption("#field-accusedBody", district.body("water").toString());
        }
        look(walk, scripts);
        next(phone);
        phone.check("input[name=naming][value=ANONYMOUS]");
        look(walk, scripts);
        next(phone);
        assertThat(phone.innerText("main"))
                .as("what was filled in, to be checked")
                .contains(text);
        look(walk, scripts);
        next(phone);
        look(walk, scripts);
        assertThat(walk.faults()).isEmpty();
        return phone.innerText("#receipt-code");
    }

    private static void look(PageWalk walk, boolean scripts) {
        if (scripts) {
            walk.here();
        }
    }

    private static void next(Page phone) {
        phone.click("main form button.btn-primary");
    }

    private void open(Page phone, String code) {
        phone.navigate("/petition");
        phone.fill("#field-code", code);
        phone.click("main form[action='/petition/open'] button");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromThePhoneToTheRating(boolean scripts) {
        String text = "村东头的自来水发黄，已经半个月了，请检测。" + (scripts ? "有脚本" : "无脚本");
        Page phone = phone(scripts);
        String code = send(phone, scripts, text, false);
        assertThat(code.replaceAll("[^0-9]", "")).hasSize(16);

        UUID petition =
                petitions.search(district.in("desk"), text, 1).getFirst().id();
        Page desk = chromium.signedIn(district.login("desk"), PetitionDistrict.PASSWORD);
        desk.navigate("/petitions/" + petition);
        desk.locator("form[action$='/pass-on'] select[name=body]")
                .selectOption(district.body("water").toString());
        desk.click("form[action$='/pass-on'] button[type=submit]");
        Page bureau = chromium.signedIn(district.login("water-clerk"), PetitionDistrict.PASSWORD);
        bureau.navigate("/petitions/" + petition);
        bureau.fill("form[action$='/accept'] textarea", "已收到，本周到现场取样。");
        bureau.click("form[action$='/accept'] button[type=submit]");
        bureau.locator("form[action$='/reply'] select[name=outcome]").selectOption("SOLVED");
        bureau.locator("form[action$='/reply'] textarea").fill("已更换滤料，水质检测合格。");
        bureau.click("form[action$='/reply'] button[type=submit]");

        open(phone, code);
        assertThat(phone.innerText("main")).contains("本周到现场取样").contains("已更换滤料");
        PageWalk walk = new PageWalk(phone);
        look(walk, scripts);
        phone.check("input[name=solved][value=yes]");
        phone.check("input[name=rating][value='5']");
        phone.click("form[action='/petition/case/rate'] button");
        look(walk, scripts);
        assertThat(walk.faults()).isEmpty();
        assertThat(phone.innerText("main")).contains("已解决");
        assertThat(petitions.find(district.in("desk"), petition))
                .hasValueSatisfying(found -> assertThat(found)
                        .isInstanceOfSatisfying(
                                Petition.Closed.class,
                                closed -> assertThat(closed.closing()).isEqualTo(Petition.Closing.SOLVED)));
        assertThat(petitions.answers(petition).getLast().rating()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aComplaintAboutAnOfficialGoesToDisciplineIntake(boolean scripts) {
        String text = "举报水利局局长王泽收受施工队好处费，有转账记录。" + (scripts ? "甲" : "乙");
        Page phone = phone(scripts);
        String code = send(phone, scripts, text, true);
        assertThat(phone.innerText("main")).contains("由纪检监察机关接收办理");

        Page intake = chromium.signedIn(district.login("intake"), PetitionDistrict.PASSWORD);
        intake.navigate("/petitions/accusations");
        intake.locator("main tbody tr:has-text('王泽') a").last().click();
        assertThat(intake.innerText("main")).contains(text);
        PageWalk walk = new PageWalk(intake);
        walk.here();
        intake.click("form[action$='/take'] button[type=submit]");
        intake.fill("form[action$='/write'] textarea", "已按程序受理，感谢反映。");
        intake.click("form[action$='/write'] button[type=submit]");
        walk.here();
        assertThat(walk.faults()).isEmpty();

        open(phone, code);
        assertThat(phone.innerText("main")).contains("已按程序受理，感谢反映。");
    }

    /** What every reader but the intake can open in a browser or with a program: nowhere a word of it (信访工作条例 art. 30). */
    @Test
    void noOtherPageExportOrCallSaysAWordOfIt() throws Exception {
        String secret = "转账六万元的凭据在我手里";
        send(phone(false), false, "举报水利局局长王泽，" + secret + "。", true);
        for (String post : List.of("water-head", "water-clerk", "town-head", "desk", "governor", "secretary")) {
            Visitor reader = new Visitor(port).signedIn(district.login(post), PetitionDistrict.PASSWORD);
            Visitor caller = new Visitor(port).as(district.login(post), PetitionDistrict.PASSWORD);
            for (String path : List.of(
                    "/duties",
                    "/petitions/desk",
                    "/petitions/desk?format=xlsx",
                    "/petitions/desk?q=" + encoded(secret),
                    "/search?q=" + encoded(secret),
                    "/findings",
                    "/findings?format=xlsx",
                    "/people/" + district.person("water-head"),
                    "/bodies/" + district.body("water"),
                    "/bodies/" + district.body("village"))) {
                silent(reader, path, post);
            }
            assertThat(reader.get("/duties").body())
                    .as(post + " is not notified")
                    .doesNotContain("/petitions/accusations/");
            for (String path :
                    List.of("/api/v1/petitions", "/api/v1/duties", "/api/v1/findings", "/api/v1/petitions/figures")) {
                silent(caller, path, post);
            }
            silent(new Visitor(port), "/petitions/calendar/" + reminders.openFeed(district.in(post)) + ".ics", post);
            HttpResponse<String> list = reader.get("/petitions/accusations");
            if (post.equals("secretary")) {
                assertThat(list.body())
                        .as("those above see only what is about intake's own")
                        .doesNotContain("王泽</td>");
            } else {
                assertThat(list.statusCode()).as(post).isEqualTo(403);
            }
        }
        Visitor anyone = new Visitor(port);
        for (String path : List.of(
                "/petitions",
                "/open-data/petitions.csv",
                "/open-data/petitions.json",
                "/open-data/petitions.rss",
                "/open311/v2/requests.json",
                "/open311/v2/requests.xml",
                "/api/v1/petitions/public",
                "/petitions/topics",
                "/petitions/rectifications",
                "/report/2025")) {
            silent(anyone, path, "anyone");
        }
        assertThat(anyone.get("/petitions.csv").headers().firstValue("Location"))
                .as("where the list was before")
                .hasValue("/open-data/petitions.csv");
    }

    /** That an address answers, and says no word of the complaint: read as text, a workbook part by part. */
    private static void silent(Visitor reader, String path, String who) throws Exception {
        HttpResponse<String> answer = reader.get(path);
        if (answer.statusCode() == 403) {
            return;
        }
        assertThat(answer.statusCode()).as(who + " " + path).isEqualTo(200);
        String said = path.contains("xlsx") ? unpacked(reader.bytes(path)) : answer.body();
        assertThat(said).as(who + " " + path).doesNotContain("举报水利局局长").doesNotContain("的凭据在我手里。");
    }

    private static String unpacked(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(text).contains("<worksheet");
        return text.toString();
    }

    /** A form filled in on site while there is no connection is sent when there is one again, once, photo and all. */
    @Test
    void whatWasFilledInOnSiteWithoutAConnectionIsNotLost() throws Exception {
        String text = "走访时群众反映：渡口夜间没有照明。";
        Page site = chromium.signedIn(district.login("town-head"), PetitionDistrict.PASSWORD);
        site.setViewportSize(WIDTH, HEIGHT);
        site.navigate("/petitions/desk/outreach");
        site.fill("#field-text", text);
        site.reload();
        assertThat(site.inputValue("#field-text"))
                .as("what is being typed outlives a reload")
                .isEqualTo(text);
        site.selectOption("#field-topic", "safety");
        site.selectOption("#field-place", district.body("village").toString());
        site.selectOption("#field-naming", "ANONYMOUS");
        site.setInputFiles("#field-files", new FilePayload("渡口.png", "image/png", PublicContent.picture()));
        site.context().setOffline(true);
        site.click("#outreach button[type=submit]");
        site.waitForSelector("#kept-forms:not([hidden])");
        assertThat(petitions.search(district.in("desk"), "渡口夜间", 5)).isEmpty();

        Page later = site.context().newPage();
        site.context().setOffline(false);
        site.close();
        later.navigate("/petitions/desk/outreach");
        Awaitility.await()
                .untilAsserted(() -> assertThat(petitions.search(district.in("desk"), "渡口夜间", 5))
                        .singleElement()
                        .satisfies(found -> assertThat(petitions
                                        .messages(found.id())
                                        .getFirst()
                                        .attachments())
                                .hasSize(1)));
        later.reload();
        assertThat(petitions.search(district.in("desk"), "渡口夜间", 5)).hasSize(1);

        later.fill("#field-text", "村道夜间塌方。");
        later.evaluate("document.getElementById('outreach').noValidate = true");
        later.click("#outreach button[type=submit]");
        later.waitForSelector("#kept-forms:has-text('未能提交')");
        assertThat(later.inputValue("#field-text"))
                .as("what cannot be taken comes back to be mended")
                .isEqualTo("村道夜间塌方。");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
