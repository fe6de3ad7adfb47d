package org.shengmo.petition.web;

import org.shengmo.access.web.NavItem;
import org.shengmo.petition.Accusations;
import org.shengmo.petition.Petitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where petitions stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PetitionFrame {

    private static final int PUBLIC = 60;
    private static final int DESK = 61;
    private static final int SEALED = 62;

    @Bean
    NavItem petitionNavigation() {
        return NavItem.open("petition.nav", "/petition", PUBLIC);
    }

    @Bean
    NavItem petitionDeskNavigation() {
        return new NavItem(
                "petition.nav.desk",
                "/petitions/desk",
                DESK,
                actor -> actor.may(Petitions.DESK)
                        || actor.may(Petitions.HANDLE)
                        || actor.may(Petitions.READ)
                        || actor.may(Petitions.REVIEW),
                actor -> 0);
    }

    @Bean
    NavItem petitionSealedNavigation() {
        return new NavItem(
                "petition.nav.accusations",
                "/petitions/accusations",
                SEALED,
                actor -> actor.may(Accusations.INTAKE) || actor.may(Accusations.ABOVE),
                actor -> 0);
    }
}
