package org.shengmo.pledge.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.access.web.OpenList;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.pledge.Pledges;
import org.shengmo.pledge.Programme;
import org.shengmo.pledge.Promise;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Promises for programs. */
@Configuration(proxyBeanMethods = false)
class PledgeOpen {

    /** A promise of a programme. */
    record Line(Programme programme, PromiseView view) {
        Promise promise() {
            return view.promise();
        }
    }

    private static final Listing<Line> LISTING = Listing.<Line>titled("pledge.open.title")
            .text("pledge.open.name", line -> line.promise().title())
            .linked(line -> "/pledges/" + line.promise().id())
            .text("pledge.open.code", line -> line.promise().code())
            .choice("pledge.open.programme", line -> line.programme().name())
            .number("pledge.open.year", line -> line.programme().year())
            .choice("pledge.open.owner", line -> line.view().owner())
            .choice("pledge.open.lead", line -> line.view().leadBody())
            .choice("pledge.open.standing", line -> line.view().status())
            .date(
                    "pledge.open.due",
                    line -> line.promise().next().map(Promise.Milestone::due).orElse(null))
            .money("pledge.open.planned", line -> line.promise().planned())
            .money("pledge.open.spent", line -> line.promise().spent())
            .number("pledge.open.verdicts", line -> line.promise().verdict().count())
            .number("pledge.open.satisfied", line -> line.promise().verdict().satisfied())
            .sorted("code");

    @Bean
    OpenList<Line> pledgesOpenList(Pledges pledges, Organization organization, Clock clock) {
        return new OpenList<>("pledges", LISTING, "/pledges", () -> lines(pledges, organization.directory(), clock));
    }

    private static List<Line> lines(Pledges pledges, Directory directory, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return pledges.years().stream()
                .flatMap(year -> pledges.of(year).stream())
                .flatMap(programme -> programme.promises().stream()
                        .map(promise -> new Line(programme, PromiseView.of(promise, directory, today))))
                .toList();
    }
}
