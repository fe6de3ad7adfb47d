package org.shengmo.store;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.shengmo.wording.Words;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** All services under {@code org.shengmo} on the class path, without the pages. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableTransactionManagement
@ComponentScan(
        basePackages = "org.shengmo",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.shengmo\\.[a-z]+\\.web\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.shengmo\\.(portal|demo|command)\\..*")
        })
class TestRooms {

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    TestClock clock() {
        return new TestClock(LocalDate.of(2025, 1, 2));
    }

    @Bean
    Ladder ladder() {
        return Ladder.read();
    }

    @Bean
    Words words(Ladder ladder) {
        return Words.of(ladder);
    }
}
