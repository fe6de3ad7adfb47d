package org.shengmo.organization.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the organization adds to the frame. */
@Configuration(proxyBeanMethods = false)
class OrganizationFrame {

    private static final int AFTER_THE_DUTIES = 60;

    @Bean
    NavItem bodiesNavigation() {
        return NavItem.signedIn("organization.bodies", "/bodies", AFTER_THE_DUTIES);
    }

    @Bean
    NavItem peopleNavigation() {
        return NavItem.signedIn("organization.people", "/people", AFTER_THE_DUTIES + 1);
    }
}
