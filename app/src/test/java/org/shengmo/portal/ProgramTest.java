package org.shengmo.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/**
 * A test of the whole program over real HTTP, on Monday 3 March 2025. All such tests share one program and one database: each
 * brings people, posts and bodies of its own, and leaves the clock alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Program.class, ProgramTest.Ground.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface ProgramTest {

    /** The database and the day. */
    class Ground {
        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        TestClock clock() {
            return new TestClock(LocalDate.of(2025, 3, 3));
        }
    }
}
