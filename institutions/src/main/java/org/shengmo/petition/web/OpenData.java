package org.shengmo.petition.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petitions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public list as csv, JSON and RSS: number, topic, township, body, state and dates; the text only by consent. */
@RestController
class OpenData {

    private static final int MOST = 10_000;
    private static final int FEED = 50;

    private final Petitions petitions;
    private final Organization organization;
    private final Clock clock;

    OpenData(Petitions petitions, Organization organization, Clock clock) {
        this.petitions = petitions;
        this.organization = organization;
        this.clock = clock;
    }

    /** A line of the public list. */
    record Line(
            String number,
            String topic,
            String area,
            String body,
            String state,
            LocalDate received,
            LocalDate due,
            LocalDate answered,
            LocalDate solved,
            boolean late,
            String text) {}

    private List<Line> lines(int limit) {
        Directory directory = organization.directory();
        LocalDate today = LocalDate.now(clock);
        return petitions.publicList(Petitions.PublicFilter.latest(limit)).stream()
                .map(each -> new Line(
                        each.handle(),
                        each.topic().code(),
                        Places.name(directory, each.area()),
                        Places.name(directory, each.body()),
                        each.state().name(),
                        each.receivedOn(),
                        each.due(),
                        each.answeredOn(),
                        each.solvedOn(),
                        each.due() != null && today.isAfter(each.due()),
                        each.text()))
                .toList();
    }

    @GetMapping(
            value = {"/petitions.json", "/api/v1/petitions/public"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    List<Line> json() {
        return lines(MOST);
    }

    @GetMapping("/petitions.csv")
    ResponseEntity<byte[]> csv() {
        StringBuilder csv =
                new StringBuilder("\ufeffnumber,topic,area,body,state,received,due,answered,solved,late,text\r\n");
        for (Line line : lines(MOST)) {
            csv.append(Stream.of(
                                    line.number(),
                                    line.topic(),
                                    line.area(),
                                    line.body(),
                                    line.state(),
                                    line.received(),
                                    line.due(),
                                    line.answered(),
                                    line.solved(),
                                    line.late(),
                                    line.text())
                            .map(OpenData::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 4180; what a spreadsheet would run as a formula is made a text. */
    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @GetMapping("/petitions.rss")
    ResponseEntity<String> rss(Page page, jakarta.servlet.http.HttpServletRequest request) {
        String host = request.getRequestURL().toString().replaceAll("/petitions\\.rss$", "");
        StringBuilder rss = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>")
                .append(escaped(page.say("petition.public.title")))
                .append("</title><link>")
                .append(escaped(host))
                .append("/petitions</link><description>")
                .append(escaped(page.say("petition.public.lead")))
                .append("</description>\n");
        for (Line line : lines(FEED)) {
            rss.append("<item><title>")
                    .append(escaped(
                            line.number() + " " + page.say("petition.topic." + line.topic()) + " " + line.area()))
                    .append("</title><guid isPermaLink=\"false\">")
                    .append(escaped(line.number()))
                    .append("</guid><link>")
                    .append(escaped(host))
                    .append("/petitions</link><description>")
                    .append(escaped(page.say("petition.state." + line.state()) + " " + line.body() + " " + line.text()))
                    .append("</description><pubDate>")
                    .append(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            line.received().atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))))
                    .append("</pubDate></item>\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "rss+xml", StandardCharsets.UTF_8))
                .body(rss.append("</channel></rss>\n").toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }
}
