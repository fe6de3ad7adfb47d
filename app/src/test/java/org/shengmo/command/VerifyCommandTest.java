package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Seals;
import org.shengmo.docket.Subject;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code shengmo verify} with access to the database: what its owner changed is named, with exit code 1. */
class VerifyCommandTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private String key;
    private String said;

    @Test
    void rowsThatTheirOwnerChangedAreNamedWhetherTheFolderIsInUseOrNot() throws IOException {
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            new Migrations(Ladder.read()).migrate(database.owner(), LocalDatabase.APPLICATION);
            long entry = recordOne(database);
            assertThat(verify("--data", folder.toString())).as(() -> said).isZero();
            assertThat(said).contains("Nothing is wrong").contains("0 of them erased");
            JdbcClient.create(database.owner())
                    .sql("UPDATE docket.entry SET at = at - interval '1 day' WHERE id = :entry")
                    .param("entry", entry)
                    .update();
            assertThat(verify("--data", folder.toString())).isEqualTo(Shengmo.FOUND_WRONG);
            assertThat(said).contains("Entry " + entry).contains("backdated").contains("1 faults");
        }
        assertThat(verify("--data", folder.toString())).isEqualTo(Shengmo.FOUND_WRONG);
        assertThat(said).contains("backdated");
        assertThat(verify("--help")).isZero();
        assertThat(said).contains("--log URL-or-folder");
        assertThat(verify("--log", folder.toString())).as("no key").isEqualTo(Shengmo.USED_WRONGLY);
    }

    private long recordOne(LocalDatabase database) {
        Map<String, Object> settings =
                Map.of("shengmo.log.key-file", folder.resolve("log.key").toString());
        try (ConfigurableApplicationContext rooms =
                Startup.rooms(database.application(), Clock.system(ZONE), settings)) {
            Docket docket = rooms.getBean(Docket.class);
            Act act = Act.of(Author.CALENDAR, "duty.met", new Subject("duty", UUID.randomUUID()), Map.of("text", "甲"));
            long entry = rooms.getBean(TransactionTemplate.class).execute(status -> docket.record(act));
            Seals seals = rooms.getBean(Seals.class);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> seals.waiting() == 0);
            key = seals.verifierKeys().getFirst();
            return entry;
        }
    }

    private int verify(String... options) {
        String[] arguments = new String[options.length + (options[0].equals("--data") ? 3 : 1)];
        arguments[0] = "verify";
        System.arraycopy(options, 0, arguments, 1, options.length);
        if (options[0].equals("--data")) {
            arguments[options.length + 1] = "--key";
            arguments[options.length + 2] = key;
        }
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            return Shengmo.run(Console.system(Locale.ENGLISH), arguments);
        } finally {
            System.setOut(before);
            said = bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
