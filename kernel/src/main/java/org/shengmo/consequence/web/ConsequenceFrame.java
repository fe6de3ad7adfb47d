package org.shengmo.consequence.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.consequence.Recoveries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this room's pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ConsequenceFrame {

    private static final int RECOVERIES = 62;

    @Bean
    NavItem consequencesPage() {
        return NavItem.signedIn("consequence.nav", "/consequences", 60);
    }

    @Bean
    NavItem recoveriesPage() {
        return new NavItem(
                "consequence.recovery.nav",
                "/recoveries",
                RECOVERIES,
                actor -> actor.may(Recoveries.READ) || actor.may(Recoveries.COLLECT) || actor.may(Recoveries.WRITE_OFF),
                actor -> 0);
    }
}
