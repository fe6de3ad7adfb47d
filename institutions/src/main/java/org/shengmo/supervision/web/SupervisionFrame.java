package org.shengmo.supervision.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where supervision stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class SupervisionFrame {

    private static final int ORDER = 82;

    @Bean
    NavItem supervisionNavigation() {
        return NavItem.signedIn("supervision.nav", "/supervision", ORDER);
    }
}
