package org.shengmo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.shengmo.store.Ladder;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ModulithMetadata;

/** Spring Modulith's own verification: no cycle between packages, and nobody reaches past what a package offers. */
class ModulesTest {

    /** The ledger and the ruler are libraries with packages of their own, and know nothing of modules. */
    private static final DescribedPredicate<JavaClass> LIBRARIES =
            JavaClass.Predicates.resideInAnyPackage("org.shengmo.ledger..", "org.shengmo.ruler..");

    private static final ImportOption PROGRAM =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

    private static ApplicationModules modules(String root, ImportOption location) {
        return new ApplicationModules(ModulithMetadata.of(root), LIBRARIES, location) {};
    }

    @Test
    void packagesFormNoCycleAndOfferWhatOthersUse() {
        ApplicationModules modules = modules("org.shengmo", PROGRAM);
        assertThat(Ladder.read().names())
                .containsAll(modules.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
        modules.verify();
    }

    @Test
    void aCycleIsRejected() {
        assertThat(modules("broken.cycle", location -> true).detectViolations().getMessages())
                .anyMatch(message -> message.contains("Cycle detected"));
    }

    @Test
    void aReachIntoThePagesOfAnotherPackageIsRejected() {
        assertThat(modules("broken.inside", location -> true).detectViolations().getMessages())
                .anyMatch(message -> message.contains("ElmPages"));
    }
}
