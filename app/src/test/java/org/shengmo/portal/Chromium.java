package org.shengmo.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium, driven by a test; without one the test is skipped and says so. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("chromium"));

    private final Playwright playwright;
    private final Browser browser;
    private final String base;

    private Chromium(Playwright playwright, String base) {
        this.playwright = playwright;
        this.browser = playwright.chromium().launch(options());
        this.base = base;
    }

    /** Starts it; {@code base} is the address that paths are under, without a slash at its end. */
    public static Chromium at(String base) {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Chromium on this machine: apt-get install chromium");
        return new Chromium(
                Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
                base);
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    /** Somebody with a browser of their own, in Chinese. */
    public Page visitor() {
        return visitor(new Browser.NewContextOptions());
    }

    public Page visitor(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("zh-CN").setBaseURL(base));
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    /** Somebody who signed in by the form. */
    public Page signedIn(String login, String password) {
        Page page = visitor();
        page.navigate("/sign-in");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", password);
        page.click("main button[type=submit]");
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
