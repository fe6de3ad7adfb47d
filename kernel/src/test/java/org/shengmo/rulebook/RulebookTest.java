package org.shengmo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.PackReader.PackFile;
import org.shengmo.store.KernelTest;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KernelTest
class RulebookTest {

    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2025, 1, 1);

    @Autowired
    PostgresRulebook rulebook;

    @Autowired
    Docket docket;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void load() {
        rulebook.load(SamplePack.pack());
    }

    @Test
    void aCitationCarriesTheVersionInForceThatDay() {
        assertThat(rulebook.cite("sample-measures", "2", BEFORE))
                .isEqualTo(
                        new Citation("sample-measures", "示例办法", "2", LocalDate.of(2020, 1, 1), Verification.VERIFIED));
        assertThat(rulebook.cite("sample-measures", "2", AFTER).verification()).isEqualTo(Verification.UNVERIFIED);
        assertThat(rulebook.clause("sample-measures", "1.2", AFTER)
                        .orElseThrow()
                        .text())
                .contains("当日补报的");
    }

    @Test
    void whatIsNotInForceCannotBeCited() {
        LocalDate early = LocalDate.of(2019, 12, 31);
        assertThatThrownBy(() -> rulebook.cite("sample-measures", "1", early)).isInstanceOf(NoSuchRule.class);
        assertThatThrownBy(() -> rulebook.cite("sample-measures", "9", AFTER)).isInstanceOf(NoSuchRule.class);
        assertThatThrownBy(() -> rulebook.decide("lateness", early, Map.of())).isInstanceOf(NoSuchRule.class);
    }

    @Test
    void aRulingComesFromTheTableInForceAndCitesItsRow() {
        Ruling before = rulebook.decide("lateness", BEFORE, Map.of("daysLate", 7, "unit", "town", "more", "unasked"));
        assertThat(before.text("measure")).isEqualTo("remind");
        assertThat(before.integer("days")).isEqualTo(3);
        assertThat(before.rows()).containsExactly(2);
        assertThat(before.citations()).extracting(Citation::article).containsExactly("1.1");
        assertThat(before.facts()).isEqualTo(Map.of("daysLate", new BigDecimal(7), "unit", "town"));
        assertThat(before.unverified()).isFalse();

        Ruling after = rulebook.decide("lateness", AFTER, Map.of("daysLate", 7, "unit", "town"));
        assertThat(after.version()).isEqualTo(AFTER);
        assertThat(after.text("measure")).isEqualTo("talk");
        assertThat(after.unverified()).isTrue();
    }

    @Test
    void aTableThatHasNoRowForTheFactsIsSilent() {
        Ruling silent = rulebook.decide("lateness", AFTER, Map.of("daysLate", 3, "unit", "department"));
        assertThat(silent.isSilent()).isTrue();
        assertThat(silent.citations()).isEmpty();
        assertThat(silent.output("measure")).isEmpty();
    }

    @Test
    void everyFactThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> rulebook.decide("lateness", AFTER, Map.of("daysLate", "seven", "unit", "village")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(fault ->
                                        fault.place() + " " + fault.text().key())
                                .containsExactly("daysLate rulebook.fact.number", "unit rulebook.fact.value"));
        assertThatThrownBy(() -> rulebook.decide("lateness", AFTER, Map.of("unit", "town")))
                .hasMessageContaining("rulebook.fact.missing");
    }

    @Test
    void loadingTheSamePackAgainChangesNothing() {
        int entries = entries();
        assertThat(rulebook.load(SamplePack.pack())).isZero();
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void aChangedTextIsANewRevisionAndTheOldOneStaysReadable() {
        List<PackFile> files = SamplePack.files();
        files.set(0, new PackFile("sample.yaml", "rulebook", SamplePack.DOCUMENT.replace("迟报的，提醒。", "迟报的，口头提醒。")));
        files.set(2, new PackFile("lateness-2025.dmn", "rulebook", SamplePack.table("2025-01-01", 6)));

        assertThat(rulebook.load(PackReader.read(files))).isEqualTo(3);

        Document document = rulebook.document("sample-measures").orElseThrow();
        assertThat(document.versions())
                .extracting(version -> version.from() + " " + version.current())
                .startsWith("2025-01-01 true", "2025-01-01 false");
        assertThat(document.on(AFTER).orElseThrow().clause("1").orElseThrow().text())
                .contains("口头");
        assertThat(document.versions().get(1).clause("1").orElseThrow().text()).doesNotContain("口头");
        assertThat(rulebook.decide("lateness", AFTER, Map.of("daysLate", 6, "unit", "town"))
                        .text("measure"))
                .isEqualTo("remind");
        assertThat(docket.timeline(new Subject("rulebook.document", document.id()), List.of(), 1)
                        .getFirst()
                        .payload())
                .containsEntry("document", "sample-measures")
                .containsKey("hash");
    }

    @Test
    void twoTextsOfOneDocumentInForceOnOneDayAreRefusedByTheDatabase() {
        assertThatThrownBy(() -> database.sql("""
                        INSERT INTO rulebook.version (id, document_id, effective, revision, current, source, verification, hash)
                        SELECT gen_random_uuid(), id, '[2024-06-01,)', 9, true, 'x', 'VERIFIED', 'x'
                        FROM rulebook.document WHERE code = 'sample-measures'
                        """).update()).hasStackTraceContaining("version_one_text_a_day");
    }

    @Test
    void theWordsOfARevisionCannotBeChanged() {
        assertThatThrownBy(() ->
                        database.sql("UPDATE rulebook.clause SET content = ''").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theShippedTablesAnswerAsTheirStatutesSay() {
        Map<String, Integer> months =
                Map.of("warning", 6, "demerit", 12, "major-demerit", 18, "demotion", 24, "removal", 24);
        months.forEach((sanction, period) -> {
            Ruling ruling = rulebook.decide("sanction-periods", AFTER, Map.of("sanction", sanction));
            assertThat(ruling.integer("months")).as(sanction).isEqualTo(period);
            assertThat(ruling.unverified()).isFalse();
        });
        Ruling claim = rulebook.decide("letters-and-visits-periods", AFTER, Map.of("step", "decide"));
        assertThat(claim.integer("length")).isEqualTo(60);
        assertThat(claim.integer("extension")).isEqualTo(30);
        assertThat(claim.citations()).extracting(Citation::article).containsExactly("34");
        assertThat(rulebook.decide("party-sanction-periods", AFTER, Map.of("sanction", "removal"))
                        .unverified())
                .isTrue();
    }

    @Test
    void aDistrictsFiguresDecideToTheYuan() {
        assertThat(decidedBy("new-spending", "500000")).isEqualTo("government");
        assertThat(decidedBy("new-spending", "500000.01")).isEqualTo("committee");
        assertThat(decidedBy("asset-disposal", "1000000.01")).isEqualTo("committee");
        assertThat(decidedBy("public-investment", "3000000")).isEqualTo("government");
        assertThat(decidedBy("public-investment", "600000")).isEqualTo("unit");
    }

    private String decidedBy(String kind, String amount) {
        return rulebook.decide("who-decides", AFTER, Map.of("kind", kind, "amount", new BigDecimal(amount)))
                .text("decidedBy");
    }

    private int entries() {
        return database.sql("SELECT count(*) FROM docket.entry")
                .query(Integer.class)
                .single();
    }
}
