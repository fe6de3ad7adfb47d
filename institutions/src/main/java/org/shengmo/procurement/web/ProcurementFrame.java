package org.shengmo.procurement.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.procurement.Procurement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where procurement stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProcurementFrame {

    private static final int ORDER = 68;

    @Bean
    NavItem procurementNavigation() {
        return NavItem.open("procurement.nav", "/procurement", ORDER);
    }

    @Bean
    NavItem centreNavigation() {
        return NavItem.permitted("procurement.nav.centres", "/procurement/centres", ORDER, Procurement.MANAGE);
    }

    @Bean
    NavItem expertNavigation() {
        return NavItem.permitted("procurement.nav.experts", "/procurement/experts", ORDER, Procurement.MANAGE);
    }

    @Bean
    NavItem redFlagNavigation() {
        return NavItem.permitted("procurement.nav.flags", "/procurement/flags", ORDER + 1, Procurement.JUDGE);
    }
}
