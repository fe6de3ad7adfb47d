package org.shengmo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ladder holds, and each guard rejects the fixture that was broken for it. */
class LadderTest {

    private static final Ladder LADDER = Ladder.read();
    private static final LadderGuards GUARDS = new LadderGuards("org.shengmo.", LADDER);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.shengmo");
    private static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    private static final Map<String, Pattern> MODULES = Map.of(
            "kernel", Pattern.compile("/kernel(-[^/]*\\.jar!?)?/"),
            "institutions", Pattern.compile("/institutions(-[^/]*\\.jar!?)?/"),
            "app", Pattern.compile("/app(-[^/]*\\.jar!?)?/"));

    private static LadderGuards fixture(String name, String ladder) {
        return new LadderGuards("broken." + name + ".", Ladder.parse(ladder));
    }

    private static JavaClasses classes(String fixture) {
        return new ClassFileImporter().importPackages("broken." + fixture);
    }

    @Test
    void everyDependencyPointsToALowerRung() {
        assertThat(CLASSES).isNotEmpty();
        assertThat(GUARDS.upwardDependencies(CLASSES)).isEmpty();
        assertThat(fixture("upward", "[kernel]\nlow\nhigh").upwardDependencies(classes("upward")))
                .isNotEmpty();
        assertThat(fixture("upward", "[kernel]\nhigh\nlow").upwardDependencies(classes("upward")))
                .isEmpty();
    }

    @Test
    void anInstitutionUsesAnotherOnlyAlongAnEdgeWithItsReason() {
        String institutions = "[institutions]\noak\nelm\n";
        assertThat(fixture("between", institutions).upwardDependencies(classes("between")))
                .isNotEmpty();
        assertThat(fixture("between", institutions + "edge: elm -> oak # elms lean on oaks")
                        .upwardDependencies(classes("between")))
                .isEmpty();
    }

    @Test
    void anEdgeWithoutAReasonAndARungTwiceAreRefused() {
        assertThatThrownBy(() -> Ladder.parse("[institutions]\noak\nelm\nedge: elm -> oak"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ladder.parse("[kernel]\noak\noak")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKernelReachesTheLedgerThroughTheDocketAlone() {
        assertThat(GUARDS.sideDoors(CLASSES)).isEmpty();
    }

    @Test
    void everyClassStandsOnTheLadderInItsModule() {
        assertThat(GUARDS.strangers(CLASSES)).isEmpty();
        assertThat(GUARDS.lodgers(CLASSES, MODULES)).isEmpty();
        assertThat(fixture("stranger", "[kernel]\nroom").strangers(classes("stranger")))
                .isNotEmpty();
        assertThat(fixture("stranger", "[institutions]\nnowhere").lodgers(classes("stranger"), MODULES))
                .isNotEmpty();
    }

    @Test
    void pagesReachTheDatabaseOnlyThroughTheirRoot() {
        assertThat(GUARDS.pagesPastTheRoot(CLASSES)).isEmpty();
        assertThat(fixture("page", "[kernel]\nroom").pagesPastTheRoot(classes("page")))
                .anyMatch(line -> line.contains("JdbcClient"))
                .anyMatch(line -> line.contains("Root"));
    }

    @Test
    void theClockIsInjected() {
        assertThat(GUARDS.wallClockCalls(CLASSES)).isEmpty();
        assertThat(fixture("wallclock", "[kernel]\nroom").wallClockCalls(classes("wallclock")))
                .isNotEmpty();
    }

    @Test
    void everythingAPageDoesAnOperationDoesToo() {
        assertThat(new OperationGuard("org.shengmo.").onPagesOnly(CLASSES)).isEmpty();
        assertThat(new OperationGuard("broken.pageonly.").onPagesOnly(classes("pageonly")))
                .containsExactly("broken.pageonly.room.Room.close");
    }

    @Test
    void theKernelNamesNoInstitution() throws IOException {
        assertThat(GUARDS.institutionsNamed(ROOT.resolve("kernel/src/main"))).isEmpty();
        assertThat(GUARDS.institutionsNamed(Path.of("src/test/resources/broken/naming")))
                .isNotEmpty();
    }

    @Test
    void foreignKeysPointDownward() {
        DataSource source = TestDatabase.freshAsOwner();
        JdbcClient database = JdbcClient.create(source);
        assertThat(GUARDS.upwardForeignKeys(database)).isEmpty();

        database.sql("CREATE SCHEMA low; CREATE SCHEMA high; CREATE TABLE high.thing (id uuid PRIMARY KEY);"
                        + "CREATE TABLE low.broken (id uuid REFERENCES high.thing)")
                .update();
        assertThat(fixture("keys", "[kernel]\nlow\nhigh").upwardForeignKeys(database))
                .singleElement()
                .asString()
                .contains("low.broken");
        assertThat(fixture("keys", "[kernel]\nhigh\nlow").upwardForeignKeys(database))
                .isEmpty();
    }
}
