package org.shengmo.compensation.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.compensation.Compensation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where compensation stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class CompensationFrame {

    private static final int DESK = 76;
    private static final int RESULTS = 77;

    @Bean
    NavItem compensationNavigation() {
        return NavItem.permitted("compensation.nav", "/compensation", DESK, Compensation.READ);
    }

    @Bean
    NavItem compensationResultsNavigation() {
        return NavItem.open("compensation.results.nav", "/compensation/results", RESULTS);
    }
}
