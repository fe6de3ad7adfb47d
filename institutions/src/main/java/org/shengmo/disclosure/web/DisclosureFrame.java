package org.shengmo.disclosure.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.disclosure.Disclosure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where disclosure stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class DisclosureFrame {

    private static final int PUBLIC = 66;
    private static final int DESK = 67;

    @Bean
    NavItem disclosureNavigation() {
        return NavItem.open("disclosure.nav", "/disclosure", PUBLIC);
    }

    @Bean
    NavItem disclosureDeskNavigation() {
        return NavItem.permitted("disclosure.nav.desk", "/disclosure/desk", DESK, Disclosure.PUBLISH);
    }
}
