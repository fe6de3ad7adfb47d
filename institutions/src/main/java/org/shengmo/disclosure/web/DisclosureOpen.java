package org.shengmo.disclosure.web;

import java.time.Clock;
import java.time.LocalDate;
import org.shengmo.access.web.OpenList;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is published, for programs. */
@Configuration(proxyBeanMethods = false)
class DisclosureOpen {

    @Bean
    OpenList<PublicationRow> disclosureOpenList(Disclosure disclosure, Organization organization, Clock clock) {
        return new OpenList<>("disclosure", DisclosurePages.LISTING, "/disclosure", () -> {
            Directory directory = organization.directory();
            LocalDate today = LocalDate.now(clock);
            return disclosure.published().stream()
                    .map(each -> PublicationRow.of(each, directory, today))
                    .toList();
        });
    }
}
