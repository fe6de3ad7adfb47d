package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page as different readers have it: by keyboard, on a phone, zoomed, in the dark, printed, on a slow line, without
 * scripts, with a screen reader. {@code -Dshengmo.walk=http://127.0.0.1:8080} walks a running demonstration too.
 */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWalkTest {

    private static final List<String> PUBLIC =
            List.of("/", "/sign-in", "/report/2025", "/rulebook", "/calendar", "/pledges");

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory program;

    private Chromium chromium;
    private WalkedDistrict district;

    @BeforeAll
    void arrive() {
        chromium = Chromium.at("http://127.0.0.1:" + port);
        district = new WalkedDistrict(program);
    }

    @AfterAll
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void thePublicPagesAreForEverybody() {
        PageWalk walk = new PageWalk(chromium.visitor()).from(PUBLIC);
        assertThat(walk.visited()).hasSizeGreaterThan(8);
        assertThat(walk.faults()).isEmpty();
    }

    @Test
    void theWorkbenchIsForEverybody() {
        PageWalk walk = new PageWalk(chromium.signedIn(district.login("clerk"), WalkedDistrict.PASSWORD))
                .from(List.of("/duties", "/findings/" + district.finding, "/consequences/" + district.consequence));
        assertThat(walk.visited()).hasSizeGreaterThan(20);
        List<String> faults = new ArrayList<>(walk.faults());
        faults.addAll(new PageWalk(chromium.signedIn(district.login("finance-head"), WalkedDistrict.PASSWORD))
                .from(List.of("/duties/" + district.duty, "/findings/" + district.finding))
                .faults());
        assertThat(faults).isEmpty();
    }

    @Test
    void aRunningDemonstrationIsForEverybody() {
        String address = System.getProperty("shengmo.walk", "");
        Assumptions.assumeFalse(
                address.isEmpty(), "no -Dshengmo.walk=http://127.0.0.1:PORT of a running demonstration");
        List<String> faults = new ArrayList<>();
        try (Chromium browser = Chromium.at(address)) {
            faults.addAll(new PageWalk(browser.visitor()).from(PUBLIC).faults());
            for (String login : List.of("QW-10", "QJ-01", "D13-01")) {
                faults.addAll(new PageWalk(browser.signedIn(login, "shengmo-demo"))
                        .from(List.of("/duties"))
                        .faults());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aPageThatIsNotForEverybodyIsSeen() {
        Page page = chromium.visitor();
        page.route(
                "**/broken",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<html><body><img src='/x.png'><div style='width:900px'>wide</div>"
                                + "<p style='color:#ccc;background:#fff'>pale</p></body></html>")));
        assertThat(new PageWalk(page).from(List.of("/broken")).faults())
                .anyMatch(fault -> fault.contains("image-alt"))
                .anyMatch(fault -> fault.contains("html-has-lang"))
                .anyMatch(fault -> fault.contains("color-contrast"))
                .anyMatch(fault -> fault.contains("on a screen of 360"));
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = chromium.visitor();
        page.navigate("/sign-in");
        assertThat(focused(page)).as("the first field has the focus").contains("field-login");
        page.keyboard().type(district.login("finance-head"));
        page.keyboard().press("Tab");
        page.keyboard().type(WalkedDistrict.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/duties");

        page.keyboard().press("Tab");
        assertThat(focused(page)).as("the way past the menu comes first").contains("#content");
        page.keyboard().press("Enter");
        assertThat(focused(page)).contains("content");

        page.navigate("/findings/" + district.finding);
        tabTo(page, "field-text");
        page.keyboard().type("经办人员调离，已补报。");
        tabTo(page, "submit");
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("the focus shows")
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        page.waitForSelector("text=已补报");
        assertThat(page.innerText("main")).contains("经办人员调离，已补报。");
    }

    private static void tabTo(Page page, String what) {
        for (int i = 0; i < 60 && !focused(page).contains(what); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).contains(what);
    }

    /** The element with the focus: its opening tag. */
    private static String focused(Page page) {
        return page.evaluate("document.activeElement.outerHTML.replace(/>[^]*/, '>')")
                .toString();
    }

    @Test
    void thePublicPagesReadWithoutScripts() {
        Page page = chromium.visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        for (String path : PUBLIC) {
            page.navigate(path);
            assertThat(page.isVisible("h1")).as(path).isTrue();
            assertThat(page.innerText("main").length()).as(path).isGreaterThan(40);
        }
        page.navigate("/rulebook");
        page.fill("main input[name=q]", "信访");
        page.keyboard().press("Enter");
        page.waitForURL("**/rulebook?*q=*");
        assertThat(page.innerText("main")).contains("信访工作条例");
    }

    @Test
    void lightAndDarkFollowTheDeviceUntilTheReaderChooses() {
        Page page = chromium.visitor();
        page.navigate("/");
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("light");
        page.click("button.theme");
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
        page.navigate("/rulebook");
        assertThat(page.getAttribute("html", "data-bs-theme"))
                .as("the choice is kept")
                .isEqualTo("dark");
        assertThat(page.getAttribute("button.theme", "aria-pressed")).isEqualTo("true");
        page.click("button.theme");
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("light");
    }

    @Test
    void whatIsPrintedIsThePaperAnOfficeWouldSend() {
        Page page = chromium.signedIn(district.login("clerk"), WalkedDistrict.PASSWORD);
        for (String path : List.of(
                "/report/2025",
                "/findings/" + district.finding,
                "/consequences/" + district.consequence,
                "/people/" + district.head())) {
            page.navigate(path);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String screenOnly : List.of("header.top", "footer.bottom", "a.skip")) {
                assertThat(page.isVisible(screenOnly))
                        .as(path + " " + screenOnly)
                        .isFalse();
            }
            assertThat(page.isVisible("main h1")).as(path).isTrue();
            assertThat(page.innerText(".print-head")).as(path).contains("绳墨");
            String pdf =
                    new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
            assertThat(pdf).as("A4").containsPattern("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*]");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    @Test
    void onASlowLineAListSaysThatItIsWorking() {
        Page page = chromium.visitor();
        page.navigate("/rulebook");
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/rulebook?*", held::set);
        page.fill("main input[name=q]", "信访");
        page.keyboard().press("Enter");
        page.waitForSelector("#list.htmx-request");
        assertThat(page.isVisible("#list .busy")).isTrue();
        held.get().resume();
        page.waitForSelector("#list:not(.htmx-request)");
        assertThat(page.isVisible("#list .busy")).isFalse();
        assertThat(page.url()).contains("q=");
        assertThat(page.innerText("#list")).contains("信访工作条例");
    }
}
