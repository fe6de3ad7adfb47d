package org.shengmo.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of test data that nobody here wrote, named by {@code -Dshengmo.data}. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        Path folder =
                Path.of(System.getProperty("shengmo.data", "../shared/data")).resolve(name);
        assumeTrue(Files.isDirectory(folder), "skipped: there is no folder " + folder);
        return folder;
    }
}
