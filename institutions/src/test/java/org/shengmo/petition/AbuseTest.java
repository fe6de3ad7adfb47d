package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shengmo.access.Posts;
import org.shengmo.organization.Organization;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Floods, bombs, forged files and guesses are refused or absorbed, and whoever comes in good faith is not disturbed. */
@KernelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbuseTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final int FLOOD = 10_000;
    private static final int SENDERS = 4;

    @Autowired
    Petitions petitions;

    @Autowired
    Sender sender;

    @Autowired
    ReceiptCodes codes;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private PetitionGround ground;

    @BeforeAll
    void aDistrict() {
        clock.moveTo(PetitionGround.FIRST_DAY);
        ground = new PetitionGround(organization, posts);
        clock.moveTo(START);
    }

    @Test
    void tenThousandDuplicatesAreOnePetitionAndTheOthersAreNotDisturbed() throws Exception {
        NewPetition flood = ground.water("请立即处理，请立即处理，请立即处理。");
        List<Callable<String>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(() -> {
                String last = "";
                for (int j = 0; j < FLOOD / SENDERS; j++) {
                    last = petitions.submit(flood).code();
                }
                return last;
            });
        }
        List<String> last = new ArrayList<>();
        Receipt other;
        try (ExecutorService pool = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<String>> flooding = senders.stream().map(pool::submit).toList();
            other = petitions.submit(ground.water("另一件事：桥头的水管漏水。"));
            for (Future<String> each : flooding) {
                last.add(each.get());
            }
        }
        assertThat(petitions.search(ground.in("desk"), "请立即处理", 50)).hasSize(1);
        assertThat(sender.follow(other.code())).isPresent();
        assertThat(last)
                .allSatisfy(code -> assertThat(sender.follow(code))
                        .as("each sender's code opens it")
                        .isPresent());
        assertThat(database.sql("SELECT count(*) FROM petition.echo WHERE petition = ?")
                        .param(petitions
                                .search(ground.in("desk"), "请立即处理", 1)
                                .getFirst()
                                .id())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(FLOOD - 1);
    }

    // Files

    private void refused(NewPetition.Upload... files) {
        int before = count("petition.petition");
        NewPetition petition = withFiles("附照片一张，请查看。" + Arrays.hashCode(files), files);
        assertThatThrownBy(() -> petitions.submit(petition)).isInstanceOf(Invalid.class);
        assertThat(count("petition.petition")).as("nothing of it stays").isEqualTo(before);
    }

    private NewPetition withFiles(String text, NewPetition.Upload... files) {
        NewPetition petition = ground.water(text);
        return new NewPetition(
                petition.channel(),
                petition.naming(),
                petition.topic(),
                petition.text(),
                petition.place(),
                petition.spot(),
                null,
                null,
                null,
                petition.who(),
                false,
                List.of(files),
                "",
                null);
    }

    private int count(String table) {
        return database.sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void bombsAreRefusedBeforeTheyUnpack() throws IOException {
        refused(new NewPetition.Upload("photo.png", hugePng(60_000, 60_000)));
        refused(new NewPetition.Upload("photo.jpg", zipBomb()));
        refused(new NewPetition.Upload("photo.jpg", new byte[(10 << 20) + 1]));
        NewPetition.Upload small = new NewPetition.Upload("a.jpg", picture("jpeg"));
        refused(small, small, small, small, small, small);
    }

    /** A PNG whose head promises more pixels than there is memory, in a hundred bytes. */
    private static byte[] hugePng(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) 2)
                        .array());
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        byte[] packed = new byte[100];
        int length = deflater.deflate(packed);
        deflater.end();
        chunk(png, "IDAT", Arrays.copyOf(packed, length));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) throws IOException {
        byte[] named = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(named);
        sum.update(content);
        png.write(ByteBuffer.allocate(4).putInt(content.length).array());
        png.write(named);
        png.write(content);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
                "<html><script>alert(1)</script></html>",
                "%PDF-1.7 /JavaScript (app.alert(1))",
                "MZ\u0090\u0000 an executable",
                "#!/bin/sh\nrm -rf /"
            })
    void whatIsNoPictureIsNotTakenUnderAPicturesName(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("photo.jpg", "photo.png", "photo.svg", "page.html", "x.exe")) {
            refused(new NewPetition.Upload(name, bytes));
        }
    }

    @Test
    void bytesThatAreNoTextAreNotTakenAsOne() {
        refused(new NewPetition.Upload("note.txt", new byte[] {'M', 'Z', 0, 1, 2, (byte) 0xff, (byte) 0xfe, 0}));
    }

    @Test
    void aPictureLosesWhereWhenAndByWhomItWasTakenAndWhateverHangsOnIt() throws IOException {
        byte[] jpeg = picture("jpeg");
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        byte[] exif = "Exif\0\0GPSLatitude 29.1 Artist 何田 <script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        tagged.write(jpeg, 0, 2);
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)});
        tagged.write(exif);
        tagged.write(jpeg, 2, jpeg.length - 2);
        tagged.write("<?php system('id'); ?>".getBytes(StandardCharsets.US_ASCII));
        Receipt receipt =
                petitions.submit(withFiles("照片在附件里。", new NewPetition.Upload("何田-手机.jpg", tagged.toByteArray())));
        Sender.FollowedPetition own =
                (Sender.FollowedPetition) sender.follow(receipt.code()).orElseThrow();
        byte[] kept = sender.file(
                        receipt.code(), own.messages().getFirst().attachments().getFirst())
                .orElseThrow();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Artist")
                .doesNotContain("script")
                .doesNotContain("php");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(kept)).getWidth())
                .isEqualTo(40);
        assertThat(database.sql("SELECT count(*) FROM attachment.attachment WHERE name LIKE '%何田%'")
                        .query(Integer.class)
                        .single())
                .as("nor does the file's name stay")
                .isZero();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    // Codes

    @Test
    void codesAreDrawnFromAThousandBillionAndNoneFollowsFromAnother() {
        Set<String> drawn = new HashSet<>();
        int[] digits = new int[10];
        for (int i = 0; i < 20_000; i++) {
            String code = codes.draw();
            assertThat(code).matches("[0-9]{16}");
            drawn.add(code);
            digits[code.charAt(i % 15) - '0']++;
        }
        assertThat(drawn).as("none twice").hasSize(20_000);
        assertThat(Arrays.stream(digits).allMatch(count -> count > 1700 && count < 2300))
                .as("each digit about as often")
                .isTrue();
        assertThat(codes.of("one-token-0123456789"))
                .isEqualTo(codes.of("one-token-0123456789"))
                .isNotEqualTo(codes.of("one-token-0123456788"));
    }

    @Test
    void whoEverHasTheDatabaseHasNoCode() {
        Receipt receipt = petitions.submit(ground.water("河堤有裂缝。"));
        byte[] kept = database.sql("SELECT code FROM petition.petition ORDER BY number DESC LIMIT 1")
                .query((row, number) -> row.getBytes(1))
                .single();
        byte[] plain = org.shengmo.docket.Sha256.of(receipt.code().getBytes(StandardCharsets.UTF_8));
        assertThat(kept).hasSize(32).isNotEqualTo(plain);
        assertThat(kept).as("a hash under a key that is not in the database").isEqualTo(codes.hash(receipt.code()));
    }

    // Too much

    @Test
    void anAddressSendsSixtyAnHourAndAnotherIsNotHeldBack() {
        TestClock hours = new TestClock(START);
        Throttle throttle = new Throttle(60, hours);
        for (int i = 0; i < 60; i++) {
            throttle.sending("198.51.100.7");
        }
        assertThatThrownBy(() -> throttle.sending("198.51.100.7")).isInstanceOf(Refused.class);
        throttle.sending("198.51.100.8");
        hours.moveTo(START.plusDays(1));
        throttle.sending("198.51.100.7");
    }

    @Test
    void tenWrongCodesShutTheDoorToTheAddressAndToTheCode() {
        Throttle throttle = new Throttle(60, new TestClock(START));
        for (int i = 0; i < 10; i++) {
            throttle.guessing("198.51.100.7", "code-" + i);
            throttle.wrong("198.51.100.7", "code-" + i);
        }
        assertThatThrownBy(() -> throttle.guessing("198.51.100.7", "the right one"))
                .isInstanceOf(Refused.class);
        throttle.guessing("198.51.100.8", "the right one");

        Throttle other = new Throttle(60, new TestClock(START));
        for (int i = 0; i < 10; i++) {
            other.wrong("198.51.100." + i, "4929000000000000");
        }
        assertThatThrownBy(() -> other.guessing("203.0.113.1", "4929000000000000"))
                .as("one code tried from many addresses")
                .isInstanceOf(Refused.class);
        other.guessing("203.0.113.1", "another");
    }

    @Test
    void noAddressCanBeReadOutOfWhatTheThrottleRemembers() throws ReflectiveOperationException {
        Throttle throttle = new Throttle(60, new TestClock(START));
        throttle.sending("198.51.100.7");
        var remembered = Throttle.class.getDeclaredField("buckets");
        remembered.setAccessible(true);
        assertThat(remembered.get(throttle).toString()).doesNotContain("198.51");
    }
}
