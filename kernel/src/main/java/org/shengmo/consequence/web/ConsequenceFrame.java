package org.shengmo.consequence.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this room's pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ConsequenceFrame {

    @Bean
    NavItem consequencesPage() {
        return NavItem.signedIn("consequence.nav", "/consequences", 60);
    }
}
