package org.shengmo.duty.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this room's pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DutyFrame {

    @Bean
    NavItem myDuties() {
        return NavItem.signedIn("duty.nav", "/duties", 10);
    }
}
