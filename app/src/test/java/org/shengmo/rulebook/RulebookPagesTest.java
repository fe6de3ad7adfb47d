package org.shengmo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What anyone reads about the rules and the calendar, through the portal. */
@ProgramTest
class RulebookPagesTest {

    @LocalServerPort
    int port;

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return new Visitor(port).speaking(language).get(path);
    }

    private String page(String path, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, language);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theRulesAreThereForAnyoneInBothLanguages() throws Exception {
        assertThat(page("/rulebook", "zh-CN")).contains("规则表", "重大事项由谁决定", "未核对");
        assertThat(page("/rulebook?q=%E4%BF%A1%E8%AE%BF", "zh-CN")).contains("信访工作条例");
        assertThat(page("/rulebook", "en")).contains("Decision tables", "Who decides on what", "Unverified");
        assertThat(page("/rulebook?q=Letters", "en")).contains("信访工作条例").doesNotContain("civil-servants-law");
    }

    @Test
    void aDocumentShowsItsClausesAtTheirAnchorsWithSource() throws Exception {
        assertThat(page("/rulebook/public-officials-sanctions-law", "zh-CN"))
                .contains("id=\"article-8\"", "id=\"article-8.1.4\"", "降级、撤职，二十四个月", "来源：", "已核对原文");
        assertThat(page("/rulebook/supervision-law?version=2018-03-20&with=2025-06-01", "zh-CN"))
                .contains("两版对照", "2018年3月20日起施行的版本", "2025年6月1日起施行的版本");
        assertThat(get("/rulebook/no-such-document", "zh-CN").statusCode()).isEqualTo(404);
    }

    @Test
    void aCasePutToATableGetsARulingWithItsClause() throws Exception {
        String form = "/rulebook/tables/who-decides?fact.kind=new-spending&fact.amount=";
        assertThat(page(form + "500000.01", "zh-CN")).contains("高于 500,000", "区委常委会集体决定", "第二条");
        assertThat(page(form + "much", "zh-CN")).contains("金额（元）：应是数字。");
        assertThat(page("/rulebook/tables/party-sanction-periods?fact.sanction=removal", "en"))
                .contains("not checked in the statute");
    }

    @Test
    void programsReadTheSame() throws Exception {
        String address = "/api/v1/rulebook/tables/who-decides/ruling?on=2025-03-03&kind=new-spending&amount=";
        assertThat(page(address + "500000.01", "en")).contains("\"decidedBy\":\"committee\"", "\"article\":\"2\"");
        HttpResponse<String> faulty = get(address + "much", "en");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(page("/api/v1/calendar/due?from=2025-09-16&length=15", "en")).contains("\"due\":\"2025-10-09\"");
        assertThat(page("/api/v1/rulebook/documents/civil-code/clauses/202?on=2025-01-01", "en"))
                .contains("月末日");
    }

    @Test
    void theCalendarSaysWhenAPeriodEndsAndWhetherThatMayChange() throws Exception {
        assertThat(page("/calendar?from=2025-09-16&length=15", "zh-CN")).contains("2025年10月9日", "春节");
        assertThat(page("/calendar?year=2031&from=2031-01-01&length=15", "en"))
                .contains("not announced yet", "not loaded yet");
    }
}
