package org.shengmo.ruler.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.ruler.world.Score;
import org.shengmo.ruler.world.World;

/** The whole roster audit over a made-up district whose truth is known. */
class WelfareRunTest {

    private static final LocalDate DAY = LocalDate.of(2014, 12, 31);
    private static final List<Check> WELFARE = CheckLibrary.packaged().find(List.of("welfare"));

    @TempDir
    private static Path directory;

    private static CheckReport report;

    @BeforeAll
    static void run() {
        new World(7, 5000, DAY).write(directory, World.Format.CSV);
        report = CheckRun.run(new CheckRequest(directory, directory.resolve("out"), DAY, Map.of()), WELFARE);
    }

    @Test
    void nearlyAllPlantedAreFoundAndFewOthers() {
        var scores = Score.of(directory.resolve("truth/truth.csv"), directory.resolve("out/findings.parquet"));
        assertThat(scores).hasSize(11).allSatisfy(score -> {
            assertThat(score.planted()).isPositive();
            assertThat(score.recall()).as("recall of %s", score).isGreaterThan(0.9);
            assertThat(score.precision()).as("precision of %s", score).isGreaterThan(0.9);
        });
    }

    @Test
    void registersErrSoThatNeitherIsPerfectOverAll() {
        var all = Score.of(directory.resolve("truth/truth.csv"), directory.resolve("out/findings.parquet")).stream()
                .filter(score -> score.check().equals("*"))
                .findFirst()
                .orElseThrow();
        assertThat(all.recall()).isLessThan(1);
    }

    @Test
    void totalsCountNothingTwice() {
        try (var session = CheckSession.open(
                List.of(
                        directory.resolve("out/households.csv"),
                        directory.resolve("out/villages.csv"),
                        directory.resolve("roster.csv")),
                directory.resolve("out"),
                directory)) {
            var households = "read_csv(" + CheckSession.path(directory.resolve("out/households.csv")) + ")";
            var villages = "read_csv(" + CheckSession.path(directory.resolve("out/villages.csv")) + ")";
            assertThat(session.count(households + " WHERE at_stake > monthly_amount"))
                    .isZero();
            assertThat(session.rows(
                                    "SELECT count(*) = count(DISTINCT household_id) AS once, count(*) AS n, sum(at_stake)::DECIMAL(18,2) AS s FROM "
                                            + households)
                            .getFirst())
                    .containsEntry("once", true)
                    .containsEntry("n", report.households())
                    .containsEntry("s", report.atStake());
            assertThat(session.rows("SELECT sum(households)::BIGINT AS n, sum(at_stake)::DECIMAL(18,2) AS s FROM "
                                    + villages)
                            .getFirst())
                    .containsEntry("n", report.households())
                    .containsEntry("s", report.atStake());
        }
        assertThat(report.atStake()).isGreaterThan(BigDecimal.ZERO);
    }

    @Test
    void theSameSeedMakesTheSameWorld(@TempDir Path again) throws IOException {
        new World(7, 5000, DAY).write(again, World.Format.CSV);
        assertThat(Files.readString(again.resolve("truth/truth.csv")))
                .isEqualTo(Files.readString(directory.resolve("truth/truth.csv")));
        assertThat(Files.readString(again.resolve("roster.csv")))
                .isEqualTo(Files.readString(directory.resolve("roster.csv")));
    }

    @Test
    void missingRegistersLeaveChecksOutAndAreNamed(@TempDir Path few) throws IOException {
        for (var name : List.of("roster", "deaths", "pensions", "standards")) {
            Files.copy(directory.resolve(name + ".csv"), few.resolve(name + ".csv"));
        }
        var report = CheckRun.run(new CheckRequest(few, few.resolve("out"), DAY, Map.of()), WELFARE);
        assertThat(report.outcomes())
                .extracting(outcome -> outcome.check().id())
                .containsExactly(
                        "welfare-amount", "welfare-death", "welfare-identity", "welfare-income", "welfare-twice");
        assertThat(report.leftOut())
                .filteredOn(left -> left.check().id().equals("welfare-relative"))
                .singleElement()
                .satisfies(left -> assertThat(left.lacking()).containsExactly("officials", "relatives"));
    }

    @Test
    void rowsThatDoNotParseArePutAsideWithLineAndReason(@TempDir Path own) throws IOException {
        Files.writeString(
                own.resolve("roster.csv"),
                "household_id,person_id,id_number,monthly_amount\nH1,P1,1,190\nH2,P2,2,many\nH3,P3\n");
        var report = CheckRun.run(new CheckRequest(own, own.resolve("out"), DAY, Map.of()), WELFARE);
        assertThat(report.rows()).containsEntry(Family.WELFARE, 1L);
        assertThat(report.putAside()).isEqualTo(2);
        assertThat(Files.readString(own.resolve("out/put_aside.csv")))
                .contains("roster.csv,3,", "many", "roster.csv,4,");
    }

    @Test
    void aRosterWithoutItsColumnsIsRefused(@TempDir Path own) throws IOException {
        Files.writeString(own.resolve("roster.csv"), "household_id,person_id\nH1,P1\n");
        assertThatThrownBy(() -> CheckRun.run(new CheckRequest(own, own.resolve("out"), DAY, Map.of()), WELFARE))
                .isInstanceOfSatisfying(
                        CheckRefused.class,
                        refused -> assertThat(refused.message(Locale.CHINESE))
                                .isEqualTo("文件 roster.csv 缺少列：id_number, monthly_amount。请补上后重试。"));
    }

    @Test
    void theInputsSayWhichDayTheyAreFor(@TempDir Path none) {
        assertThat(CheckRequest.dayOf(directory)).contains(DAY);
        assertThat(CheckRequest.dayOf(none)).isEmpty();
    }

    @Test
    void anUnknownSettingIsRefusedRatherThanIgnored() {
        var request = new CheckRequest(directory, directory.resolve("out2"), DAY, Map.of("tolerence", "5"));
        assertThatThrownBy(() -> CheckRun.run(request, WELFARE))
                .isInstanceOf(CheckRefused.class)
                .hasMessageContaining("tolerence");
    }

    @Test
    void aSettingOfAnotherTypeIsRefused() {
        var request = new CheckRequest(directory, directory.resolve("out3"), DAY, Map.of("tolerance", "a lot"));
        assertThatThrownBy(() -> CheckRun.run(request, WELFARE))
                .isInstanceOf(CheckRefused.class)
                .hasMessageContaining("a lot");
    }
}
