package org.shengmo.command;

import org.shengmo.store.Ladder;
import org.shengmo.wording.Words;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** All rooms without their pages, for a command that needs no web server. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableTransactionManagement
@ComponentScan(
        basePackages = "org.shengmo",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.shengmo\\.[a-z]+\\.web\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.shengmo\\.(portal|demo|command)\\..*")
        })
class Rooms {

    @Bean
    static Ladder ladder() {
        return Ladder.read();
    }

    @Bean
    static Words words(Ladder ladder) {
        return Words.of(ladder);
    }
}
