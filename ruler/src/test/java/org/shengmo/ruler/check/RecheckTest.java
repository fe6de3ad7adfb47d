package org.shengmo.ruler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shengmo.ruler.world.World;

/** A run that judges only what changed says what a run of everything says. */
class RecheckTest {

    private static final LocalDate DAY = LocalDate.of(2014, 12, 31);
    private static final List<Check> WELFARE = CheckLibrary.packaged().find(List.of("welfare"));

    @TempDir
    private Path directory;

    private CheckReport first;

    @BeforeEach
    void run() {
        new World(11, 4000, DAY).write(directory, World.Format.PARQUET);
        first = CheckRun.run(new CheckRequest(directory, out("first"), DAY, Map.of()), WELFARE);
    }

    private Path out(String name) {
        return directory.resolve("out-" + name);
    }

    private CheckReport again(LocalDate on, Map<String, String> settings) {
        return CheckRun.run(
                new CheckRequest(directory, out("again"), on, settings, Optional.of(out("first"))), WELFARE);
    }

    private void change(String register, String query) {
        Path file = directory.resolve(register + ".parquet");
        Path changed = directory.resolve("changed.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String sql : List.of(
                    "CREATE TABLE rows AS SELECT * FROM read_parquet('" + file + "')",
                    query,
                    "COPY rows TO '" + changed + "' (FORMAT parquet)")) {
                connection.createStatement().execute(sql);
            }
            Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sameAsARunOfEverything(LocalDate on) throws IOException {
        CheckReport all = CheckRun.run(new CheckRequest(directory, out("all"), on, Map.of()), WELFARE);
        CheckReport again = again(on, Map.of());
        for (String file : List.of("findings.csv", "persons.csv", "households.csv", "villages.csv")) {
            assertThat(Files.readAllLines(out("again").resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllLines(out("all").resolve(file)));
        }
        assertThat(again.households()).isEqualTo(all.households());
        assertThat(again.persons()).isEqualTo(all.persons());
        assertThat(again.atStake()).isEqualByComparingTo(all.atStake());
        assertThat(again.outcomes())
                .extracting(CheckReport.Outcome::findings)
                .isEqualTo(all.outcomes().stream()
                        .map(CheckReport.Outcome::findings)
                        .toList());
    }

    private long findings(CheckReport report) {
        return report.outcomes().stream()
                .mapToLong(CheckReport.Outcome::findings)
                .sum();
    }

    @Test
    void nothingChanged() throws IOException {
        sameAsARunOfEverything(DAY);
        CheckReport.Changes changes = again(DAY, Map.of()).changes().orElseThrow();
        assertThat(changes.found()).isZero();
        assertThat(changes.gone()).isZero();
        assertThat(changes.unchanged()).isEqualTo(findings(first));
        assertThat(changes.rejudged()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void rowsAndRegistersChanged(int step) throws IOException {
        // People die, cars are sold, households leave, move, and are listed again; a 15-digit number stands for its
        // successor.
        change(
                "deaths",
                "INSERT INTO rows SELECT left(id_number, 6) || substr(id_number, 9, 9), DATE '2014-11-0" + step
                        + "' FROM read_parquet('" + directory.resolve("roster.parquet")
                        + "') WHERE hash(person_id) % 700 = " + step);
        change("vehicles", "DELETE FROM rows WHERE hash(plate) % 50 = " + step);
        change("payroll", "UPDATE rows SET monthly_pay = monthly_pay * 2 WHERE hash(id_number) % 300 = " + step);
        change("roster", "DELETE FROM rows WHERE hash(household_id) % 200 = " + step);
        change(
                "roster",
                "UPDATE rows SET monthly_amount = monthly_amount + 7 WHERE hash(household_id) % 300 = " + step);
        change(
                "roster",
                "INSERT INTO rows SELECT * REPLACE ('X' || household_id AS household_id, '别村' AS village) FROM rows"
                        + " WHERE hash(household_id) % 250 = " + step);

        sameAsARunOfEverything(DAY);

        CheckReport.Changes changes = again(DAY, Map.of()).changes().orElseThrow();
        assertThat(changes.found()).isPositive();
        assertThat(changes.gone()).isPositive();
        assertThat(changes.rejudged().orElseThrow()).isPositive().isLessThan(400);
        assertThat(Files.readString(out("again").resolve("changes.csv")))
                .contains("new,")
                .contains("gone,");
    }

    @Test
    void anotherDay() throws IOException {
        change("custody", "UPDATE rows SET \"to\" = DATE '2015-01-10' WHERE hash(id_number) % 4 = 0");
        sameAsARunOfEverything(DAY.plusDays(21));
    }

    @Test
    void anotherRuleJudgesEverything() {
        CheckReport.Changes changes =
                again(DAY, Map.of("tolerance", "500")).changes().orElseThrow();
        assertThat(changes.rejudged()).isEmpty();
        assertThat(changes.reason()).isEqualTo("check.again.rules");
        assertThat(changes.gone()).isPositive();
    }

    @Test
    void anotherStandardJudgesEverything() throws IOException {
        change("standards", "UPDATE rows SET monthly_per_person = monthly_per_person + 100");
        sameAsARunOfEverything(DAY);
        assertThat(again(DAY, Map.of()).changes().orElseThrow().reason()).isEqualTo("check.again.registers");
    }
}
