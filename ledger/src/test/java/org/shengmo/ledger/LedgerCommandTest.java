package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

    @TempDir
    Path folder;

    private Path logFolder;
    private Log log;
    private String said;

    @BeforeEach
    void aLogInAFolder() throws IOException {
        logFolder = folder.resolve("log");
        log = Log.open(new FileStorage(logFolder), List.of(TestLog.SIGNER), TestLog.TRUST);
        log.append(TestLog.entries(0, 300));
    }

    private int run(Locale locale, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code =
                new LedgerCommand(out, out, locale, Clock.systemUTC(), Signatures.standard()).run(List.of(arguments));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int verify(String... further) {
        String[] all = {
            "verify",
            "--log",
            logFolder.toString(),
            "--key",
            TestLog.SECRET.key().toString()
        };
        String[] joined = Arrays.copyOf(all, all.length + further.length);
        System.arraycopy(further, 0, joined, all.length, further.length);
        return run(Locale.ENGLISH, joined);
    }

    @Test
    void aSoundLogIsSaidToBeSound() throws IOException {
        Path earlier = folder.resolve("earlier");
        Files.write(earlier, log.checkpoint().note().bytes());
        log.append(TestLog.entries(300, 301));
        assertThat(verify("--earlier", earlier.toString())).isZero();
        assertThat(said).contains("301").contains("since the earlier checkpoint of 300 entries");
        assertThat(verify("--language", "zh")).isZero();
        assertThat(said).contains("核验无误");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws IOException {
        Path bundle = logFolder.resolve("tile/entries/001.p/44");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bundle, bytes);
        assertThat(verify()).isEqualTo(1);
        assertThat(said)
                .contains("tile/entries/001.p/44: entry 299 is not the one")
                .contains("1 faults");
    }

    @Test
    void aChangedTileOfAnEarlierSizeIsFound() throws IOException {
        log.append(TestLog.entries(300, 400));
        Path partial = logFolder.resolve("tile/0/001.p/44");
        byte[] bytes = Files.readAllBytes(partial);
        bytes[100] ^= 1;
        Files.write(partial, bytes);
        assertThat(verify()).isEqualTo(1);
        assertThat(said).contains("tile/0/001.p/44 is not the beginning").contains("1 faults");
    }

    @Test
    void wrongUseIsToldApart() {
        assertThat(run(Locale.ENGLISH)).isEqualTo(2);
        assertThat(run(Locale.ENGLISH, "--help")).isZero();
        assertThat(said).contains("verify --log").contains("Exit code");
        assertThat(run(Locale.ENGLISH, "veryfy")).isEqualTo(2);
        assertThat(run(Locale.ENGLISH, "verify", "--log", logFolder.toString())).isEqualTo(2);
        assertThat(said).contains("--key is needed");
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "verify", "--log", logFolder.toString()))
                .isEqualTo(2);
        assertThat(said).contains("缺少 --key");
        assertThat(verify("--wrong", "x")).isEqualTo(2);
        assertThat(verify("--earlier")).isEqualTo(2);
        assertThat(verify("--earlier", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(verify("--quorum", "1")).isEqualTo(2);
        assertThat(run(Locale.ENGLISH, "verify", "--log", "nowhere", "--key", "x+y+z"))
                .isEqualTo(2);
    }

    @Test
    void aReceiptIsCheckedWithoutTheLog() throws IOException {
        String entry = new String(TestLog.entry(7), StandardCharsets.UTF_8);
        Inclusion inclusion = log.reader().inclusion(7, TreeHasher.leafOf(TestLog.entry(7)));
        Path file = folder.resolve("r.tlog-proof");
        Files.write(file, new Receipt(entry, Optional.empty(), inclusion.toTlogProof()).bytes());
        String key = TestLog.SECRET.key().toString();
        assertThat(run(Locale.ENGLISH, "receipt", file.toString(), "--key", key))
                .isZero();
        assertThat(said).contains("index 7");
        Files.write(file, new Receipt("entry 8", Optional.empty(), inclusion.toTlogProof()).bytes());
        assertThat(run(Locale.ENGLISH, "receipt", file.toString(), "--key", key))
                .isEqualTo(1);
    }

    @Test
    void aKeyIsMadeForItsOwnerOnlyAndNeverOverwritten() throws IOException {
        Path file = folder.resolve("secret");
        String[] arguments = {"key", "--name", "log.example/new", "--secret", file.toString()};
        assertThat(run(Locale.ENGLISH, arguments)).isZero();
        assertThat(said).contains(KeyFile.read(file).key().toString());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String before = Files.readString(file);
        assertThat(run(Locale.ENGLISH, arguments)).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(bundle("en").keySet()).isEqualTo(bundle("zh_CN").keySet());
        for (Fault.Kind kind : Fault.Kind.values()) {
            assertThat(bundle("en")).containsKey("ledger.fault." + kind);
        }
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (var stream = LedgerCommand.class.getResourceAsStream("messages_" + language + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
