package org.shengmo.entitlement.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.entitlement.Entitlement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the welfare review stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class EntitlementFrame {

    private static final int DESK = 74;
    private static final int RESULTS = 75;

    @Bean
    NavItem entitlementNavigation() {
        return NavItem.permitted("entitlement.nav", "/entitlement", DESK, Entitlement.READ);
    }

    @Bean
    NavItem welfareResultsNavigation() {
        return NavItem.open("entitlement.results.nav", "/welfare", RESULTS);
    }
}
