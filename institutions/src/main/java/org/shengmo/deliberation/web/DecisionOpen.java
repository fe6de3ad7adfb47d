package org.shengmo.deliberation.web;

import org.shengmo.access.web.OpenList;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collective decisions for programs: those that the public may read. */
@Configuration(proxyBeanMethods = false)
class DecisionOpen {

    @Bean
    OpenList<Matter.Decided> decisionsOpenList(Matters matters, Organization organization) {
        Listing<Matter.Decided> listing = Listing.<Matter.Decided>titled("deliberation.data.title")
                .text("deliberation.data.name", each -> each.details().what().title())
                .linked(each -> "/decisions/" + each.id())
                .choice(
                        "deliberation.data.kind",
                        each -> Text.of("deliberation.business."
                                + each.details().what().kind().code()))
                .choice(
                        "deliberation.data.outcome",
                        each -> Text.of(
                                "deliberation.outcome." + each.outcome().name().toLowerCase(java.util.Locale.ROOT)))
                .date("deliberation.data.decided", Matter.Decided::on)
                .money("deliberation.data.amount", each -> each.details().what().amount())
                .choice(
                        "deliberation.data.body",
                        each -> organization.body(each.details().what().body()).name())
                .sorted("-decided");
        return new OpenList<>(
                "decisions",
                listing,
                "/decisions",
                () -> matters.open().stream()
                        .filter(Matter.Decided.class::isInstance)
                        .map(Matter.Decided.class::cast)
                        .toList());
    }
}
