package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shengmo.petition.Petitions;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Floods, bombs, scripts and forged files at the doors that anyone may knock at, each caller from an address of its own. */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PetitionFloodTest {

    private static final int FLOOD = 10_000;
    private static final int SENDERS = 4;
    private static final int AN_HOUR = 60;
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory program;

    @Autowired
    Petitions petitions;

    private PetitionDistrict district;
    private int addresses;

    @BeforeAll
    void aDistrict() {
        district = new PetitionDistrict(program);
    }

    /** Somebody at an address of their own on the loopback network. */
    private final class Caller {
        private final HttpClient client;

        Caller() throws IOException {
            addresses++;
            client = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName("127.7." + addresses / 250 + "." + (1 + addresses % 250)))
                    .build();
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(to(path).GET());
        }

        HttpResponse<String> json(String path, String body) throws IOException, InterruptedException {
            return send(to(path).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /** Sends the last page of the form, with files. */
        HttpResponse<String> form(String text, Map<String, byte[]> files) throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get("/petition/new").body());
            assertThat(token.find()).isTrue();
            Map<String, String> fields = Map.of(
                    "token", token.group(1),
                    "text", text,
                    "topic", "water",
                    "place", district.body("village").toString(),
                    "whom", "matter",
                    "naming", "ANONYMOUS",
                    "published", "yes");
            String boundary = "----" + UUID.randomUUID();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            new TreeMap<>(fields)
                    .forEach((name, value) ->
                            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                                            + "\"\r\n\r\n" + value + "\r\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            files.forEach((name, content) -> {
                body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                                + name + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.writeBytes(content);
                body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            });
            body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(to("/petition/new/send")
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept-Language", "zh-CN");
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private String petition(String text) {
        return "{\"topic\":\"WATER\",\"text\":\"%s\",\"place\":\"%s\"}".formatted(text, district.body("village"));
    }

    private int found(String words) {
        return petitions.search(district.in("desk"), words, 50).size();
    }

    @Test
    void tenThousandOfTheSameAreOnePetitionAndTheOthersAreServed() throws Exception {
        String body = petition("洪水般的同一句话，请立即处理。");
        List<Callable<Map<Integer, Integer>>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Caller caller = new Caller();
            senders.add(() -> {
                Map<Integer, Integer> answers = new TreeMap<>();
                for (int j = 0; j < FLOOD / SENDERS; j++) {
                    answers.merge(caller.json("/api/v1/petitions", body).statusCode(), 1, Integer::sum);
                }
                return answers;
            });
        }
        Caller other = new Caller();
        List<Integer> others = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Map<Integer, Integer>>> flood =
                    senders.stream().map(pool::submit).toList();
            for (int i = 0; i < 20; i++) {
                others.add(other.get("/petitions").statusCode());
                others.add(other.json("/api/v1/petitions", petition("另一件事，井水第" + i + "次发浑。"))
                        .statusCode());
            }
            for (Future<Map<Integer, Integer>> each : flood) {
                assertThat(each.get())
                        .as("so many an hour from one address, the rest refused")
                        .isEqualTo(Map.of(201, AN_HOUR, 429, FLOOD / SENDERS - AN_HOUR));
            }
        }
        assertThat(others).as("who came in good faith meanwhile").containsOnly(200, 201);
        assertThat(found("洪水般的同一句话")).isEqualTo(1);
        assertThat(found("井水")).isEqualTo(20);
    }

    @Test
    void aScriptInTheTextIsTextEverywhere() throws Exception {
        String script = "<script>alert(document.cookie)</script>\"'><img src=x onerror=alert(1)>";
        HttpResponse<String> sent = new Caller().form("水管破裂" + script, Map.of());
        assertThat(sent.statusCode()).isEqualTo(200);
        UUID id = petitions.search(district.in("desk"), "水管破裂", 1).getFirst().id();
        Visitor desk = new Visitor(port).signedIn(district.login("desk"), PetitionDistrict.PASSWORD);
        for (HttpResponse<String> page : List.of(
                sent,
                desk.get("/petitions/" + id),
                desk.get("/petitions/desk"),
                desk.get("/search?q=onerror"),
                desk.get("/petitions/desk?q=" + java.net.URLEncoder.encode(script, StandardCharsets.UTF_8)))) {
            assertThat(page.body())
                    .as(page.uri().toString())
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .as("and no script of another's would run")
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
        }
    }

    static List<org.junit.jupiter.params.provider.Arguments> forged() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return List.of(
                of("an SVG with a script", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                of("a page", "<html><script>alert(1)</script></html>"),
                of("a program", "MZ\u0090\u0000"),
                org.junit.jupiter.params.provider.Arguments.of("a zip bomb", bomb.toByteArray()),
                org.junit.jupiter.params.provider.Arguments.of(
                        "more than ten million bytes", new byte[(10 << 20) + 1]));
    }

    private static org.junit.jupiter.params.provider.Arguments of(String what, String content) {
        return org.junit.jupiter.params.provider.Arguments.of(what, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void whatIsNoPhotoIsRefusedWhateverItSaysItIs(String what, byte[] content) throws Exception {
        String text = "附照片的" + what + "，请查看" + content.length;
        HttpResponse<String> answer = new Caller().form(text, Map.of("photo.jpg", content));
        assertThat(answer.statusCode()).as(what).isIn(303, 302, 422);
        assertThat(found("附照片的")).as("nothing of it stays").isZero();
    }

    @Test
    void aRequestLargerThanMayBeSentIsRefusedAndTheNextOneServed() throws Exception {
        Caller caller = new Caller();
        HttpResponse<String> answer = caller.form("特大附件", Map.of("a.jpg", new byte[22 << 20]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(found("特大附件")).isZero();
        assertThat(caller.get("/petition").statusCode()).isEqualTo(200);
    }

    @Test
    void aPhotoComesOutWithoutItsPlaceAndNeverAsAPage() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] exif = "Exif\0\0GPSLatitude 29.1 Artist <script>".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(jpeg.toByteArray(), 0, 2);
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        tagged.write(exif);
        tagged.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        HttpResponse<String> sent = new Caller().form("带照片的河堤裂缝。", Map.of("me.html.jpg", tagged.toByteArray()));
        assertThat(sent.statusCode()).isEqualTo(200);
        UUID id =
                petitions.search(district.in("desk"), "带照片的河堤裂缝", 1).getFirst().id();
        UUID file = petitions.messages(id).getFirst().attachments().getFirst();
        Visitor desk = new Visitor(port).signedIn(district.login("desk"), PetitionDistrict.PASSWORD);
        HttpResponse<String> photo = desk.get("/attachments/" + file);
        assertThat(photo.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(photo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(new String(desk.bytes("/attachments/" + file), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Artist");
    }
}
