package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.DocketAudit;
import org.shengmo.docket.Seals;
import org.shengmo.docket.Subject;
import org.shengmo.guomi.Sm2;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.HttpTileSource;
import org.shengmo.ledger.KeyFile;
import org.shengmo.ledger.Log;
import org.shengmo.ledger.LogAudit;
import org.shengmo.ledger.MemoryStorage;
import org.shengmo.ledger.NoteVerifier;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.ledger.Trust;
import org.shengmo.ledger.UntrustedException;
import org.shengmo.ledger.WitnessClient;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log of a running program: served over HTTP, signed twice, cosigned by a witness that is killed in between, its
 * receipts checked by a browser that is offline, what an entry says shown and erased.
 */
@SpringBootTest(
        classes = {Program.class, SealedLogTest.Ground.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class SealedLogTest {

    private static final String ORIGIN = "log.example/walk";
    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final SecretKey SECRET = SecretKey.forNotes(ORIGIN, new SecureRandom());

    private static WitnessProcess witness;

    private static final DataSource DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void log(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("shengmo-log");
        KeyFile.create(folder.resolve("log.key"), SECRET);
        witness = new WitnessProcess(folder, SECRET.key().toString());
        witness.start();
        properties.add("shengmo.origin", () -> ORIGIN);
        properties.add("shengmo.log.key-file", folder.resolve("log.key")::toString);
        properties.add("shengmo.log.sm2-key-file", folder.resolve("sm2.key")::toString);
        properties.add("shengmo.log.witnesses", witness::setting);
    }

    @AfterAll
    static void stopWitness() {
        witness.close();
    }

    static class Ground {
        @Bean
        DataSource dataSource() {
            return DATABASE;
        }

        @Bean
        TestClock clock() {
            return new TestClock(LocalDate.of(2026, 3, 2));
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Docket docket;

    @Autowired
    Seals seals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    private final HttpClient client = HttpClient.newHttpClient();

    private long record(String account) {
        return transaction.execute(status -> docket.record(Act.of(
                new Author(UUID.randomUUID(), UUID.randomUUID()),
                "duty.met",
                new Subject("duty", UUID.randomUUID()),
                Map.of("account", account))));
    }

    /** Records an act, and waits until it is sealed: a second at most, if the machine has time. */
    private long sealed(String account) {
        long entry = record(account);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> seals.index(entry).isPresent());
        return entry;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(at(path))).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private Trust trust() {
        List<NoteVerifier> keys = seals.verifierKeys().stream()
                .map(Signatures.standard().and(Sm2::verifier)::verifier)
                .toList();
        return new Trust(ORIGIN, keys, List.of(), 0);
    }

    @Test
    void anyonesProgramReadsAndChecksTheWholeLog() throws Exception {
        long entry = sealed("served");
        HttpTileSource served = new HttpTileSource(URI.create(at("/log")));
        assertThat(new LogAudit(served, trust(), Optional.empty()).run().faults())
                .isEmpty();
        long size = Checkpoint.open(served.checkpoint().orElseThrow(), trust()).size();
        assertThat(new DocketAudit(database, served).run(size).faults()).isEmpty();

        HttpResponse<byte[]> checkpoint = get("/log/checkpoint");
        assertThat(checkpoint.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(checkpoint.headers().firstValue("Cache-Control")).contains("no-cache");
        long width = size % 256;
        HttpResponse<byte[]> partial = get("/log/tile/0/000.p/" + width);
        assertThat(partial.statusCode()).isEqualTo(200);
        assertThat(partial.body()).hasSize((int) width * 32);
        assertThat(partial.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(partial.headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(get("/log/tile/entries/000.p/" + width).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> none = get("/log/tile/0/000");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Cache-Control")).contains("no-store");

        String known = new String(get("/.well-known/shengmo-log").body(), StandardCharsets.UTF_8);
        String page = new String(get("/record/" + entry).body(), StandardCharsets.UTF_8);
        for (String key : seals.verifierKeys()) {
            assertThat(known).contains(key);
            assertThat(page).contains(key);
        }
    }

    @Test
    void theCheckpointIsSignedTwiceAndWhoDoesNotKnowSm2PassesItOver() throws Exception {
        sealed("signed twice");
        byte[] note = get("/log/checkpoint").body();
        assertThat(Checkpoint.open(note, trust()).note().verified(trust().logKeys()))
                .hasSize(2);
        assertThat(Checkpoint.open(note, Trust.log(SECRET.key().toString())).size())
                .isPositive();
    }

    @Test
    void theWitnessCosignsSurvivesItsEndAndRefusesAFork() throws Exception {
        sealed("seen");
        long before = cosignedSize(1);
        witness.kill();
        long during = sealed("not seen");
        assertThat(seals.index(during)).isPresent();
        witness.start();
        sealed("seen again");
        long after = cosignedSize(before + 1);
        assertThat(after).isGreaterThan(before);

        MemoryStorage other = new MemoryStorage();
        Log fork = Log.open(
                other,
                List.of(new Ed25519Signer(SECRET)),
                Trust.log(SECRET.key().toString()));
        List<byte[]> entries = new ArrayList<>();
        for (long i = 0; i <= after + 100; i++) {
            entries.add(new byte[] {(byte) i, 1});
        }
        Checkpoint forked = fork.append(entries);
        WitnessClient asking = new WitnessClient(witness.address, witness.key);
        assertThatThrownBy(() -> asking.cosign(other, forked, 0))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining("422");
    }

    /** The size of the served checkpoint, once the witness has cosigned one at least so large. */
    private long cosignedSize(long least) {
        Trust cosigned = trust().with(List.of(witness.key), 1);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UntrustedException.class)
                .until(
                        () -> Checkpoint.open(get("/log/checkpoint").body(), cosigned)
                                .size(),
                        size -> size >= least);
    }

    @Test
    void aBrowserChecksAReceiptWithoutANetwork() throws Exception {
        long entry = sealed("张三的住址");
        byte[] full = seals.receipt(entry, true).orElseThrow().bytes();
        byte[] bare = get("/record/" + entry + "/receipt").body();
        Map<String, String> tampered = tampered(new String(full, StandardCharsets.UTF_8));
        Set<String> hosts = new java.util.HashSet<>();
        try (Chromium browser = Chromium.at("http://127.0.0.1:" + port)) {
            Page page = browser.visitor(new Browser.NewContextOptions().setViewportSize(360, 740));
            BrowserContext context = page.context();
            page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
            page.navigate(at("/record/check"));
            page.waitForSelector("#receipt-kept:not([hidden])");
            context.setOffline(true);
            assertThat(verdict(page, full)).contains("回执成立");
            assertThat(page.innerText("#receipt-shown")).contains("张三的住址");
            assertThat(page.innerText("#receipt-facts"))
                    .contains(String.valueOf(entry))
                    .contains(ORIGIN);
            assertThat(verdict(page, bare)).contains("回执成立");
            assertThat(page.innerText("#receipt-checks")).contains("不含内容");
            tampered.forEach((change, named) -> assertThat(
                            verdict(page, change.getBytes(StandardCharsets.UTF_8)) + page.innerText("#receipt-checks"))
                    .contains("不成立")
                    .contains(named));
            page.fill(
                    "#receipt-key",
                    SecretKey.forNotes(ORIGIN, new SecureRandom()).key().toString());
            assertThat(verdict(page, full) + page.innerText("#receipt-checks")).contains("没有由所给公钥");
            page.fill("#receipt-key", SECRET.key() + "\n" + witness.key.key());
            assertThat(verdict(page, full)).contains("回执成立");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);

            page.reload();
            page.fill("#receipt-text", new String(full, StandardCharsets.UTF_8));
            page.click("#receipt-form button[type=submit]");
            page.waitForSelector("#receipt-verdict[data-holds]");
            assertThat(page.innerText("#receipt-verdict"))
                    .as("after a reload offline")
                    .contains("回执成立");
            context.setOffline(false);
            page.navigate(at("/record/check?lang=en"));
            assertThat(verdict(page, full)).contains("The receipt holds");
        }
        assertThat(hosts).containsExactly("127.0.0.1:" + port);
    }

    private static String verdict(Page page, byte[] receipt) {
        page.evaluate("document.getElementById('receipt-verdict').removeAttribute('data-holds')");
        page.setInputFiles("#receipt-file", new FilePayload("r.tlog-proof", "text/plain", receipt));
        page.waitForSelector("#receipt-verdict[data-holds]");
        return page.innerText("#receipt-verdict");
    }

    /** Receipts in each of which one thing was changed, and what the page must say of it. */
    private static Map<String, String> tampered(String receipt) {
        Receipt good = Receipt.parse(receipt.getBytes(StandardCharsets.UTF_8));
        Receipt.Opening opening = good.opening().orElseThrow();
        Receipt otherEntry = new Receipt(good.entry().replace("duty.met", "duty.mEt"), good.opening(), good.proof());
        Receipt otherContent = new Receipt(
                good.entry(),
                Optional.of(
                        new Receipt.Opening(opening.salt(), opening.content().replace("张三", "李四"))),
                good.proof());
        Receipt otherSalt = new Receipt(
                good.entry(), Optional.of(Receipt.Opening.of(new byte[32], opening.content())), good.proof());
        long index = good.proof().index();
        long size = good.verify(Trust.log(SECRET.key().toString())).checkpoint().size();
        Map<String, String> tampered = new LinkedHashMap<>();
        tampered.put(new String(otherEntry.bytes(), StandardCharsets.UTF_8), "记录、位置或证明路径被改动");
        tampered.put(new String(otherContent.bytes(), StandardCharsets.UTF_8), "内容被改动");
        tampered.put(new String(otherSalt.bytes(), StandardCharsets.UTF_8), "内容被改动");
        tampered.put(receipt.replace("\nindex " + index + "\n", "\nindex " + (index + 1000) + "\n"), "超出了日志");
        tampered.put(receipt.replace("\n" + size + "\n", "\n" + (size + 1) + "\n"), "检查点或签名被改动");
        tampered.put(receipt.replace("tlog-proof@v1", "tlog-proof@v2"), "这不是回执");
        tampered.put(receipt.replaceFirst("extra ", "extra A"), "base64");
        tampered.put(receipt.replace("\n— " + ORIGIN, "\n— other.example"), "没有由所给公钥");
        return tampered;
    }

    @Test
    void whatAnEntrySaysIsShownAndErasedWhileItsReceiptStillHolds() throws Exception {
        archivist("archivist", "docket.erase", "docket.read");
        archivist("eraser", "docket.erase");
        long entry = sealed("某人的病历");
        Receipt before = Receipt.parse(get("/record/" + entry + "/receipt").body());
        assertThat(get("/record/" + entry + "/receipt/full").statusCode()).isEqualTo(404);
        HttpClient reader =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        signIn(reader, "eraser");
        String closed = send(reader, HttpRequest.newBuilder(URI.create(at("/record/" + entry))))
                .body();
        assertThat(closed).contains("/sign-out", "不予显示").doesNotContain("/receipt/full");
        URI full = URI.create(at("/record/" + entry + "/receipt/full"));
        assertThat(send(reader, HttpRequest.newBuilder(full)).statusCode()).isEqualTo(404);
        try (Chromium browser = Chromium.at("http://127.0.0.1:" + port)) {
            Page page = browser.signedIn("archivist", PASSWORD);
            BrowserContext context = page.context();
            Receipt shown = Receipt.parse(context.request()
                    .get(at("/record/" + entry + "/receipt/full"))
                    .body());
            assertThat(shown.verify(trust()).index())
                    .isEqualTo(seals.index(entry).orElseThrow());
            assertThat(shown.opening().orElseThrow().content()).contains("某人的病历");
            page.navigate(at("/record/" + entry));
            page.fill("#field-reason", "本人依法要求删除");
            page.click("form[action$='/erasure'] button[type=submit]");
            page.waitForSelector(".confirmation");
            assertThat(page.innerText("main")).contains("内容已删除").doesNotContain("某人的病历");
        }
        assertThat(docket.entry(entry, List.of()).orElseThrow().erased()).isTrue();
        assertThat(seals.receipt(entry, true).orElseThrow().opening()).isEmpty();
        assertThat(before.verify(trust()).leaf())
                .isEqualTo(
                        seals.receipt(entry, true).orElseThrow().verify(trust()).leaf());
        sealed("after");
        Checkpoint newest = seals.checkpoint().orElseThrow();
        assertThat(new LogAudit(seals.source(), trust(), Optional.of(newest))
                        .run()
                        .faults())
                .isEmpty();
        DocketAudit.Report rows = new DocketAudit(database, seals.source()).run(newest.size());
        assertThat(rows.faults()).isEmpty();
        assertThat(rows.erased()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsGoneIsToldAndNothingIsLost() throws Exception {
        archivist("clerk", "docket.erase");
        long entry = sealed("before");
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        signIn(browser, "clerk");
        String form = send(browser, HttpRequest.newBuilder(URI.create(at("/record/" + entry))))
                .body();
        allowConnections(false);
        try {
            HttpResponse<String> act =
                    send(browser, post("/record/" + entry + "/erasure", "reason=x&_csrf=" + token(form)));
            assertThat(act.statusCode()).isEqualTo(503);
            assertThat(act.body()).contains("没有登记");
            HttpResponse<String> read = send(browser, HttpRequest.newBuilder(URI.create(at("/record/1?lang=en"))));
            assertThat(read.statusCode()).isEqualTo(503);
            assertThat(read.body()).contains("not recorded");
            assertThat(get("/log/checkpoint").statusCode()).isEqualTo(503);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> seals.trouble().isPresent());
            HttpResponse<String> page = send(HttpClient.newHttpClient(), HttpRequest.newBuilder(URI.create(at("/"))));
            assertThat(page.body()).contains("暂时不能封存");
        } finally {
            allowConnections(true);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> seals.trouble().isEmpty());
        sealed("after");
        assertThat(docket.entry(entry, List.of()).orElseThrow().erased()).isFalse();
        assertThat(new DocketAudit(database, seals.source())
                        .run(seals.checkpoint().orElseThrow().size())
                        .faults())
                .isEmpty();
    }

    /** What the server does when it is told to let nobody in: open connections end, new ones are refused. */
    private static void allowConnections(boolean allowed) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) DATABASE;
        PGSimpleDataSource admin = new PGSimpleDataSource();
        admin.setUrl(source.getUrl());
        admin.setDatabaseName("postgres");
        admin.setUser("postgres");
        JdbcClient server = JdbcClient.create(admin);
        server.sql("ALTER DATABASE " + source.getDatabaseName() + " ALLOW_CONNECTIONS " + allowed)
                .update();
        server.sql(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :name AND NOT :allowed")
                .param("name", source.getDatabaseName())
                .param("allowed", allowed)
                .query(Long.class)
                .single();
    }

    private void signIn(HttpClient browser, String login) throws IOException, InterruptedException {
        String form = send(browser, HttpRequest.newBuilder(URI.create(at("/sign-in"))))
                .body();
        send(browser, post("/sign-in", "login=" + login + "&password=" + PASSWORD + "&_csrf=" + token(form)));
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(at(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as("the form carries a token").isTrue();
        return token.group(1);
    }

    private void archivist(String login, String... permissions) {
        Actor setter = new Actor(
                null,
                null,
                "",
                Set.of(
                        Permission.of("organization.manage"),
                        Permission.of("organization.appoint"),
                        Permission.of("access.account.manage")),
                new Scope.All(),
                List.of());
        LocalDate day = LocalDate.of(2026, 1, 1);
        UUID body = organization
                .establish(setter, new NewBody("archive-" + login, "档案馆", BodyKind.DEPARTMENT, null, 1, day))
                .id();
        UUID post = organization
                .createPost(setter, NewPost.of(login, "档案员", body, true, 1, Reach.ALL, permissions))
                .id();
        UUID person =
                organization.register(setter, new NewPerson("p-" + login, "丁一")).id();
        organization.appoint(setter, person, post, day);
        accounts.createForDemonstration(setter, Map.of(person, login), PASSWORD);
    }
}
