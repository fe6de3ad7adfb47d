package org.shengmo.organization;

import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures that the organization knows. */
@Configuration(proxyBeanMethods = false)
class OrganizationMetrics {

    @Bean
    Metric townshipDeputies(JdbcClient database) {
        return new FilledPosts(
                database, "organization.township.discipline.deputies", Kind.of("township.discipline.deputy"));
    }

    @Bean
    Metric villageDirectors(JdbcClient database) {
        return new FilledPosts(
                database, "organization.village.supervision.directors", Kind.of("village.supervision.director"));
    }

    @Bean
    Metric coordinatingBodiesLeft(JdbcClient database) {
        return new CoordinatingBodiesLeft(database);
    }
}
