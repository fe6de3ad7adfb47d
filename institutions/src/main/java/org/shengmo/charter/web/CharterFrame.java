package org.shengmo.charter.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.charter.Charter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the charter stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class CharterFrame {

    private static final int LIST_ORDER = 20;
    private static final int PLAN_ORDER = 21;

    @Bean
    NavItem charterNavigation(Charter charter) {
        return NavItem.signedIn("charter.nav.list", "/charter", LIST_ORDER)
                .counting(actor -> actor.post() == null
                        ? 0
                        : charter.waitingFor(actor.post()).size());
    }

    @Bean
    NavItem planNavigation() {
        return NavItem.signedIn("charter.nav.plan", "/plan", PLAN_ORDER);
    }
}
