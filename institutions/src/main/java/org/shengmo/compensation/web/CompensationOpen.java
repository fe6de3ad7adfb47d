package org.shengmo.compensation.web;

import java.util.List;
import org.shengmo.access.web.OpenList;
import org.shengmo.compensation.Compensation;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Results of compensation by village for programs. */
@Configuration(proxyBeanMethods = false)
class CompensationOpen {

    private static final Listing<Compensation.Village> LISTING = Listing.<Compensation.Village>titled(
                    "compensation.results.title")
            .choice("compensation.column.village", Compensation.Village::village)
            .choice("compensation.column.township", Compensation.Village::township)
            .number("compensation.results.lines", Compensation.Village::lines)
            .money("compensation.column.paid", Compensation.Village::paid)
            .number("compensation.results.deviations", Compensation.Village::deviations)
            .number("compensation.results.open", Compensation.Village::open)
            .sorted("township");

    @Bean
    OpenList<Compensation.Village> compensationOpenList(Compensation compensation) {
        return new OpenList<>(
                "compensation",
                LISTING,
                "/compensation/results",
                () -> compensation.measured().stream()
                        .findFirst()
                        .map(compensation::villages)
                        .orElse(List.of()));
    }
}
