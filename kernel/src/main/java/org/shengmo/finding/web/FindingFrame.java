package org.shengmo.finding.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this room's pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class FindingFrame {

    @Bean
    NavItem findingsPage() {
        return NavItem.signedIn("finding.nav", "/findings", 50);
    }
}
