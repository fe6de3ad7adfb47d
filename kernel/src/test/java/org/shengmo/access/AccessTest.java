package org.shengmo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.attachment.Attachment;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KernelTest
@Import(AccessTest.Gates.class)
class AccessTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Actor ADMINISTRATOR = actor("access.account.manage");
    private static final String PASSWORD = "correct horse 1";

    private static Actor actor(String... permissions) {
        return new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "管理员",
                Set.copyOf(Arrays.stream(permissions).map(Permission::of).toList()),
                new Scope.All(),
                List.of());
    }

    /** A gate as a higher room would have it: whoever may uphold findings reads what is attached to one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Gates {
        @Bean
        AttachmentGate findings() {
            return (by, subject) -> subject.type().equals("finding") && by.may(Permission.of("finding.uphold"));
        }
    }

    @Autowired
    Accounts accounts;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentDoor door;

    @Autowired
    Docket docket;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final UUID person = UUID.randomUUID();
    private String login;

    @BeforeEach
    void open() {
        clock.moveTo(LocalDate.of(2025, 6, 15));
        login = "user" + NUMBER.incrementAndGet();
        accounts.create(ADMINISTRATOR, person, login, PASSWORD);
    }

    private static List<String> faults(Throwable invalid) {
        return ((Invalid) invalid)
                .faults().stream().map(Fault::text).map(text -> text.key()).toList();
    }

    @Test
    void theRightPasswordSignsInAndTheLoginsCaseDoesNotMatter() {
        SignIn signIn = accounts.signIn(" " + login.toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(signIn).isInstanceOfSatisfying(SignIn.Done.class, done -> {
            assertThat(done.account().person()).isEqualTo(person);
            assertThat(done.account().mustChange()).isTrue();
        });
    }

    @Test
    void aPasswordIsKeptAsASaltedHash() {
        String hash = database.sql("SELECT hash FROM access.account WHERE person = ?")
                .param(person)
                .query(String.class)
                .single();
        assertThat(hash).startsWith("{bcrypt}$2").doesNotContain(PASSWORD);
    }

    @Test
    void anUnknownLoginAndAClosedAccountSayTheSameAsAWrongPassword() {
        assertThat(accounts.signIn("nobody-here", PASSWORD)).isEqualTo(accounts.signIn(login, "wrong password"));
        accounts.close(ADMINISTRATOR, person);
        assertThat(accounts.signIn(login, PASSWORD)).isEqualTo(accounts.signIn("nobody-else", PASSWORD));
    }

    @Test
    void anUnknownLoginIsCountedAndLockedAsAnAccountIs() {
        for (int i = 0; i < Accounts.FAILURES_BEFORE_LOCK + 1; i++) {
            assertThat(accounts.signIn("nobody-at-all", "wrong password"))
                    .as("attempt %d", i)
                    .isEqualTo(accounts.signIn(login, "wrong password"));
        }
        assertThat(accounts.signIn("Nobody-At-All ", PASSWORD)).isInstanceOf(SignIn.Locked.class);
    }

    @Test
    void repeatedFailuresLockForAWhileWhicheverDoorTheyCameThrough() {
        for (int left = Accounts.FAILURES_BEFORE_LOCK - 1; left > 1; left--) {
            assertThat(accounts.signIn(login, "wrong password")).isEqualTo(new SignIn.Wrong(left));
        }
        assertThat(accounts.confirm(person, "wrong password")).isEqualTo(new SignIn.Wrong(1));
        assertThatThrownBy(() -> accounts.change(person, "wrong password", "another horse 2"))
                .isInstanceOf(Refused.class);
        assertThat(accounts.signIn(login, PASSWORD)).isInstanceOf(SignIn.Locked.class);
        assertThat(docket.timeline(Subject.person(person), List.of(), 1))
                .extracting(entry -> entry.kind().code())
                .containsExactly("access.account-locked");

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(Accounts.LOCK_MINUTES)));
        assertThat(accounts.signIn(login, PASSWORD).done()).isTrue();
    }

    @Test
    void theAdministratorLiftsALock() {
        for (int i = 0; i < Accounts.FAILURES_BEFORE_LOCK; i++) {
            accounts.signIn(login, "wrong password");
        }
        assertThatThrownBy(() -> accounts.unlock(Actor.PUBLIC, person)).isInstanceOf(Refused.class);
        accounts.unlock(ADMINISTRATOR, person);
        assertThat(accounts.signIn(login, PASSWORD).done()).isTrue();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() {
        assertThatThrownBy(() -> accounts.change(person, "wrong password", "another horse 2"))
                .satisfies(invalid -> assertThat(faults(invalid)).containsExactly("access.password.wrong"));
        assertThatThrownBy(() -> accounts.change(person, PASSWORD, PASSWORD))
                .satisfies(invalid -> assertThat(faults(invalid)).containsExactly("access.password.same"));
        accounts.change(person, PASSWORD, "another horse 2");
        assertThat(accounts.signIn(login, PASSWORD).done()).isFalse();
        assertThat(accounts.signIn(login, "another horse 2"))
                .isInstanceOfSatisfying(
                        SignIn.Done.class,
                        done -> assertThat(done.account().mustChange()).isFalse());
    }

    @Test
    void aWeakPasswordListsAllThatIsWrong() {
        assertThatThrownBy(() -> accounts.change(person, PASSWORD, "aaa"))
                .satisfies(invalid ->
                        assertThat(faults(invalid)).containsExactly("access.password.short", "access.password.simple"));
        assertThatThrownBy(() -> accounts.change(person, PASSWORD, "汉".repeat(5) + "字符密码".repeat(5)))
                .satisfies(invalid -> assertThat(faults(invalid)).contains("access.password.long"));
        assertThatThrownBy(() -> accounts.reset(ADMINISTRATOR, person, login + " 2025"))
                .satisfies(invalid -> assertThat(faults(invalid)).contains("access.password.login"));
    }

    @Test
    void aLoginIsTakenOnce() {
        assertThatThrownBy(() ->
                        accounts.create(ADMINISTRATOR, UUID.randomUUID(), login.toUpperCase(Locale.ROOT), PASSWORD))
                .satisfies(invalid -> assertThat(faults(invalid)).containsExactly("access.login.taken"));
        assertThatThrownBy(() -> accounts.create(ADMINISTRATOR, UUID.randomUUID(), "有空 格", PASSWORD))
                .satisfies(invalid -> assertThat(faults(invalid)).containsExactly("access.login.malformed"));
        assertThatThrownBy(() -> accounts.create(actor(), UUID.randomUUID(), "other", PASSWORD))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDemonstrationsPasswordIsKnownAsOneUntilItIsChanged() {
        UUID guest = UUID.randomUUID();
        accounts.createForDemonstration(ADMINISTRATOR, Map.of(guest, "demo-" + login), "shengmo-demo");
        assertThat(accounts.withDemonstrationPassword()).contains("demo-" + login);
        assertThat(accounts.signIn("demo-" + login, "shengmo-demo").done()).isTrue();
        accounts.change(guest, "shengmo-demo", "another horse 3");
        assertThat(accounts.withDemonstrationPassword()).doesNotContain("demo-" + login);
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(part.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFileIsToldByItsContent() {
        Map<String, byte[]> files = Map.of(
                "a.pdf", bytes("%PDF-1.7\n"),
                "b.PNG", bytes("\u0089PNG\r\n\u001a\n...."),
                "c.jpeg", bytes("\u00ff\u00d8\u00ff\u00e0..."),
                "d.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"),
                "e.docx", zip("[Content_Types].xml", "word/document.xml"),
                "f.txt", "季度报告".getBytes(StandardCharsets.UTF_8),
                "g.csv", "姓名,职务".getBytes(Charset.forName("GB18030")));
        files.forEach((name, content) -> {
            Attachment kept = attachments.keep(ADMINISTRATOR.author(), name, content);
            assertThat(kept.sha256()).hasSize(64);
            assertThat(attachments.content(kept.id())).isEqualTo(content);
            assertThat(attachments.find(kept.id())).contains(kept);
        });
    }

    @Test
    void whatIsNoneOfTheKindsOrIsNamedAsAnotherIsNotTaken() {
        Map<String, byte[]> files = Map.of(
                "program.pdf", bytes("MZ\u0090\u0000\u0003"),
                "picture.png", bytes("%PDF-1.7\n"),
                "macro.xlsx", zip("xl/workbook.xml", "xl/vbaProject.bin"),
                "archive.zip", zip("readme.txt"),
                "page.html", bytes("<script>alert(1)</script>"),
                "empty.txt", new byte[0],
                "noextension", bytes("%PDF-1.7\n"));
        files.forEach(
                (name, content) -> assertThatThrownBy(() -> attachments.keep(ADMINISTRATOR.author(), name, content))
                        .as(name)
                        .isInstanceOf(Invalid.class));
        byte[] large = new byte[Attachments.MAX_BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        assertThatThrownBy(() -> attachments.keep(ADMINISTRATOR.author(), "large.txt", large))
                .satisfies(invalid -> assertThat(faults(invalid)).containsExactly("attachment.too-large"));
    }

    @Test
    void theSameContentIsKeptOnceAndANameLosesItsFolders() {
        byte[] content = bytes("%PDF-1.7 the same " + login);
        Attachment one = attachments.keep(ADMINISTRATOR.author(), "../../etc/a\u202e.pdf", content);
        Attachment other = attachments.keep(ADMINISTRATOR.author(), "C:\\files\\b.pdf", content);
        assertThat(one.name()).isEqualTo("a.pdf");
        assertThat(other.name()).isEqualTo("b.pdf");
        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(database.sql("SELECT count(*) FROM attachment.content WHERE encode(sha256, 'hex') = ?")
                        .param(one.sha256())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAttachmentOpensForWhoPutItInAndWhomAGateLetsThrough() {
        Attachment kept = attachments.keep(ADMINISTRATOR.author(), "evidence.pdf", bytes("%PDF-1.7 evidence"));
        Subject finding = new Subject("finding", UUID.randomUUID());
        Actor judge = actor("finding.uphold");
        Actor stranger = actor("duty.meet");

        assertThat(door.content(ADMINISTRATOR, kept.id())).isNotEmpty();
        assertThatThrownBy(() -> door.content(judge, kept.id())).isInstanceOf(Refused.class);
        transaction.executeWithoutResult(status -> attachments.attach(List.of(kept.id()), finding));
        assertThat(door.content(judge, kept.id())).isNotEmpty();
        assertThatThrownBy(() -> door.content(stranger, kept.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> door.content(Actor.PUBLIC, kept.id())).isInstanceOf(Refused.class);
        assertThat(attachments.of(finding)).containsExactly(kept);
    }
}
