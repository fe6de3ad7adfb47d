package org.shengmo.report.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the report stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReportFrame {

    private static final int ORDER = 90;

    @Bean
    NavItem reportNavigation() {
        return NavItem.open("report.nav", "/report", ORDER);
    }
}
