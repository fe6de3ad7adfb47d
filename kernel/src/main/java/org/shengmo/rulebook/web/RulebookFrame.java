package org.shengmo.rulebook.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rulebook adds to the frame. */
@Configuration(proxyBeanMethods = false)
class RulebookFrame {

    private static final int AFTER_THE_WORK = 80;

    @Bean
    NavItem rulebookNavigation() {
        return NavItem.open("rulebook.title", "/rulebook", AFTER_THE_WORK);
    }
}
