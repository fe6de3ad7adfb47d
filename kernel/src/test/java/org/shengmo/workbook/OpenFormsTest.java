package org.shengmo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OpenFormsTest {

    private record Row(String title, LocalDate stated, BigDecimal count) {}

    private static final Listing<Row> LISTING = Listing.<Row>titled("finding.list.title")
            .text("finding.column.title", Row::title)
            .linked(row -> "/findings?x=1&y=2")
            .date("finding.column.stated", Row::stated)
            .money("finding.column.state", Row::count)
            .sorted("title");
    private static final Listing.Speech ENGLISH = new Listing.Speech(Words.of(Ladder.read()), Locale.ENGLISH);
    private static final ListingRequest ALL = new ListingRequest("/open-data/rows.csv", Map.of());

    private static Row row(String title) {
        return new Row(title, LocalDate.of(2025, 3, 1), new BigDecimal("-5.00"));
    }

    private static String cell(String title) {
        String csv = OpenForms.csv(LISTING, List.of(row(title)), ALL, ENGLISH);
        return csv.substring(csv.indexOf("\r\n") + 2).replaceFirst(",2025-03-01,-5\\.00\r\n$", "");
    }

    @Test
    void csvIsRfc4180AndRunsNoFormula() {
        assertThat(OpenForms.csv(LISTING, List.of(), ALL, ENGLISH)).isEqualTo("\ufefftitle,stated,state\r\n");
        assertThat(cell("plain")).isEqualTo("plain");
        assertThat(cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(cell("say \"yes\"")).isEqualTo("\"say \"\"yes\"\"\"");
        assertThat(cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(cell("=HYPERLINK(\"http://x\")")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(cell("+1")).isEqualTo("'+1");
        assertThat(cell("-1+cmd|' /C calc'!A0")).startsWith("'-1");
        assertThat(cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(cell("\t=1")).isEqualTo("'\t=1");
        assertThat(cell(" =1")).isEqualTo("' =1");
    }

    @Test
    void recordsKeepNumbersAndDays() {
        assertThat(OpenForms.records(LISTING, List.of(row("a")), ALL, ENGLISH))
                .containsExactly(
                        Map.of("title", "a", "stated", LocalDate.of(2025, 3, 1), "state", new BigDecimal("-5.00")));
    }

    @Test
    void theFiltersOfAListHold() {
        ListingRequest asked = new ListingRequest("/open-data/rows.json", Map.of("q", "two"));
        assertThat(OpenForms.records(LISTING, List.of(row("one"), row("two")), asked, ENGLISH))
                .extracting(each -> each.get("title"))
                .containsExactly("two");
    }

    @Test
    void rssIsWellFormedWhateverTheTextsHold() throws Exception {
        String evil = "<script>&\"' ]]> \u0000\u0008 \ud800 桥";
        String rss = OpenForms.rss(
                LISTING, List.of(row(evil)), ALL, ENGLISH, "http://x", "/rows", "http://x/open-data/rows.rss?a=1&b=2");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(rss.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        Element channel = (Element) document.getElementsByTagName("channel").item(0);
        for (String required : List.of("title", "link", "description")) {
            assertThat(channel.getElementsByTagName(required).item(0).getTextContent())
                    .isNotBlank();
        }
        Element item = (Element) document.getElementsByTagName("item").item(0);
        assertThat(item.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<script>&\"' ]]>   桥");
        assertThat(item.getElementsByTagName("link").item(0).getTextContent()).isEqualTo("http://x/findings?x=1&y=2");
        assertThat(item.getElementsByTagName("pubDate").item(0).getTextContent())
                .isEqualTo("Sat, 1 Mar 2025 00:00:00 +0800");
    }
}
