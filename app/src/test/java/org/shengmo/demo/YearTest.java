package org.shengmo.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.shengmo.portal.Program;
import org.shengmo.store.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** A test that replays a room's part of the demo year on a fresh database, long after that year. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Program.class, YearTest.Ground.class},
        webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@ActiveProfiles("demo")
@DirtiesContext
@interface YearTest {

    /** The year replayed. */
    int YEAR = 2025;

    /** The database and the clock. */
    class Ground {

        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        DemoClock clock() {
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            return Demonstration.clock(Clock.fixed(
                    LocalDate.of(YEAR + 1, 6, 1)
                            .atTime(LocalTime.NOON)
                            .atZone(zone)
                            .toInstant(),
                    zone));
        }
    }
}
