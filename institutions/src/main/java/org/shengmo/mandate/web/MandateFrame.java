package org.shengmo.mandate.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where powers stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class MandateFrame {

    private static final int CATALOGUE_ORDER = 72;
    private static final int EXERCISES_ORDER = 25;

    @Bean
    NavItem powersNavigation() {
        return NavItem.open("mandate.nav", "/powers", CATALOGUE_ORDER);
    }

    @Bean
    NavItem exercisesNavigation() {
        return NavItem.signedIn("mandate.nav.exercises", "/exercises", EXERCISES_ORDER);
    }
}
