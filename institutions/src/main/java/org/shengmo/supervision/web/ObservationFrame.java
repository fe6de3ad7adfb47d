package org.shengmo.supervision.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.supervision.Observations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where citizen supervisors stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ObservationFrame {

    private static final int ORDER = 83;

    @Bean
    NavItem supervisorNavigation() {
        return new NavItem(
                "supervision.observation.nav",
                "/observations",
                ORDER,
                actor -> actor.may(Observations.OBSERVE) || actor.may(Observations.APPOINT),
                actor -> 0);
    }
}
