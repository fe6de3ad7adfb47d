package org.shengmo.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Docket;
import org.shengmo.ruler.check.Family;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KernelTest
class MeasurementsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final String PARCELS = "parcel_id,household_id,township,village,zone,class,area,taken_on,paid\n";

    @Autowired
    Measurements measurements;

    @Autowired
    Docket docket;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private Actor officer;
    private UUID dataset;

    @BeforeEach
    void aDataset() {
        clock.moveTo(DAY);
        officer = actor("measurement.run.compensation");
        dataset = measurements.open(officer, Family.COMPENSATION, "征收");
    }

    private static Actor actor(String... permissions) {
        return new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "",
                Arrays.stream(permissions).map(Permission::of).collect(Collectors.toSet()),
                new Scope.All(),
                List.of());
    }

    private void put(String file, byte[] content, boolean setAside) {
        measurements.put(officer, dataset, "parcels", file, content, setAside);
    }

    private static byte[] csv(String... lines) {
        return (PARCELS + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Dataset.Put only() {
        return measurements.dataset(dataset).orElseThrow().registers().getFirst();
    }

    @Test
    void rowsThatDoNotParseAreToldByLineOrPutAside() {
        byte[] wrong = csv(
                "L1,H1,松岭镇,东村,一类区,水田,100,2024-05-01,7200.00",
                "L2,H2,松岭镇,东村,一类区,水田,many,2024-05-01,7200.00",
                "L3,H3,松岭镇,东村,一类区,水田,100,2024-15-01,7200.00");
        assertThatThrownBy(() -> put("地块.csv", wrong, false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting("place")
                                .containsExactly("地块.csv:3", "地块.csv:4"));
        put("地块.csv", wrong, true);
        assertThat(only()).returns(1L, Dataset.Put::rows).returns(2L, Dataset.Put::aside);
        Run run = measurements.await(measurements.start(officer, dataset, List.of("compensation"), DAY, Map.of()));
        assertThat(run.putAside()).isEqualTo(2);
        assertThat(measurements.aside(run.id())).extracting(Run.Aside::line).containsExactly(3L, 4L);
    }

    @Test
    void aMissingColumnAndAStrangeFormAreRefused() {
        assertThatThrownBy(() -> put("p.csv", "parcel_id,area\n1,2\n".getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> put("p.pdf", new byte[] {1}, false)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> put("p.parquet", new byte[] {1, 2, 3}, false)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> measurements.put(officer, dataset, "roster", "r.csv", csv(), false))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void chineseHeadersAndGb18030AreRead() {
        String text = "地块编号,户编号,乡镇,村,区片,地类,面积,征收日期,已付\nL1,H1,松岭镇,东村,一类区,水田,100,2024-05-01,7200.00\n";
        put("地块.csv", text.getBytes(Charset.forName("GB18030")), false);
        assertThat(only().rows()).isEqualTo(1);
    }

    @Test
    void aWorkbookIsReadAndItsFaultsStandInTheirCells() throws IOException {
        put("地块.xlsx", workbook("100"), false);
        assertThat(only().rows()).isEqualTo(1);
        byte[] wrong = workbook("很多");
        assertThatThrownBy(() -> put("地块.xlsx", wrong, false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.faults()).extracting("place").containsExactly("地块!G2"));
    }

    private static byte[] workbook(String area) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("地块");
            String[] heads = {"地块编号", "户编号", "乡镇", "村", "区片", "地类", "面积", "征收日期", "已付"};
            String[] cells = {"L1", "H1", "松岭镇", "东村", "一类区", "水田", area, "2024-05-01", "7200"};
            for (int i = 0; i < heads.length; i++) {
                sheet.value(0, i, heads[i]);
                sheet.value(1, i, cells[i]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void onlyWhoHasLeaveMeasuresAndOneRunAtATime() {
        put("p.csv", csv("L1,H1,松岭镇,东村,一类区,水田,100,2024-05-01,6000.00"), false);
        Actor stranger = actor("measurement.run.welfare");
        assertThatThrownBy(() -> measurements.start(stranger, dataset, List.of("compensation"), DAY, Map.of()))
                .hasMessage("access.permission.missing");
        assertThatThrownBy(() -> measurements.start(officer, dataset, List.of("welfare"), DAY, Map.of()))
                .isInstanceOf(Invalid.class);
        UUID waiting = waiting();
        assertThatThrownBy(() -> measurements.start(officer, dataset, List.of("compensation"), DAY, Map.of()))
                .hasMessage("measurement.refused.going-on");
        measurements.cancel(officer, waiting);
        measurements.resume();
        Run cancelled = measurements.await(waiting);
        assertThat(cancelled.state()).isEqualTo(Run.State.CANCELLED);
        assertThat(measurements.of(waiting, "compensation-deviation", 10)).isEmpty();
        assertThatThrownBy(() -> measurements.cancel(officer, waiting)).hasMessage("measurement.refused.ended");
        assertThat(docket.timeline(cancelled.asSubject(), List.of(), 10))
                .extracting(entry -> entry.kind().code())
                .contains("measurement.cancelled", "measurement.cancelling");
    }

    /** A run as a program that was stopped leaves it. */
    private UUID waiting() {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO measurement.run (id, dataset, state, checks, measured_on, asked_at)
                VALUES (?, ?, 'running', '{compensation-deviation}', ?, now())
                """).params(id, dataset, DAY).update();
        return id;
    }

    @Test
    void aRunThatTheProgramLeftUnfinishedIsBegunAnewAndCountsOnce() {
        put("p.csv", csv("L1,H1,松岭镇,东村,一类区,水田,100,2024-05-01,6000.00"), false);
        UUID left = waiting();
        measurements.resume();
        Run run = measurements.await(left);
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        measurements.resume();
        assertThat(measurements.of(left, "compensation-deviation", 10))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.finding()).isEqualTo("paid-below-standard");
                    assertThat(found.row()).isPositive();
                    assertThat(found.clauses()).contains("land-administration-law#48");
                    assertThat(found.facts()).containsKey("computed");
                });
    }

    @Test
    void erasingTakesTheContentAndLeavesTheCounts() {
        put("p.csv", csv("L1,H1,松岭镇,东村,一类区,水田,100,2024-05-01,6000.00"), false);
        Run run = measurements.await(measurements.start(officer, dataset, List.of("compensation"), DAY, Map.of()));
        measurements.erase(officer, dataset);
        assertThat(only().rows()).isEqualTo(1);
        assertThat(measurements.of(run.id(), "compensation-deviation", 10))
                .allSatisfy(found -> assertThat(found.facts()).isEmpty());
        assertThatThrownBy(() -> measurements.start(officer, dataset, List.of("compensation"), DAY, Map.of()))
                .hasMessage("measurement.refused.erased");
    }
}
