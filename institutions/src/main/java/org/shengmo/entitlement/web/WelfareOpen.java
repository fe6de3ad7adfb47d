package org.shengmo.entitlement.web;

import java.util.List;
import org.shengmo.access.web.OpenList;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Welfare results by village for programs; numbers that could point at somebody are left out, as on the page. */
@Configuration(proxyBeanMethods = false)
class WelfareOpen {

    private static final Listing<PublicResults.Row> LISTING = Listing.<PublicResults.Row>titled(
                    "entitlement.results.title")
            .choice("entitlement.column.village", row -> row.village())
            .choice("entitlement.column.township", row -> row.township())
            .number("entitlement.villages.listed", PublicResults.Row::listed)
            .number("entitlement.villages.left", PublicResults.Row::stopped)
            .number("entitlement.villages.reduced", PublicResults.Row::reduced)
            .number("entitlement.villages.persons", PublicResults.Row::persons)
            .money("entitlement.villages.saved", PublicResults.Row::saved)
            .sorted("township");

    @Bean
    OpenList<PublicResults.Row> welfareOpenList(Entitlement entitlement) {
        return new OpenList<>(
                "welfare",
                LISTING,
                "/welfare",
                () -> entitlement.published().stream()
                        .findFirst()
                        .map(run -> PublicResults.of(entitlement.villages(run)).villages())
                        .orElse(List.of()));
    }
}
