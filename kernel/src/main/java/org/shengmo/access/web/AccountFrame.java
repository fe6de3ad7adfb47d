package org.shengmo.access.web;

import org.shengmo.access.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this room's pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccountFrame {

    @Bean
    NavItem accountsPage() {
        return NavItem.permitted("access.accounts", "/accounts", 900, Accounts.MANAGE);
    }
}
