package org.shengmo.discipline.web;

import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.access.web.NavItem;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Orders;
import org.shengmo.discipline.ViewLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Discipline's places in the navigation: shown by post, whether or not anything is there. */
@Configuration(proxyBeanMethods = false)
class DisciplineFrame {

    private static final int LEADS = 60;
    private static final int ORDERS = 61;
    private static final int LOG = 62;

    @Bean
    NavItem disciplineLeads() {
        return new NavItem("discipline.nav", "/discipline/leads", LEADS, DisciplineFrame::works, actor -> 0);
    }

    /** Whether a post works in discipline at all. */
    static boolean works(Actor actor) {
        return List.of(Leads.LEAD, Leads.ABOVE, Leads.KEEP, Leads.HANDLE).stream()
                .anyMatch(actor::may);
    }

    @Bean
    NavItem disciplineOrders() {
        return NavItem.permitted("discipline.nav.orders", "/discipline/orders", ORDERS, Orders.CARRY_OUT);
    }

    @Bean
    NavItem disciplineLog() {
        return NavItem.permitted("discipline.nav.log", "/discipline/log", LOG, ViewLog.REVIEW);
    }
}
