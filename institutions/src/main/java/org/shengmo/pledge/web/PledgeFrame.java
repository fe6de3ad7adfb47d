package org.shengmo.pledge.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where pledges stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PledgeFrame {

    private static final int ORDER = 70;

    @Bean
    NavItem pledgeNavigation() {
        return NavItem.open("pledge.nav", "/pledges", ORDER);
    }
}
