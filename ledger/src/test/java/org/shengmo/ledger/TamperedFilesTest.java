package org.shengmo.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TamperedFilesTest extends TamperingContract {

    @TempDir
    Path folder;

    @Override
    TileSource read(TamperedStorage tampered) throws IOException {
        Path log = Files.createTempDirectory(folder, "log");
        if (tampered.isBroken()) {
            Files.createDirectory(log.resolve("checkpoint")); // reading it fails as a broken disk does
            return new FileStorage(log);
        }
        if (tampered.checkpoint().isPresent()) {
            Files.write(log.resolve("checkpoint"), tampered.checkpoint().get());
        }
        for (TilePath path : tampered.paths()) {
            Path file = log.resolve(path.toString());
            Files.createDirectories(file.getParent());
            Files.write(file, tampered.read(path).orElseThrow());
        }
        return new FileStorage(log);
    }
}
