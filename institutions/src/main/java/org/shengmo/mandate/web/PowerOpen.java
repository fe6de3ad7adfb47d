package org.shengmo.mandate.web;

import java.time.Clock;
import java.time.LocalDate;
import org.shengmo.access.web.OpenList;
import org.shengmo.mandate.Mandate;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue of powers for programs. */
@Configuration(proxyBeanMethods = false)
class PowerOpen {

    @Bean
    OpenList<PowerRow> powersOpenList(Mandate mandate, Organization organization, Clock clock) {
        return new OpenList<>("powers", PowerPages.listing(), "/powers", () -> {
            Directory directory = organization.directory();
            return mandate.inForce(LocalDate.now(clock)).stream()
                    .map(item -> PowerRow.of(item, directory))
                    .toList();
        });
    }
}
