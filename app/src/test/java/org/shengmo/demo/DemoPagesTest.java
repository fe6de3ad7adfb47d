package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.Organization;
import org.shengmo.portal.Days;
import org.shengmo.portal.Program;
import org.shengmo.portal.Visitor;
import org.shengmo.store.TestDatabase;
import org.shengmo.wording.Invalid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The demonstration after its year, on an empty district: its page, its clock, its sign-ins. */
@SpringBootTest(
        classes = {Program.class, DemoPagesTest.Ground.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoPagesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock REAL = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZONE);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    static class Ground {
        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        DemoClock clock() {
            return Demonstration.clock(REAL);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    DemoClock clock;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Days days;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Test
    @Order(1)
    void beforeTheYearIsThroughThePageTellsSoAndTheClockStands() throws Exception {
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2025, 1, 1));
        String page = new Visitor(port).get("/demo").body();
        assertThat(page).contains("正在逐日重演", "<progress").doesNotContain("拨动时钟");
        assertThat(new Visitor(port).get("/").body()).contains("href=\"/demo\"");
        assertThatThrownBy(() -> demonstration.moveTo(TODAY)).isInstanceOf(Invalid.class);
    }

    @Test
    @Order(2)
    void aYearThatIsThroughIsNotReplayedAgainAndTheClockGoesOnWhereItWas() {
        long behind = java.time.Duration.between(
                        REAL.instant(),
                        TODAY.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant())
                .toSeconds();
        JdbcClient.create(database)
                .sql("INSERT INTO demo.replay (finished, shift_seconds) VALUES (true, ?)")
                .param(behind)
                .update();
        demonstration.run();
        assertThat(demonstration.ready()).isTrue();
        assertThat(LocalDate.now(clock)).isEqualTo(TODAY);
        assertThat(LocalDate.now(Demonstration.keptClock(REAL, database)))
                .as("a command on the same folder has the same time")
                .isEqualTo(TODAY);
        days.catchUp();
    }

    @Test
    @Order(3)
    void theClockMovesOnlyForwardAndEachDayBetweenIsRun() throws Exception {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> page = visitor.get("/demo");
        assertThat(page.body()).contains("2026年1月1日", "往前 1 天", "往前 7 天");
        assertThat(visitor.post("/demo/clock", page, Map.of("day", "2026-01-08", "_page", "/demo"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(LocalDate.now(clock)).isEqualTo(TODAY.plusDays(7));
        assertThat(JdbcClient.create(database)
                        .sql("SELECT count(*) FROM portal.day")
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
        for (String day : List.of("2026-01-08", "2025-12-31", "2027-06-01")) {
            HttpResponse<String> refused = visitor.post("/demo/clock", page, Map.of("day", day, "_page", "/demo"));
            assertThat(refused.statusCode()).as(day).isEqualTo(422);
            assertThat(refused.body()).contains("366 天以内");
        }
        assertThat(LocalDate.now(clock)).isEqualTo(TODAY.plusDays(7));
        assertThat(LocalDate.now(Demonstration.keptClock(REAL, database))).isEqualTo(TODAY.plusDays(7));
    }

    @Test
    @Order(4)
    void oneSignsInByAPressAsOneOfThoseListedOnly() throws Exception {
        Actor clerk = new Actor(
                null,
                null,
                "",
                Set.of(Permission.of("organization.manage"), Permission.of("access.account.manage")),
                new Scope.All(),
                List.of());
        var secretary = organization.register(clerk, new NewPerson("S1", "沈墨"));
        accounts.createForDemonstration(clerk, Map.of(secretary.id(), "qw-01"), LinmoDistrict.PASSWORD);

        Visitor visitor = new Visitor(port);
        HttpResponse<String> page = visitor.get("/demo");
        assertThat(page.body()).contains("区委书记", "qw-01", "教育局主要负责人");
        HttpResponse<String> in = visitor.post("/demo/sign-in", page, Map.of("login", "qw-01"));
        assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/duties");
        assertThat(visitor.get("/account").body()).contains("沈墨");
        assertThat(new Visitor(port)
                        .post("/demo/sign-in", page(), Map.of("login", "somebody"))
                        .statusCode())
                .isNotEqualTo(302);
    }

    private HttpResponse<String> page() throws Exception {
        return new Visitor(port).get("/demo");
    }

    @Test
    @Order(5)
    void theClockStandsWhereItIsPutAndGoesOnWithTheRealOne() {
        DemoClock standing = new DemoClock(REAL, Instant.parse("2025-06-01T00:00:00Z"));
        assertThat(standing.instant()).isEqualTo(Instant.parse("2025-06-01T00:00:00Z"));
        standing.standAt(LocalDate.of(2025, 6, 2), LocalTime.of(9, 30));
        assertThat(standing.instant()).isEqualTo(Instant.parse("2025-06-02T01:30:00Z"));
        Clock elsewhere = standing.withZone(ZoneId.of("UTC"));
        standing.goOnFrom(Instant.parse("2025-06-03T01:00:00Z"));
        assertThat(standing.instant()).isEqualTo(Instant.parse("2025-06-03T01:00:00Z"));
        assertThat(elsewhere.instant()).as("the same time in another zone").isEqualTo(standing.instant());
        assertThat(standing.getZone()).isEqualTo(ZONE);
    }
}
