package org.shengmo.report.web;

import org.shengmo.access.web.Page;
import org.shengmo.report.AnnualReport;
import org.shengmo.wording.Words;

/**
 * A figure as the page shows it.
 *
 * @param metric its id
 * @param value as it is written
 * @param exact the exact yuan; null where the value is exact
 * @param before the report's sentence before the figure
 * @param after the sentence after it
 * @param acts how many acts it was counted from
 */
public record FigureView(String metric, String value, String exact, String before, String after, int acts) {

    private static final String MARK = "\uE000";

    static FigureView of(AnnualReport.Line line, Page page, Words words) {
        String sentence = "report.sentence." + line.metric();
        String said = words.find(page.language(), sentence).isPresent()
                ? page.say(sentence, MARK)
                : page.say("report.sentence", page.say("metric." + line.metric() + ".name"), MARK);
        int mark = said.indexOf(MARK);
        return new FigureView(
                line.metric(),
                value(line, page),
                line.unit() == org.shengmo.docket.Metric.Unit.YUAN
                        ? page.yuan(line.figure().value())
                        : null,
                said.substring(0, mark),
                said.substring(mark + MARK.length()),
                line.figure().entries().size());
    }

    static String value(AnnualReport.Line line, Page page) {
        return switch (line.unit()) {
            case COUNT -> page.number(line.figure().value());
            case SHARE -> page.share(line.figure().value());
            case YUAN -> page.money(line.figure().value());
        };
    }
}
