package org.shengmo.report.web;

import java.time.Clock;
import java.time.LocalDate;
import org.shengmo.access.web.OpenList;
import org.shengmo.report.AnnualReport;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The last year's report for programs. */
@Configuration(proxyBeanMethods = false)
class ReportOpen {

    /** A figure of a year. */
    record Line(int year, AnnualReport.Line figure) {}

    private static final Listing<Line> LISTING = Listing.<Line>titled("report.open.title")
            .said("report.open.name", line -> Text.of("metric." + line.figure().metric() + ".name"))
            .linked(line -> "/report/" + line.year() + "/" + line.figure().metric())
            .number("report.open.year", Line::year)
            .text("report.open.metric", line -> line.figure().metric())
            .number("report.open.value", line -> line.figure().figure().value())
            .number("report.open.acts", line -> line.figure().figure().entries().size())
            .sorted("metric");

    @Bean
    OpenList<Line> reportOpenList(AnnualReport report, Clock clock) {
        return new OpenList<>("report", LISTING, "/report", () -> {
            LocalDate today = LocalDate.now(clock);
            int year = today.getYear() - 1;
            return report.of(year, today).stream()
                    .map(line -> new Line(year, line))
                    .toList();
        });
    }
}
