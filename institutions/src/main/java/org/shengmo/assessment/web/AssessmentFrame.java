package org.shengmo.assessment.web;

import org.shengmo.access.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where assessments stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AssessmentFrame {

    private static final int ORDER = 80;

    @Bean
    NavItem assessmentNavigation() {
        return NavItem.open("assessment.nav", "/assessments", ORDER);
    }
}
