package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shengmo.access.web.OpenList;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The portal on an old phone and a slow line: each public page is light, reads without scripts, and is there in both languages. */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTest {

    private static final long MOST_BYTES = 200_000;
    private static final int PHONE = 360;

    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/petition",
            "/petition/new",
            "/petitions",
            "/petitions/topics",
            "/petitions/rectifications",
            "/pledges",
            "/decisions",
            "/disclosure",
            "/disclosure/catalogue",
            "/disclosure/requests",
            "/disclosure/requests/new",
            "/powers",
            "/welfare",
            "/compensation/results",
            "/open-data",
            "/rulebook",
            "/calendar",
            "/report/2025",
            "/record/check");

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory program;

    @Autowired
    List<OpenList<?>> lists;

    private Chromium chromium;
    private PublicContent content;
    private List<String> pages;

    @BeforeAll
    void arrive() throws IOException {
        chromium = Chromium.at("http://127.0.0.1:" + port);
        new WalkedDistrict(program);
        content = new PublicContent(program);
        pages = Stream.concat(PAGES.stream(), content.paths().stream()).toList();
    }

    @AfterAll
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void everyPageOfAListIsAmongThePagesLookedAt() {
        assertThat(PAGES)
                .containsAll(lists.stream()
                        .map(OpenList::page)
                        .map(page -> page.equals("/report") ? "/report/2025" : page)
                        .toList());
    }

    @Test
    void aFirstVisitTransfersLessThanTwoHundredKilobytes() {
        Map<String, Long> heavy = new TreeMap<>();
        for (String path : pages) {
            Page page = chromium.visitor();
            AtomicLong bytes = new AtomicLong();
            CDPSession session = page.context().newCDPSession(page);
            session.send("Network.enable");
            session.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(
                            (long) event.get("encodedDataLength").getAsDouble()));
            page.navigate(path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(bytes.get()).as(path + " is measured").isGreaterThan(10_000);
            if (bytes.get() > MOST_BYTES) {
                heavy.put(path, bytes.get());
            }
            page.context().close();
        }
        assertThat(heavy).isEmpty();
    }

    @Test
    void everyPageReadsWithoutScriptsOnAPhoneInBothLanguages() {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            Page page = chromium.visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false));
            page.setViewportSize(PHONE, 740);
            page.navigate("/?lang=" + language);
            for (String path : pages) {
                int status = page.navigate(path).status();
                String said = page.getAttribute("html", "lang");
                boolean whole = status == 200
                        && page.isVisible("h1")
                        && page.innerText("main").length() > 15;
                if (!whole || !language.equals(said)) {
                    wrong.add(path + " " + language + ": " + status + " " + said);
                }
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPageIsForEverybodyInEnglishToo() {
        Page page = chromium.visitor();
        page.navigate("/?lang=en");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        assertThat(new PageWalk(page).from(pages).faults()).isEmpty();
    }

    @Test
    void whoAsksForInformationWithoutAnAccountFollowsItByItsCode() {
        Page phone = chromium.visitor(new Browser.NewContextOptions().setViewportSize(PHONE, 740));
        PageWalk walk = new PageWalk(phone);
        phone.navigate("/disclosure/requests/new");
        phone.selectOption("#field-body", content.district().body("water").toString());
        phone.fill("#field-what", "2024年石桥村水质检测报告");
        phone.fill("#field-name", "何田");
        phone.fill("#field-document", "330106198506154519");
        phone.fill("#field-contact", "13800001234");
        phone.click("main form button.btn-primary");
        walk.here();
        String code = phone.innerText("#receipt-code");
        phone.navigate("/disclosure/requests");
        phone.fill("#field-code", code);
        phone.click("form[action='/disclosure/requests/open'] button");
        assertThat(phone.innerText("main")).contains("水质检测报告").doesNotContain("330106198506154519");
        assertThat(walk.here().faults()).isEmpty();
    }
}
